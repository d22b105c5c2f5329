/** Accelergy's action counts: how often each action of each component takes place. */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy } from '../../ledger/energy-table'
import type { SchemaError } from '../../shape/problem'
import { walk, type Part, type Walk } from '../text/walk'
import { decodeYaml } from '../text/yaml'

/** How often one action of a component takes place. @since 0.4.0 */
export interface ActionCount {
  /** With the names of what it is in: "design.scratchpad[0]". */
  readonly component: string
  readonly action: string
  readonly arguments?: NonNullable<ActionEnergy['arguments']>
  readonly count: number
}

/** The counts of a file of Accelergy; they hold no energy. @since 0.4.0 */
export interface ActionCounts {
  readonly format: 'Accelergy action counts'
  readonly name: string
  readonly counts: readonly ActionCount[]
}

/** The names of what a component is in, and then its own. */
const pathOf = (above: string, name: string): string => (above === '' ? name : `${above}.${name}`)

const nameOf = (walked: Walk, part: Part): string | undefined =>
  walked.text(walked.field(part, 'name'), 'a name')

const countsOf = (walked: Walk, above: string, local: Part): readonly ActionCount[] =>
  walked.list(local, 'a list of components').flatMap((part) => {
    const name = nameOf(walked, part)
    return walked.list(walked.field(part, 'action_counts'), 'a list of action counts').flatMap((each) => {
      const action = nameOf(walked, each)
      const given = walked.arguments(walked.field(each, 'arguments'))
      const count = walked.count(walked.field(each, 'counts'))
      if (name === undefined || action === undefined || count === undefined) return []
      const own = Object.keys(given).length === 0 ? {} : { arguments: given }
      return [{ component: pathOf(above, name), action, ...own, count }]
    })
  })

/** A node of the tree: components of its own, and nodes below. */
const nodeOf = (walked: Walk, above: string, part: Part): readonly ActionCount[] => {
  const [local, subtree] = [walked.field(part, 'local'), walked.field(part, 'subtree')]
  const [isLocal, isTree] = [walked.has(part, 'local'), walked.has(part, 'subtree')]
  if (!isLocal && !isTree) walked.fail(part, 'missing: expected a list "local" or "subtree", or both')
  return [
    ...(isLocal ? countsOf(walked, above, local) : []),
    ...(isTree
      ? walked.list(subtree, 'a list of parts of the design').flatMap((below) => {
          const name = nameOf(walked, below)
          return nodeOf(walked, name === undefined ? above : pathOf(above, name), below)
        })
      : [])
  ]
}

/**
 * The counts of an Accelergy file of action counts; `joinCounts` adds them to the energies of an ERT.
 * What is wrong has its line.
 *
 * @example
 * import { decodeActionCounts } from 'limen/files'
 * decodeActionCounts('action_counts: {version: 0.3, local: [{name: mac, action_counts: [{name: compute}]}]}')
 * // left: /action_counts/local/0/action_counts/0/counts (line 1): expected a whole number of 0 or more, got nothing
 *
 * @since 0.4.0
 */
export const decodeActionCounts = (
  source: string,
  name = 'Accelergy action counts'
): E.Either<SchemaError, ActionCounts> =>
  decodeYaml((value) => {
    const walked = walk()
    const counts = nodeOf(walked, '', walked.field({ value, pointer: '' }, 'action_counts'))
    return walked.problems.length > 0
      ? E.left(walked.problems)
      : E.right({ format: 'Accelergy action counts' as const, name, counts })
  })(source)
