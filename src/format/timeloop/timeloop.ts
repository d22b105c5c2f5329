/** The summary of Timeloop's statistics (`*.stats.txt`): what each level took per computation. */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable, TotalEnergy } from '../../ledger/energy-table'
import { Exact, Working, type Decimal } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import { formatWith } from '../../units/format'
import { boltzmannConstant, joules } from '../../units/si'
import type { Unit } from '../../units/unit'
import { shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaProblem } from '../../shape/problem'
import { lastLine, linesOf, problemAt, unless, type Line } from '../text/lines'
import { countIn, energyIn, halfLastPlace } from '../text/numeral'
import { energyUnit } from '../text/unit'

/** A level of the summary: its energy per computation, and how far that may be off, in joules. */
interface Level {
  readonly line: number
  readonly name: string
  readonly each: Decimal
  readonly slack: Decimal
}

/** The unit of a heading such as "fJ/Compute". */
const headingPattern = /^\s*(\w*J)\/Compute\s*$/

const levelsOf = (
  lines: readonly Line[],
  unit: Unit<Energy>,
  problems: SchemaProblem[]
): readonly Level[] => {
  const levels: Level[] = []
  for (const { line, text } of lines) {
    if (text.trim() === '') break
    // Networks are levels too: "glb <==> pe = 0.12".
    const sign = text.lastIndexOf('=')
    const name = /^\s/.test(text) && sign > 0 ? text.slice(0, sign).trim() : ''
    const numeral = text.slice(sign + 1)
    const energy = energyIn(unit)(numeral)
    if (name === '' || energy === undefined)
      problems.push(
        problemAt(
          line,
          name === ''
            ? `expected "level = energy", got ${shown(text.trim())}`
            : `${name}: expected an energy of 0 ${unit.symbol} or more, got ${shown(numeral.trim())}`
        )
      )
    else {
      const slack = halfLastPlace(numeral).times(unit.factor)
      levels.push({ line, name, each: new Exact(energy.exact), slack })
    }
  }
  return levels
}

const all = formatWith({ digits: 'all' })
const inJoules = (value: Decimal): string => all(joules(value))

/** What the energies of levels, and that of the whole run, say of the total. */
const checked = (
  levels: readonly Level[],
  total: Level,
  computes: number,
  energyLine: Line | undefined
): readonly SchemaProblem[] => {
  const sum = levels.reduce((sofar, { each }) => sofar.plus(each), new Exact(0))
  const slack = [...levels, total].reduce((sofar, level) => sofar.plus(level.slack), new Exact(0))
  const problems: SchemaProblem[] = []
  if (sum.minus(total.each).abs().gt(slack))
    problems.push(
      problemAt(
        total.line,
        `Total: expected what the levels add up to, ${inJoules(sum)} per computation, got ${inJoules(total.each)}`
      )
    )
  if (energyLine === undefined) return problems
  const [, text = ''] = /^\s*Energy:\s*(.*?)\s*$/.exec(energyLine.text) ?? []
  const [numeral = '', symbol = ''] = text.split(/\s+/)
  const unit = energyUnit(symbol)
  const energy = unit === undefined ? undefined : energyIn(unit)(numeral)
  if (unit === undefined || energy === undefined)
    return [
      ...problems,
      problemAt(
        energyLine.line,
        `Energy: expected an energy with its unit, such as "59.28 uJ", got ${shown(text)}`
      )
    ]
  const whole = total.each.times(computes)
  const off = halfLastPlace(numeral).times(unit.factor).plus(total.slack.times(computes))
  return whole.minus(energy.exact).abs().lte(off)
    ? problems
    : [
        ...problems,
        problemAt(
          energyLine.line,
          `Energy: expected Total times Computes, ${inJoules(whole)}, got ${all(energy)}`
        )
      ]
}

/** kT ln 2 at 300 K, for a sentence. */
const landauerAt300 = new Exact(boltzmannConstant).times(300).times('0.693147180559945')

