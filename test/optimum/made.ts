/** Models and tasks for tests. */
import type { AnyModel } from '../../src/bound/compose'
import type { Expression } from '../../src/formula/expression'
import { input, type Inputs } from '../../src/formula/model'
import { minimise, type MinimiseOptions } from '../../src/optimum/minimise'
import type { Optimum } from '../../src/optimum/optimum'
import type { MinimiseTask } from '../../src/optimum/task'
import { model } from '../../src/physics/model'
import type { Dimensionless } from '../../src/units/dimension'
import { orThrow } from '../../src/units/either'
import { one } from '../../src/units/si'

type Pure = Expression<Dimensionless>

/** A model of pure numbers that may be any, or lie in a range. */
export const pureModel = <const N extends string>(
  name: string,
  inputs: Readonly<Record<N, `${'(' | '['}${string}, ${string}${')' | ']'}`>>,
  formula: (x: Readonly<Record<N, Pure>>) => Pure
): AnyModel<unknown> =>
  model<Inputs, Dimensionless>({
    name,
    symbol: name,
    summary: name,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([each, within]) => [each, input(each, one, within as '(0, ∞)', each)])
    ),
    unit: one,
    formula: (symbols) => formula(symbols as unknown as Readonly<Record<N, Pure>>),
    tier: 'theorem',
    constraint: ''
  }) as unknown as AnyModel<unknown>

/** Where a task is least, which it must be somewhere. */
export const least = (task: MinimiseTask, options?: MinimiseOptions): Optimum => {
  const found = orThrow(minimise(task, options))
  if (found.kind !== 'found') throw new Error(`none was found: ${JSON.stringify(found)}`)
  return found
}

/** The value of an input that was chosen. */
export const chosen = ({ chosen: all }: Optimum, name: string): number =>
  all.find((each) => each.name === name)!.value.value
