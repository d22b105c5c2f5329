/** Several workloads on a grid, one after another. */
import * as E from 'fp-ts/lib/Either.js'
import { aPart, type GridPart } from '../ledger/grid'
import { schemaError, type SchemaError } from '../shape/problem'
import { shown } from '../shape/words'
import { expecting } from '../units/argument'
import * as budget from '../units/budget'
import { problem } from './axis-values'
import { note, type FileGrid, type GridGap } from './grid'

/** What each column of a grid is, and how long each axis. */
const columnsOf = ({ axes, rows }: FileGrid): readonly string[] => [
  ...axes.map(
    ({ name, unit, length }) => `${name}${unit === undefined ? '' : ` in ${unit}`}, ${length} values`
  ),
  ...rows.map(({ name }) => name)
]

/** What a grid has otherwise than the first. */
const otherwise = (name: string, grid: FileGrid, first: string, of: FileGrid): readonly string[] => {
  const [own, wanted] = [columnsOf(grid), columnsOf(of)]
  const differs = Array.from({ length: Math.max(own.length, wanted.length) }, (_, at) => at).filter(
    (at) => own[at] !== wanted[at]
  )
  return differs
    .slice(0, 1)
    .map(
      (at) =>
        `${name}: expected the columns of ${first}, of which number ${at + 1} is ${shown(wanted[at])}, got ${shown(own[at])}`
    )
}

/** Grids of the same columns as one: its slowest axis is `workload`, which runs through their names. */
export const joinedGrid = (
  names: readonly string[],
  grids: readonly [FileGrid, ...FileGrid[]]
): E.Either<SchemaError, FileGrid> => {
  const [first] = grids
  const points = grids.length * first.points
  const wrong = [
    ...grids.flatMap((grid, at) => otherwise(names[at]!, grid, names[0]!, first)),
    ...(points > budget.gridPoints
      ? [`expected at most ${budget.gridPoints} points, all with all, got ${points}`]
      : [])
  ]
  if (wrong.length > 0) return E.left(schemaError(wrong.map(problem)))
  const blocks = expecting('blocks', { part: aPart }, function* (part: GridPart = {}) {
    const { from = 0, to = points } = part
    const gaps = new Map<string, GridGap>()
    for (const [at, grid] of grids.entries()) {
      const before = at * first.points
      if (before >= to) break
      const own = grid.blocks({ ...part, from: Math.max(0, from - before), to: to - before })
      let block = own.next()
      for (; block.done !== true; block = own.next())
        yield { ...block.value, axes: [names[at]!, ...block.value.axes] }
      for (const gap of block.value) note(gaps, gap)
    }
    return [...gaps.values()]
  })
  return E.right({
    axes: [{ name: 'workload', length: grids.length }, ...first.axes],
    rows: first.rows,
    points,
    blocks
  })
}
