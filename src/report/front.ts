/** What is said of a front: how it was found, its ends, and how far the file as it stands is from it. */
import type { FileFigure, FileFront } from '../estimate/front'
import type { Front } from '../optimum/front'
import type { LeastOfBox } from '../optimum/optimum'
import { enumerated, numbered } from '../shape/words'
import { aList, anObject, aText, having, listOf, type Kind } from '../units/argument'
import type { Enclosure } from '../units/enclosure'
import { ofDecimal, type Quantity } from '../units/quantity'
import { noneSays, seen, textIn } from './optimum'

export const aFront: Kind = having('a front of a file, such as frontFile gives', {
  name: aText,
  figures: listOf('a list of figures', anObject),
  limits: aList,
  choices: listOf('a list of choices', anObject),
  found: anObject,
  machines: aList
})

/** The middle of an enclosure. */
export const middleOf = ({ dimension, lower, upper }: Enclosure<unknown>): Quantity<unknown> =>
  ofDecimal(dimension, lower.exact.plus(upper.exact).div(2))

/** What may be chosen and is no figure itself, with where it stands in what was chosen. */
export const besides = ({ choices, figures }: FileFront): readonly (readonly [name: string, at: number])[] =>
  choices.flatMap(({ name }, at) =>
    figures.some((figure) => figure.name === name) ? [] : [[name, at] as const]
  )

/** "least limDissipated", "most precision". */
export const wantedOf = ({ wanted, name }: FileFigure): string => `${wanted} ${name}`

/** How far apart two are at the most, of the first. */
const within = ({ lower, upper }: Enclosure<unknown>, { exact }: Quantity<unknown>): string => {
  const [far = exact] = [lower, upper]
    .map((end) => end.exact.minus(exact).abs())
    .sort((a, b) => b.comparedTo(a))
  return far.isZero() ? '0' : far.div(exact.abs()).toNumber().toExponential(0)
}

const endSays = (
  figure: FileFigure,
  value: Enclosure<unknown>,
  { value: bound, isDone, pieces }: LeastOfBox,
  digits?: number
): string => {
  const found = `The ${wantedOf(figure)} found is ${seen(value, digits)}`
  if (bound === undefined) return `${found}; what no design between these ends is better than is not told.`
  const [less, down] = figure.wanted === 'least' ? ['less', 'down'] : ['more', 'up']
  return isDone
    ? `${found}; no design between these ends has ${less}, to within ${within(value, bound)} of it (${numbered(pieces, 'piece')}).`
    : `${found}; no design between these ends has ${less} than ${textIn(digits)(bound)} (rounded ${down}; ${numbered(pieces, 'piece')}).`
}

/** What is apart by less than this, of itself, is not told apart. */
const alike = 1e-6

const insteadSays = (
  figure: FileFigure,
  value: Enclosure<unknown>,
  better: Quantity<unknown> | undefined,
  digits?: number
): string => {
  if (better === undefined) return `of ${figure.name} none was found`
  const now = middleOf(value)
  const text = `${figure.name} ${textIn(digits)(better)}`
  const [most, least] = figure.wanted === 'least' ? [now, better] : [better, now]
  if (!least.exact.gt(0)) return text
  const times = most.exact.div(least.exact).toNumber()
  if (times < 1 - alike) return `${text}, which is not as good`
  return times < 1 + alike
    ? `${figure.name} is as good as any that was found`
    : `${text}, ${times < 1e4 ? String(Number(times.toPrecision(3))) : times.toExponential(1)} times ${figure.wanted === 'least' ? 'less' : 'more'}`
}

const currentSays = ({ figures }: FileFront, { current }: Front, digits?: number): readonly string[] => {
  if (current === undefined) return []
  const here = enumerated(figures.map(({ name }, i) => `${name} ${seen(current.values[i]!, digits)}`))
  const instead = figures.map((figure, i) =>
    insteadSays(figure, current.values[i]!, current.instead[i], digits)
  )
  return [
    `The file as it stands has ${here}.`,
    `The best that was found with ${figures.length === 2 ? 'the other' : 'the others'} no worse: ${instead.join('; ')}.`
  ]
}

/** The best values of each figure on a front. */
const bestOf = ({ points }: Front, figures: readonly FileFigure[]): readonly Enclosure<unknown>[] =>
  figures.map(({ wanted }, i) =>
    points
      .map(({ values }) => values[i]!)
      .reduce((a, b) =>
        (wanted === 'least' ? b.upper.exact.lt(a.upper.exact) : b.lower.exact.gt(a.lower.exact)) ? b : a
      )
  )

const frontSays = (of: FileFront, found: Front, digits?: number): readonly string[] => {
  const { figures } = of
  const { points, bounds, tried, refined } = found
  const best = bestOf(found, figures)
  const searched = `Looked at: ${tried} designs that lie evenly between the ends, and ${numbered(refined, 'way')} down from the best of them.`
  return [
    points.length === 1
      ? `One design is the best that was found in ${figures.length === 2 ? 'both' : 'all three'}: nothing is traded here.`
      : `${points.length} designs, of which none that was looked at is better in one figure without being worse in another; one that was not may be.`,
    searched,
    ...figures.map((figure, i) => endSays(figure, best[i]!, bounds[i]!, digits)),
    ...currentSays(of, found, digits)
  ]
}

/** What is said of a front, in sentences. */
export const frontSentences = (of: FileFront, digits?: number): readonly string[] =>
  of.found.kind === 'found' ? frontSays(of, of.found, digits) : noneSays(of.found)

/** What is traded, as a heading: "least bitFlip, least duration: GPT-3". */
export const frontTitle = ({ figures, name }: FileFront): string =>
  `${enumerated(figures.map(wantedOf)).replace(/^\w/, (first) => first.toUpperCase())}: ${name}`

/** The designs of a front as texts, each with its figures; what is chosen and a figure stands once. */
export const frontTable = (
  of: FileFront,
  digits?: number
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const chosen = besides(of)
  const text = textIn(digits)
  return {
    header: [...of.figures.map(({ name }) => name), ...chosen.map(([name]) => name)],
    rows:
      of.found.kind === 'none'
        ? []
        : of.found.points.map((point) => [
            ...point.values.map((value) => text(middleOf(value))),
            ...chosen.map(([, at]) => text(point.chosen[at]!.value))
          ])
  }
}

/** What each figure rests on, with what may be claimed of it. */
export const restsOf = ({ figures }: FileFront): readonly (readonly [name: string, rests: string])[] =>
  figures.flatMap(({ name, claim, constraint }) => {
    const rests = [claim, constraint].filter((text) => text !== undefined && text !== '').join('; ')
    return rests === '' ? [] : [[name, rests] as const]
  })
