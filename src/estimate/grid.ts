/**
 * A workload file on a grid: any of its fields run through values, all with all, to the totals of its ledger.
 *
 * A range that is an input of the ledger, such as a temperature, runs in a loop of float64. What changes more,
 * such as the kind of convergence, is read anew at each of its values, and so varies slowest.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import type { Input } from '../formula/model'
import type { ModelError } from '../reading/error'
import { parseJson, type Document } from '../format/text/json'
import { leaves, type Leaf } from '../format/workload/scenario'
import { sweepable } from '../ledger/columns'
import { aPart, ledgerGrid, type Axis, type GridBlock, type GridPart, type LedgerGrid } from '../ledger/grid'
import { designsOf, kindOf, valuesOf, type Scenario } from '../ledger/scenario'
import { spaced } from '../ledger/spaced'
import { quantity } from '../shape/codec'
import {
  problemText,
  retold,
  schemaError,
  unfitFile,
  type SchemaError,
  type SchemaProblem
} from '../shape/problem'
import { likely, rather, shown } from '../shape/words'
import { anObject, anything, expecting, listOf, optional } from '../units/argument'
import * as budget from '../units/budget'
import { formatWith } from '../units/format'
import { isQuantity } from '../units/quantity'
import { anAxisText, type AxisRange, type AxisText } from './axis'
import { asDesign, designAxis, designsNamed, withDesign } from './design-axis'
import { defaultPoints, endsOf, isList, problem, quantitiesOf, wrongIn, type Quantities } from './axis-values'
import { placeless, scenarioOf, type FileOptions, type Overrides } from './workload-file'

/** What varies: by its name in the file, and in which unit its values are told. @since 0.9.0 */
export interface FileAxis {
  readonly name: string
  /** The coherent unit of its numbers; left out, where its values are texts. */
  readonly unit?: string
  /** The input of the ledger that its numbers are. @since 0.11.0 */
  readonly of?: Input<unknown>
  readonly length: number
}

/** Some points of a grid one after another. @since 0.9.0 */
export interface FileGridBlock {
  readonly length: number
  /** For each axis its values: numbers in its unit, or the one text that holds at all points of the block. */
  readonly axes: readonly (Float64Array | string)[]
  /** For each row its totals, in joules; NaN where there is none. */
  readonly totals: readonly Float64Array[]
}

/** Points at which a row has no total. @since 0.9.0 */
export interface GridGap {
  readonly row: string
  readonly points: number
  /** Why there is none at the first of them. */
  readonly why: string
}

/** A workload file on a grid. @since 0.9.0 */
export interface FileGrid {
  /** What varies, slowest first. */
  readonly axes: readonly FileAxis[]
  readonly rows: LedgerGrid['rows']
  readonly points: number
  /** Its blocks one by one, or those of a part of it; and at last where there was no total. */
  readonly blocks: (part?: GridPart) => Generator<FileGridBlock, readonly GridGap[]>
}

const isSame = (a: unknown, b: unknown): boolean =>
  isQuantity(a) && isQuantity(b) ? a.exact.eq(b.exact) : Object.is(a, b)

/**
 * The input of the ledger that a range sets, and its values at the ends, where it sets no other; else none. How
 * far the steps shrink follows the precision of itself.
 */
const inputOf = (first: Scenario, last: Scenario): readonly [string, Quantities] | undefined => {
  const [before, after] = [valuesOf(first), valuesOf(last)]
  const changed = Object.keys({ ...before, ...after }).filter((name) => !isSame(before[name], after[name]))
  const [input = '', ...more] = changed.filter(
    (name) =>
      !(name === 'stepRange' && changed.includes('precision') && isSame(after[name], after['precision']))
  )
  const ends = [before[input], after[input]]
  return more.length === 0 && ends.every(isQuantity) && kindOf(first) === kindOf(last)
    ? [input, ends]
    : undefined
}

/** Values that are read anew one by one, as texts of the file. */
interface Said {
  readonly kind: 'said'
  readonly name: string
  readonly texts: readonly string[]
}

/** An input of the ledger that runs in float64, in its coherent unit. */
interface Run {
  readonly kind: 'run'
  readonly name: string
  readonly unit: string
  readonly points: number
  readonly axis: Axis
}

/** From fields that are set to texts to a scenario. */
type Reading = (set: Overrides) => E.Either<SchemaError, Scenario>

export type Read<A> = E.Either<readonly SchemaProblem[], A>

const problemsIn = E.mapLeft(({ problems }: SchemaError): readonly SchemaProblem[] => problems)

const leafNamed = (name: string): Leaf | undefined => leaves.find((leaf) => leaf.name === name)

