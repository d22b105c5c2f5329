/** How a derivation's text grows with the chain that it tells: the exponent of its time in the length. */
import { explain, kelvin, landauer, model } from 'limen'
import { derivationText } from 'limen/report'
import { medians, printAlone, right, row } from './table.js'

const given = { temperature: kelvin(300), errorProbability: 0.1 }

/** A model made of one, which is made of one, and so on: so many of them. */
const chain = (length) => {
  let last = landauer
  for (let at = 1; at < length; at++) {
    const before = last
    last = model({
      ...landauer,
      name: `link ${at}`,
      formula: (inputs) => before.of(inputs).plus(landauer.of(inputs))
    })
  }
  return right(explain(last)(given))
}

let sink = 0
export const rows = () => {
  const lengths = [64, 256]
  const derivations = lengths.map(chain)
  const times = medians(
    Object.fromEntries(
      lengths.map((length, at) => [length, () => (sink += derivationText(derivations[at]).length)])
    ),
    { turns: 21, warmUp: 5 }
  )
  if (!(sink > 0)) throw new Error('a benchmark made no text')
  return [
    row(
      'derivationText of a chain of 256',
      'of 64, as an exponent of the length',
      Math.log(times[256] / times[64]) / Math.log(4),
      '≤ 1.2'
    )
  ]
}

await printAlone(import.meta.url, 'Texts (CPU medians)', rows)