const resolutionNote = (slack: Decimal): string =>
  `an energy per computation is told to ${inJoules(slack)}, about ${new Working(slack.div(landauerAt300)).toSignificantDigits(2).toFixed()} kT ln 2 at 300 K: nothing near kT ln 2 can be told from 0`

/**
 * The energies of a report of Timeloop: what each level, and the whole run, took. The report gives
 * them per computation and with two decimals; they are multiplied by the number of computations, and
 * `resolution` is half of the last place. The one action is a computation of the whole design. Levels that do not make the total, or a total that is not
 * the Energy of the summary, are problems.
 *
 * @example
 * import { decodeTimeloopStats } from 'limen'
 * decodeTimeloopStats('Summary Stats\nEnergy: 3.00 pJ\nComputes = 10\nfJ/Compute\n    mac = 200.00\n    Total = 200.00\n')
 * // left: (line 2): Energy: expected Total times Computes, 2 pJ, got 3 pJ
 *
 * @since 0.4.0
 */
export const decodeTimeloopStats = fromText<[name?: string], EnergyTable>(
  (source, name = 'Timeloop statistics') => {
    const lines = linesOf(source)
    const headings = lines.filter(({ text }) => headingPattern.test(text))
    const heading = headings[0]
    if (heading === undefined || headings.length > 1)
      return E.left(
        schemaError([
          problemAt(
            headings[1]?.line ?? lastLine(lines),
            `expected one summary with a line "fJ/Compute", got ${heading === undefined ? 'none' : 'a second'}`
          )
        ])
      )
    const problems: SchemaProblem[] = []
    const [, symbol = ''] = headingPattern.exec(heading.text) ?? []
    const unit = energyUnit(symbol)
    if (unit === undefined)
      return E.left(
        schemaError([problemAt(heading.line, `expected a unit of energy such as fJ, got ${shown(symbol)}`)])
      )
    const before = lines.slice(0, heading.line - 1)
    const counted = before.filter(({ text }) => /^\s*Computes\s*=/.test(text)).at(-1)
    const computesText = counted?.text.replace(/^.*=/, '').trim() ?? ''
    const computes = countIn(computesText) ?? 0
    if (counted === undefined || computes === 0)
      problems.push(
        problemAt(
          counted?.line ?? heading.line,
          counted === undefined
            ? 'expected a line "Computes = number" before, got none'
            : `Computes: expected a whole number of 1 or more, got ${shown(computesText)}`
        )
      )
    const read = levelsOf(lines.slice(heading.line), unit, problems)
    const total = read.find(({ name: level }) => level === 'Total')
    if (total === undefined)
      problems.push(problemAt(lastLine(lines), 'expected a line "Total = energy" after the levels, got none'))
    const levels = read.filter((level) => level !== total)
    const energyLine = before.filter(({ text }) => /^\s*Energy:/.test(text)).at(-1)
    if (total !== undefined && problems.length === 0)
      problems.push(...checked(levels, total, computes, energyLine))
    const totalOf = ({ name: component, each, slack }: Level): TotalEnergy => ({
      component,
      part: 'energy',
      ...(component === 'Total' ? { wall: 'total' as const } : {}),
      energy: joules(each.times(computes)),
      resolution: joules(slack.times(computes))
    })
    const computation = ({ name: component, each, slack }: Level): ActionEnergy => ({
      component,
      action: 'computation',
      kind: 'compute',
      energy: joules(each),
      count: computes,
      resolution: joules(slack)
    })
    return unless(problems, () => ({
      format: 'Timeloop statistics',
      name,
      actions: total === undefined ? [] : [computation(total)],
      totals: read.map(totalOf),
      notes: [
        `each energy is that of one computation, in ${symbol}, times ${computes} computations`,
        ...(total === undefined ? [] : [resolutionNote(total.slack)]),
        ...(energyLine === undefined ? ['the report has no line "Energy:" to hold the total against'] : [])
      ]
    }))
  }
)