/** A range, where nothing is wrong with it. */
const sound = (axis: AxisRange, ends: Quantities): Read<Quantities> => {
  const wrong = wrongIn(axis, ends)
  return wrong.length > 0 ? E.left(wrong) : E.right(ends)
}

/** The texts of a range whose values are read anew. */
const textsOf = (axis: AxisRange, leaf: Leaf): Read<Said> =>
  pipe(
    quantitiesOf(axis.name, endsOf(axis), (value) => leaf.field.codec.decode(value)),
    E.chain((ends) => sound(axis, ends)),
    E.chain(([from, to]): Read<Said> => {
      const { name, points = defaultPoints, spacing } = axis
      if (points > budget.points) return E.left([problem(tooMany(name, points))])
      const values = spaced(from!, to!, points, spacing)
      return E.right({
        kind: 'said',
        name,
        texts: values.map((value) => formatWith({ digits: 'all' })(value))
      })
    })
  )

const tooMany = (names: string, points: number): string =>
  `${names}: at each value the file is read anew: expected at most ${budget.points} of all with all, got ${points}`

/** A range of an input of the ledger. */
const ranging = (axis: AxisRange, input: string, values: Quantities): Read<Run> =>
  pipe(
    sound(axis, values),
    E.map(([from, to]): Run => {
      const { name, points = defaultPoints, spacing } = axis
      const spaced = spacing === undefined ? {} : { spacing }
      const unit = from!.dimension.coherentUnit
      return { kind: 'run', name, unit, points, axis: { input, from: from!, to: to!, points, ...spaced } }
    })
  )

/** A range of a field of the file. */
const ofField = (axis: AxisRange, leaf: Leaf, first: Scenario, reading: Reading): Read<Said | Run> =>
  pipe(
    problemsIn(reading({ [axis.name]: axis.to })),
    E.chain((last): Read<Said | Run> => {
      const direct = inputOf(first, last)
      return direct === undefined ? textsOf(axis, leaf) : ranging(axis, ...direct)
    })
  )

const leafNames = leaves.map(({ name }) => name)

const strange = (name: string, known: readonly string[]): SchemaProblem =>
  problem(`${shown(name)} is no input of this workload${rather(name, known)}`)

/** Names that are surely misspelt, whatever the ledger takes besides its fields. */
const misspelt = (axes: readonly AxisText[]): readonly SchemaProblem[] =>
  axes
    .filter(
      ({ name }) =>
        leafNamed(name) === undefined && name !== designAxis && likely(name, leafNames) !== undefined
    )
    .map(({ name }) => strange(name, leafNames))

/** An input of the ledger that is no field of its own, such as the shape of a measured convergence. */
const ofInput = (axis: AxisText, first: Scenario): Read<Run> => {
  const { name } = axis
  const inputs = sweepable(first)
  const of = Object.hasOwn(inputs, name) ? inputs[name] : undefined
  if (of === undefined) return E.left([strange(name, [...new Set([...leafNames, ...Object.keys(inputs)])])])
  const { dimension } = of.unit
  const codec = quantity(of, `1 ${of.unit.symbol}`.trim())
  return pipe(
    quantitiesOf(name, isList(axis) ? axis.values : endsOf(axis), (value) => codec.decode(value)),
    E.chain((found): Read<Run> => {
      if (!isList(axis)) return ranging(axis, name, found)
      const values = { dimension, values: Float64Array.from(found, ({ value }) => value) }
      const unit = dimension.coherentUnit
      return E.right({ kind: 'run', name, unit, points: found.length, axis: { input: name, values } })
    })
  )
}

/** All combinations of the values of some axes, the last fastest. */
export const combined = <A>(axes: readonly (readonly A[])[]): readonly (readonly A[])[] =>
  axes.reduce<readonly (readonly A[])[]>(
    (all, values) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]]
  )

export const setTo = (axes: readonly Said[], texts: readonly string[]): Overrides =>
  Object.fromEntries(axes.map(({ name }, at) => [name, texts[at]!]))

