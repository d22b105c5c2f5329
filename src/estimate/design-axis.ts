/** Designs by name as an axis of a grid: at each of its values one of them stands beside the paradigms. */
import * as E from 'fp-ts/lib/Either.js'
import { citedDesign } from '../ledger/cited-design'
import type { OwnDesign } from '../ledger/design'
import type { LedgerGrid } from '../ledger/grid'
import type { Scenario } from '../ledger/scenario'
import type { SchemaProblem } from '../shape/problem'
import type { Certainty } from '../units/enclosure'
import { problem } from './axis-values'

/** What such an axis is called, and the row of the design that stands there. */
export const designAxis = 'design'

type Design = OwnDesign<Certainty>

/** Designs by their names: those that are known; else cited hardware. */
export const designsNamed = (
  names: readonly string[],
  known: readonly Design[]
): E.Either<readonly SchemaProblem[], readonly Design[]> => {
  const found = names.map((name) => {
    const own = known.find((design) => design.name === name)
    return own === undefined ? citedDesign(name) : E.right(own)
  })
  const wrong = found.flatMap((each) => (E.isLeft(each) ? each.left.problems : []))
  return wrong.length > 0
    ? E.left(wrong.map(({ message }) => problem(`${designAxis}: ${message}`)))
    : E.right(found.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

/** A scenario that has one of some designs alone, and it last. */
export const withDesign = (scenario: Scenario, names: readonly string[], chosen: string): Scenario => {
  const { designs = [] } = scenario
  const others = designs.filter(({ name }) => !names.includes(name))
  return { ...scenario, designs: [...others, ...designs.filter(({ name }) => name === chosen)] }
}

/** A row by what it is called at all values of the axis; `design` is the one at the first. */
export const asDesign = (row: LedgerGrid['rows'][number], design: string): LedgerGrid['rows'][number] =>
  row.name === design || row.name === `${design}.wallPlug`
    ? {
        ...row,
        name: `${designAxis}${row.name.slice(design.length)}`,
        description: row.name === design ? 'the design' : 'the design, at the wall plug'
      }
    : row
