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
import { lastLine, linesOf, parted, problemAt, unless, type Line } from '../text/lines'
import { countIn, energyIn, halfLastPlace, halfStreamDigit } from '../text/numeral'
import { energyUnit } from '../text/unit'

/** A level of the summary: its energy per computation, and how far that may be off, in joules. */
interface Level {
  readonly line: number
  readonly name: string
  readonly each: Decimal
  readonly slack: Decimal
}

/** A table of the summary: what it is per, and how the line is called that counts that. */
interface Form {
  readonly per: string
  readonly counted: RegExp
  readonly count: string
}

/** Sparse runs have a table for each of two counts of computations; Timeloop 1 counts MACCs. */
const forms: readonly Form[] = [
  { per: 'Compute', counted: /^\s*(?:Actual\s+)?Computes\s*=/, count: 'Computes' },
  { per: 'MACC', counted: /^\s*MACCs\s*=/, count: 'MACCs' },
  { per: 'Algorithmic-Compute', counted: /^\s*Algorithmic\s+Computes\s*=/, count: 'Algorithmic Computes' }
]

/** A heading such as "fJ/Compute": its unit, and what it is per. */
const headingPattern = /^\s*(\w*J)\/(Compute|MACC|Algorithmic-Compute)\s*$/

/**
 * How far a numeral may be off. Fixed decimals show the same number of places in all of a table; else
 * a stream printed six digits without the zeros at their end.
 */
const slackOf = (numerals: readonly string[]): ((numeral: string) => Decimal) => {
  const places = new Set(numerals.map((numeral) => numeral.trim().split('.')[1]?.length ?? 0))
  return places.size === 1 && !places.has(0) ? halfLastPlace : halfStreamDigit
}

const levelsOf = (
  lines: readonly Line[],
  unit: Unit<Energy>,
  problems: SchemaProblem[]
): readonly Level[] => {
  const levels: Level[] = []
  const end = lines.findIndex(({ text }) => text.trim() === '')
  const rows = end < 0 ? lines : lines.slice(0, end)
  const slack = slackOf(rows.map(({ text }) => text.slice(text.lastIndexOf('=') + 1)))
  for (const { line, text } of rows) {
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
    else
      levels.push({
        ...{ line, name, each: new Exact(energy.exact) },
        slack: new Exact(slack(numeral).times(unit.factor))
      })
  }
  return levels
}

const all = formatWith({ digits: 'all' })
const inJoules = (value: Decimal): string => all(joules(value))

/** A table of the summary, with the count of what it is per. */
interface Table {
  readonly line: number
  readonly form: Form
  readonly symbol: string
  readonly computes: number
  readonly levels: readonly Level[]
  readonly total: Level
}

/** The table below a heading; undefined, and problems, where something is wrong with it. */
const tableAt = (lines: readonly Line[], heading: Line, problems: SchemaProblem[]): Table | undefined => {
  const [, symbol = '', per] = headingPattern.exec(heading.text) ?? []
  const form = forms.find((each) => each.per === per)!
  const unit = energyUnit(symbol)
  if (unit === undefined) {
    problems.push(problemAt(heading.line, `expected a unit of energy such as fJ, got ${shown(symbol)}`))
    return undefined
  }
  const before = lines.slice(0, heading.line - 1)
  const counted = before.filter(({ text }) => form.counted.test(text)).at(-1)
  const computesText = counted?.text.replace(/^.*=/, '').trim() ?? ''
  const computes = countIn(computesText) ?? 0
  if (counted === undefined || computes === 0)
    problems.push(
      problemAt(
        counted?.line ?? heading.line,
        counted === undefined
          ? `expected a line "${form.count} = number" before, got none`
          : `${form.count}: expected a whole number of 1 or more, got ${shown(computesText)}`
      )
    )
  const read = levelsOf(lines.slice(heading.line), unit, problems)
  const total = read.find(({ name: level }) => level === 'Total')
  if (total === undefined) {
    problems.push(problemAt(lastLine(lines), 'expected a line "Total = energy" after the levels, got none'))
    return undefined
  }
  const levels = read.filter((level) => level !== total)
  return { line: heading.line, form, symbol, computes, levels, total }
}

