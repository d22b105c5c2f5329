/** Accelergy's energy estimation: what each component took in all. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable, TotalEnergy } from '../../ledger/energy-table'
import { Exact } from '../../units/decimal'
import { formatWith } from '../../units/format'
import { joules, picojoules } from '../../units/si'
import type { SchemaError } from '../../shape/problem'
import { accelergyUnit } from './ert'
import { halfStreamDigit } from '../text/numeral'
import { walk } from '../text/walk'
import { decodeYaml } from '../text/yaml'

const inPicojoules = formatWith({ unit: picojoules, digits: 'all' })

/** Where the components do not make the total, as far as six digits tell. */
const mismatch = (components: readonly TotalEnergy[], total: TotalEnergy): readonly string[] => {
  const sum = components.reduce((all, { energy }) => all.plus(energy.exact), new Exact(0))
  const slack = [...components, total].reduce(
    (all, { energy }) => all.plus(halfStreamDigit(energy.exact.toString())),
    new Exact(0)
  )
  return sum.minus(total.energy.exact).abs().lte(slack)
    ? []
    : [`its components add up to ${inPicojoules(joules(sum))}, its Total is ${inPicojoules(total.energy)}`]
}

/**
 * The energies of an Accelergy energy estimation: what each component, and all of them, took, in pJ,
 * which the file leaves unsaid and a note says. What is wrong has its line.
 *
 * @example
 * import { decodeEnergyEstimation } from 'limen/files'
 * decodeEnergyEstimation('energy_estimation: {version: 0.4, components: [{name: mac}]}')
 * // left: /energy_estimation/components/0/energy (line 1): expected an energy of 0 pJ or more, as a plain number, got nothing
 *
 * @since 0.4.0
 */
export const decodeEnergyEstimation = (
  source: string,
  name = 'Accelergy energy estimation'
): E.Either<SchemaError, EnergyTable> =>
  decodeYaml((value) => {
    const walked = walk()
    const estimation = walked.field({ value, pointer: '' }, 'energy_estimation')
    const components = walked
      .list(walked.field(estimation, 'components'), 'a list of components')
      .flatMap((part): readonly TotalEnergy[] => {
        const component = walked.text(walked.field(part, 'name'), 'the name of a component')
        const energy = walked.energy(walked.field(part, 'energy'), picojoules)
        return component === undefined || energy === undefined ? [] : [{ component, part: 'energy', energy }]
      })
    const all = walked.has(estimation, 'Total')
      ? walked.energy(walked.field(estimation, 'Total'), picojoules)
      : undefined
    if (walked.problems.length > 0) return E.left(walked.problems)
    const total: readonly TotalEnergy[] =
      all === undefined ? [] : [{ component: 'Total', part: 'energy', wall: 'total', energy: all }]
    return E.right({
      format: 'Accelergy energy estimation',
      name,
      actions: [],
      totals: [...components, ...total],
      notes: [accelergyUnit, ...total.flatMap((each) => mismatch(components, each))]
    })
  })(source)