/** Everything, or all that is wrong. */
export const all = <A>(items: readonly Read<A>[]): Read<readonly A[]> => {
  const wrong = items.flatMap((each) => (E.isLeft(each) ? each.left : []))
  return wrong.length > 0
    ? E.left(wrong)
    : E.right(items.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

/** The rows of a block that have no total at some of its points, as the grid calls them. */
const gapsOf = ({ rows }: GridBlock, called: FileGrid['rows']): readonly GridGap[] =>
  rows.flatMap(({ values, at }, row) => {
    let points = 0
    for (const value of values) if (Number.isNaN(value)) points += 1
    if (points === 0) return []
    const first = at(values.findIndex((value) => Number.isNaN(value)))
    return [{ row: called[row]!.name, points, why: E.isLeft(first) ? first.left.message : '' }]
  })

/** Counts what is missing, and keeps why at the first of the points. */
export const note = (gaps: Map<string, GridGap>, { row, points, why }: GridGap): void => {
  const known = gaps.get(row)
  gaps.set(row, { row, points: points + (known?.points ?? 0), why: known?.why ?? why })
}

/** The grids of a ledger one after another, for each way to set what is read anew. */
const fileGrid = (said: readonly Said[], run: readonly Run[], reading: Reading): Read<FileGrid> => {
  const texts = said.map(({ name, texts }): FileAxis => ({ name, length: texts.length }))
  const lengths = [...texts.map(({ length }) => length), ...run.map((axis) => axis.points)]
  const points = lengths.reduce((size, length) => size * length, 1)
  if (points > budget.gridPoints)
    return E.left([problem(`expected at most ${budget.gridPoints} points, all with all, got ${points}`)])
  const ways = combined(said.map(({ texts }) => texts))
  if (ways.length > budget.points)
    return E.left([problem(tooMany(said.map(({ name }) => name).join(', '), ways.length))])
  const gridOf = (texts: readonly string[]): Read<LedgerGrid> =>
    pipe(
      problemsIn(reading(setTo(said, texts))),
      E.chain((scenario): Read<LedgerGrid> =>
        E.mapLeft(({ message }: ModelError | CompositionError) => [problem(message)])(
          ledgerGrid(
            scenario,
            run.map(({ axis }) => axis)
          )
        )
      )
    )
  return pipe(
    all(ways.map(gridOf)),
    E.map((grids): FileGrid => {
      const design = said.find(({ name }) => name === designAxis)?.texts[0]
      const rows = grids[0]!.rows.map((row) => (design === undefined ? row : asDesign(row, design)))
      const blocks = expecting('blocks', { part: aPart }, function* (part: GridPart = {}) {
        const { from = 0, to = points } = part
        const gaps = new Map<string, GridGap>()
        for (const [at, grid] of grids.entries()) {
          const before = at * grid.points
          if (before >= to) break
          const own = { ...part, from: Math.max(0, from - before), to: to - before }
          for (const block of grid.blocks(own)) {
            for (const gap of gapsOf(block, rows)) note(gaps, gap)
            const values = run.map(({ axis: { input } }) => block.inputs[input]!)
            const totals = block.rows.map((row) => row.values)
            yield { length: totals[0]!.length, axes: [...ways[at]!, ...values], totals }
          }
        }
        return [...gaps.values()]
      })
      const numbers = run.map(({ name, unit, points }, at): FileAxis => ({
        name,
        unit,
        of: grids[0]!.axes[at]!.of,
        length: points
      }))
      return { axes: [...texts, ...numbers], rows, points, blocks }
    })
  )
}

/** What is wrong with some axes by their names. */
export const wrongNames = (axes: readonly AxisText[], overrides: Overrides): readonly SchemaProblem[] => [
  ...(axes.length === 0 ? [problem('expected something that varies, such as temperature=4 K..400 K')] : []),
  ...axes.flatMap(({ name, ...axis }, at) => [
    ...('values' in axis && axis.values.length === 0
      ? [problem(`${name}: expected a value or more, got none`)]
      : []),
    ...(axes.findIndex((axis) => axis.name === name) < at
      ? [problem(`${name}: expected it to vary once, got it again`)]
      : []),
    ...(name === designAxis && !('values' in axis)
      ? [problem(`${name}: expected names of designs, such as design=H100 PCIe, A100 PCIe`)]
      : []),
    ...(Object.hasOwn(overrides, name)
      ? [problem(`${name}: it varies, and is said to be ${overrides[name]!}`)]
      : [])
  ])
]

/** What is wrong with the value of an axis is told with its name: it stands at no place of the file. */
export const byName =
  (axes: readonly Pick<AxisText, 'name'>[]) =>
  (told: SchemaProblem): SchemaProblem => {
    const axis = axes.find(({ name }) => isWithin(told.pointer, leafNamed(name)!.pointer))
    return axis === undefined ? told : problem(`${axis.name}: ${told.message}`)
  }

const isWithin = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`)

/** Each problem once. */
export const uniq = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] => [
  ...new Map(problems.map((each) => [problemText(each), each])).values()
]

/** What varies in a file, read anew and in float64; and how the file is read. */
export interface GridParts {
  readonly said: readonly Said[]
  readonly run: readonly Run[]
  /** Both, as they are asked for. */
  readonly found: readonly (Said | Run)[]
  /** The scenario with each axis at its beginning. */
  readonly first: Scenario
  readonly reading: Reading
}

/** The parts of a grid, or all that is wrong with the file or an axis. */
export const gridParts = (
  document: Document,
  axes: readonly AxisText[],
  overrides: Overrides,
  options: FileOptions
): Read<GridParts> => {
  const wrong = wrongNames(axes, overrides)
  if (wrong.length > 0) return E.left(wrong)
  const fields = axes.filter(({ name }) => leafNamed(name) !== undefined)
  const starts = Object.fromEntries(fields.map((axis) => [axis.name, endsOf(axis)[0]]))
  const read = (set: Overrides, of: FileOptions): E.Either<SchemaError, Scenario> =>
    pipe(scenarioOf(document, { ...overrides, ...starts, ...set }, of), E.mapLeft(retold(byName(fields))))
  const asked = axes.filter(isList).flatMap(({ name, values }) => (name === designAxis ? values : []))
  const known = pipe(
    read({}, options),
    E.map((scenario) => designsOf(scenario))
  )
  // What is wrong with a file that cannot be read is told below; a name may be one of its designs.
  const named = E.isRight(known) ? designsNamed(asked, known.right) : E.right([])
  if (E.isLeft(named)) return named
  const names = named.right.map(({ name }) => name)
  const own = E.isRight(known) ? known.right.map(({ name }) => name) : []
  const cited = named.right.filter(({ name }, at) => !own.includes(name) && names.indexOf(name) === at)
  const reading: Reading = ({ [designAxis]: chosen = names[0], ...set }) =>
    pipe(
      read(set, { ...options, designs: [...(options.designs ?? []), ...cited] }),
      E.map((scenario) => (chosen === undefined ? scenario : withDesign(scenario, names, chosen)))
    )
  const ends = [{}, ...fields.map((axis) => ({ [axis.name]: endsOf(axis)[1] }))].map(reading)
  const unread = ends.flatMap((end) => (E.isLeft(end) ? end.left.problems : []))
  if (unread.length > 0) return E.left(uniq([...misspelt(axes), ...unread]))
  return pipe(
    problemsIn(reading({})),
    E.chain((first) =>
      pipe(
        all(
          axes.map((axis): Read<Said | Run> => {
            if (axis.name === designAxis) return E.right({ kind: 'said', name: designAxis, texts: names })
            const leaf = leafNamed(axis.name)
            if (leaf === undefined) return ofInput(axis, first)
            return isList(axis)
              ? E.right({ kind: 'said', name: axis.name, texts: axis.values })
              : ofField(axis, leaf, first, reading)
          })
        ),
        E.map((found) => ({ found, first }))
      )
    ),
    E.map(({ found, first }) => ({
      said: found.filter((axis) => axis.kind === 'said'),
      run: found.filter((axis) => axis.kind === 'run'),
      found,
      first,
      reading
    }))
  )
}

const gridOf = (
  document: Document,
  axes: readonly AxisText[],
  overrides: Overrides,
  options: FileOptions
): Read<FileGrid> =>
  pipe(
    gridParts(document, axes, overrides, options),
    E.chain(({ said, run, reading }) => fileGrid(said, run, reading))
  )

/** What stands beside a file or its value. */
const beside = {
  axes: listOf('a list of axes', anAxisText),
  overrides: optional(anObject),
  options: optional(anObject)
}

/**
 * The totals of a workload file while some of its fields run through values, all with all, in float64: the last
 * axis varies fastest, but for those at whose values the file is read anew, which vary slowest. The axis `design`
 * runs through designs by their names, of the file, of the options or cited: at each the row `design` is its
 * total. All that is wrong with the file or an axis is told before the first block.
 *
 * @example
 * import { gridFile, axisFrom } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = `{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`
 * const floors = pipe(
 *   E.sequenceArray([axisFrom('temperature=100 K..300 K:linear:3')]),
 *   E.chain((axes) => gridFile(file, axes)),
 *   E.map((grid) => [...grid.blocks()].map(({ totals }) => totals[0]![2]!.toExponential(3)).join())
 * )
 * floors // right('2.297e-14')
 *
 * @since 0.9.0
 */
export const gridFile = expecting(
  'gridFile',
  {
    text: anything,
    ...beside
  },
  (
    text: string,
    axes: readonly AxisText[],
    overrides: Overrides = {},
    options: FileOptions = {}
  ): E.Either<SchemaError, FileGrid> =>
    pipe(
      parseJson(text),
      E.chain((document) => E.mapLeft(schemaError)(gridOf(document, axes, overrides, options)))
    ),
  unfitFile
)

/** The same of a value with the fields of a workload file. @since 0.9.0 */
export const gridValue = expecting(
  'gridValue',
  {
    value: anything,
    ...beside
  },
  (
    value: unknown,
    axes: readonly AxisText[],
    overrides: Overrides = {},
    options: FileOptions = {}
  ): E.Either<SchemaError, FileGrid> =>
    E.mapLeft(schemaError)(gridOf(placeless(value), axes, overrides, options)),
  unfitFile
)
