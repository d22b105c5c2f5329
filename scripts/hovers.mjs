/**
 * Writes into the built types what an editor tells of an input where one is asked for: its symbol, unit, range,
 * and what it is. The models hold all that as data, which types do not show. After a build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { sections } from '../dist/index.js'

const told = ({ symbol, unit, range, description }) =>
  `${symbol}, ${unit.symbol === '' ? 'a number' : `in ${unit.symbol}`}, within ${range.text}: ${description}`

const models = new Map(Object.values(sections).flatMap((section) => Object.entries(section)))

for (const ending of ['.d.ts', '.d.cts']) {
  const left = new Set(models.keys())
  for (const file of readdirSync('dist').filter((name) => name.endsWith(ending))) {
    const before = readFileSync(`dist/${file}`, 'utf8')
    const after = before.replace(/(?<=^declare const (\w+): Model<\{\n).*?(?=^\}, )/gms, (inside, name) => {
      const { inputs } = models.get(name) ?? {}
      left.delete(name)
      return inputs === undefined
        ? inside
        : inside.replace(
            /^ {4}(?:readonly )?(\w+):/gm,
            (line, input) => `    /** ${told(inputs[input])} */\n${line}`
          )
    })
    if (after !== before) writeFileSync(`dist/${file}`, after)
  }
  if (left.size > 0) throw new Error(`no *${ending} declares the inputs of ${[...left].join(', ')}`)
}