/** What the energies of levels, and that of the whole run, say of the total. */
const checked = (
  { levels, total, computes, form }: Table,
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
  const [, text] = parted(energyLine.text, /:/)!
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
          `Energy: expected Total times ${form.count}, ${inJoules(whole)}, got ${all(energy)}`
        )
      ]
}

/** kT ln 2 at 300 K, for a sentence. */
const landauerAt300 = new Exact(boltzmannConstant).times(300).times('0.693147180559945')

const resolutionNote = (slack: Decimal): string =>
  `an energy per computation is told to ${inJoules(slack)}, about ${new Working(slack.div(landauerAt300)).toSignificantDigits(2).toFixed()} kT ln 2 at 300 K: nothing near kT ln 2 can be told from 0`

/** What the file says of a level above the summary. */
interface Spec {
  readonly bits?: number
  readonly isArithmetic: boolean
}

/** The level that a line "=== name ===" begins. */
const levelIn = (text: string): string | undefined => {
  const title = text.trim()
  return title.length >= 6 && title.startsWith('===') && title.endsWith('===')
    ? title.slice(3, -3).trim()
    : undefined
}

/** The widths of words, by level. */
const specsOf = (lines: readonly Line[]): ReadonlyMap<string, Spec> => {
  const specs = new Map<string, Spec>()
  let level: string | undefined
  for (const { text } of lines) {
    level = levelIn(text) ?? level
    if (level === undefined) continue
    const spec = specs.get(level) ?? { isArithmetic: false }
    const bits = countIn(/^\s*Word bits\s*:\s*(\d+)\s*$/.exec(text)?.[1] ?? '')
    if (bits !== undefined && bits > 0) specs.set(level, { ...spec, bits })
    else if (/^\s*Computes? (energy|\(total\))\s*:/.test(text))
      specs.set(level, { ...spec, isArithmetic: true })
  }
  return specs
}

const widthNotes = (specs: ReadonlyMap<string, Spec>): readonly string[] => {
  const widths = [...specs].flatMap(([name, { bits }]) => (bits === undefined ? [] : [`${name} ${bits}`]))
  return widths.length === 0 ? [] : [`bits of a word, as the file says: ${widths.join(', ')}`]
}

const [half, wrap] = [2n ** 63n, 2n ** 64n]

/** Counts that no run can have: a difference below 0, as an unsigned number of 64 bits. */
const impossible = (lines: readonly Line[]): readonly string[] => {
  const found: string[] = []
  let level = ''
  for (const { line, text } of lines) {
    level = levelIn(text) ?? level
    const [what, digits] = parted(text, /[:=]/) ?? ['', '']
    const count = /^\d{19,20}$/.test(digits) ? BigInt(digits) : 0n
    if (count < half) continue
    const meant = count < wrap ? `, which is ${count - wrap} in 64 bits` : ''
    found.push(`${what}${level === '' ? '' : ` of ${level}`} (line ${line}) is ${count}${meant}`)
  }
  const more = found.length > 5 ? ` and ${found.length - 4} more` : ''
  return found.length === 0
    ? []
    : [
        `no run has such a count, so that the energies it enters are wrong: ${found.slice(0, more === '' ? 5 : 4).join('; ')}${more}`
      ]
}

/** Whether two tables of one run make the same energy, as far as their digits tell. */
const disagreement = (one: Table, other: Table): readonly SchemaProblem[] => {
  const whole = ({ total, computes }: Table): Decimal => total.each.times(computes)
  const off = ({ total, computes }: Table): Decimal => total.slack.times(computes)
  return whole(one)
    .minus(whole(other))
    .abs()
    .lte(off(one).plus(off(other)))
    ? []
    : [
        problemAt(
          other.total.line,
          `Total: expected the same energy per ${one.form.per} and per ${other.form.per}, got ${inJoules(whole(one))} and ${inJoules(whole(other))}`
        )
      ]
}

