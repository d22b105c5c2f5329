/** What is said of the best of a workload file: what was found, what none costs less than, what binds. */
import type { FileOptimum } from '../estimate/optimise'
import type { ChosenInput, Holding, LimitAt, LeastOfBox, NoDesign, Optimum } from '../optimum/optimum'
import { enumerated, numbered } from '../shape/words'
import { aText, anObject, having, listOf, aList, type Kind } from '../units/argument'
import { dimensions } from '../units/dimension'
import { formatWith } from '../units/format'
import type { Enclosure } from '../units/enclosure'
import { ofDecimal, type Quantity } from '../units/quantity'

export const anOptimum: Kind = having('the best of a file, such as optimiseFile gives', {
  name: aText,
  objective: aText,
  limits: aList,
  choices: listOf('a list of choices', anObject),
  found: anObject
})

/** So many digits, unless others are asked for. */
const shortDigits = 4

export const textIn =
  (digits = shortDigits) =>
  (of: Quantity<unknown> | Enclosure<unknown>): string =>
    formatWith<unknown>({ digits })(of)

/** A part as people read it: 23 %, 0.0012 %. */
const percent = (part: number): string => {
  const size = Math.abs(part * 100)
  return `${size >= 1e-4 && size < 1e4 ? Number(size.toPrecision(3)) : size.toExponential(1)} %`
}

/** What moves a figure by less than this, of itself, does not move it. */
const nothing = 1e-9

/** One value, where the ends of an enclosure look the same. */
export const seen = (of: Enclosure<unknown>, digits?: number): string => {
  const text = textIn(digits)
  // To the nearest, where ends are printed outward.
  const [lower, upper] = [of.lower, of.upper].map(({ exact }) => text(ofDecimal(of.dimension, exact)))
  return lower === upper ? lower! : text(of)
}

const isEnergy = (of: Enclosure<unknown>): boolean => of.dimension.key === dimensions.energy.key

const boundText = (least: LeastOfBox, value: Enclosure<unknown>, digits?: number): readonly string[] => {
  const cut = numbered(least.pieces, 'piece')
  if (least.pieces === 0) return ['Whether another design has less was not asked.']
  if (least.value === undefined)
    return [`What no design between these ends has less than is not told: ${cut} do not settle it.`]
  const verb = isEnergy(value) ? 'costs less' : 'has less'
  const bound = `No design between these ends ${verb} than ${textIn(digits)(least.value)}`
  if (least.isDone)
    return [
      `${bound} (rounded down; ${cut}): what was found is the least, to within ${least.gap.toExponential(0)} of it.`
    ]
  const where = (least.open ?? []).map(({ name, from, to }) =>
    from.exact.eq(to.exact)
      ? `${name} ${textIn(digits)(from)}`
      : `${name} from ${textIn(digits)(from)} to ${textIn(digits)(to)}`
  )
  return [
    `${bound}: ${percent(least.gap)} below what was found, and ${cut} do not tell whether one does.`,
    ...(where.length === 0 ? [] : [`Least is known where ${enumerated(where)}.`])
  ]
}

const endText = ({ name, value, end, price }: ChosenInput, digits?: number): readonly string[] => {
  if (end === undefined) return []
  const at = `${name} is at its ${end} end, ${textIn(digits)(value)}`
  return [
    price > nothing
      ? `${at}: one percent ${end === 'lower' ? 'less' : 'more'} would save ${percent(price / 100)}.`
      : `${at}, where a little more or less of it saves nothing.`
  ]
}

const limitText = (
  { relation, figure, bound }: FileOptimum['limits'][number],
  { value, isMet }: LimitAt,
  { binds, price }: Holding,
  digits?: number
): readonly string[] => {
  const text = textIn(digits)
  const what = `${figure} ${relation} ${text(bound)}`
  const sure = isMet ? [] : [`It is not certain that ${what} is kept: it is in ${text(value)}.`]
  return [
    binds
      ? `${what} binds: one percent ${relation === '≤' ? 'more' : 'less'} of it would save ${percent(price / 100)}.`
      : `${what} does not bind: it is ${seen(value, digits)}.`,
    ...sure
  ]
}

const foundSays = (
  { objective, limits }: FileOptimum,
  found: Optimum,
  digits?: number
): readonly string[] => {
  const { value, chosen, holds, least } = found
  return [
    `The least ${objective} found is ${seen(value, digits)}.`,
    ...boundText(least, value, digits),
    ...chosen.flatMap((each) => endText(each, digits)),
    ...holds.flatMap((held) =>
      held.limit === undefined
        ? [`A condition binds: ${held.what}.`]
        : limitText(limits[held.limit]!, found.limits[held.limit]!, held, digits)
    )
  ]
}

export const noneSays = ({ isProven, pieces, why }: NoDesign): readonly string[] => [
  isProven
    ? `No design between these ends meets what it must, for certain (${numbered(pieces, 'piece')}).`
    : `No design was found that meets what it must; that there is none is not certain (${numbered(pieces, 'piece')}).`,
  ...(why.length === 0 ? [] : [`The nearest that was looked at: ${why.join('; ')}.`])
]

/** What is said of the best of a file, in sentences. */
export const optimumSays = (of: FileOptimum, digits?: number): readonly string[] =>
  of.found.kind === 'found' ? foundSays(of, of.found, digits) : noneSays(of.found)