/**
 * The energies of a report of Timeloop: what each level, and the whole run, took. The report gives
 * them per computation and with two decimals; they are multiplied by the number of computations, and
 * `resolution` is half of the last place. The one action is a computation of the whole design, of words
 * as wide as those of the arithmetic level. A sparse run has a table for the computations of the
 * algorithm beside that of those that took place, which is read; Timeloop 1 has MACCs. Levels that do
 * not make the total, a total that is not the Energy of the summary, or tables that disagree are
 * problems; counts that no run can have are noted.
 *
 * @example
 * import { decodeTimeloopStats } from 'limen/files'
 * decodeTimeloopStats('Summary Stats\nEnergy: 3.00 pJ\nComputes = 10\nfJ/Compute\n    mac = 200.00\n    Total = 200.00\n')
 * // left: (line 2): Energy: expected Total times Computes, 2 pJ, got 3 pJ
 *
 * @since 0.4.0
 */
export const decodeTimeloopStats = fromText<[name?: string], EnergyTable>(
  (source, name = 'Timeloop statistics') => {
    const lines = linesOf(source)
    const headings = lines.filter(({ text }) => headingPattern.test(text))
    const isAlgorithmic = ({ text }: Line): boolean => text.includes('Algorithmic')
    const [algorithmic, ...moreAlgorithmic] = headings.filter(isAlgorithmic)
    const [actual, ...moreActual] = headings.filter((heading) => !isAlgorithmic(heading))
    const heading = actual ?? algorithmic
    const [second] = [...moreActual, ...moreAlgorithmic]
    if (heading === undefined || second !== undefined)
      return E.left(
        schemaError([
          problemAt(
            second?.line ?? lastLine(lines),
            `expected one summary with a line "fJ/Compute", got ${heading === undefined ? 'none' : 'a second'}`
          )
        ])
      )
    const problems: SchemaProblem[] = []
    const table = tableAt(lines, heading, problems)
    const other =
      algorithmic === undefined || algorithmic === heading ? undefined : tableAt(lines, algorithmic, problems)
    const energyLine = lines
      .slice(0, headings[0]!.line - 1)
      .filter(({ text }) => /^\s*Energy:/.test(text))
      .at(-1)
    if (table !== undefined && problems.length === 0)
      problems.push(
        ...checked(table, energyLine),
        ...(other === undefined ? [] : [...checked(other, energyLine), ...disagreement(table, other)])
      )
    const specs = specsOf(lines)
    const arithmetic = [...specs.values()].filter(({ isArithmetic }) => isArithmetic)
    const bits = arithmetic.length === 1 ? arithmetic[0]!.bits : undefined
    const totalOf =
      (computes: number) =>
      ({ name: component, each, slack }: Level): TotalEnergy => ({
        component,
        part: 'energy',
        ...(component === 'Total' ? { wall: 'total' as const } : {}),
        energy: joules(each.times(computes)),
        resolution: joules(slack.times(computes))
      })
    const computation = ({
      computes,
      total: { name: component, each, slack }
    }: Table): readonly ActionEnergy[] => [
      {
        component,
        action: 'computation',
        kind: 'compute',
        energy: joules(each),
        ...(bits === undefined ? {} : { bits }),
        count: computes,
        resolution: joules(slack)
      }
    ]
    return unless(problems, () =>
      table === undefined
        ? undefined
        : {
            format: 'Timeloop statistics',
            name,
            actions: computation(table),
            totals: [...table.levels, table.total]
              .sort((a, b) => a.line - b.line)
              .map(totalOf(table.computes)),
            notes: [
              ...impossible(lines),
              `each energy is that of one computation, in ${table.symbol}, times ${table.computes} ${table.form.per === 'MACC' ? 'MACCs' : 'computations'}`,
              ...(other === undefined
                ? []
                : [
                    `the run is sparse: of ${other.computes} computations of the algorithm ${table.computes} took place, and energies are those of the latter`
                  ]),
              ...widthNotes(specs),
              resolutionNote(table.total.slack),
              ...(energyLine === undefined
                ? ['the report has no line "Energy:" to hold the total against']
                : [])
            ]
          }
    )
  }
)
