/** What a kernel computes: a program of several formulas, and what must be true for each to have a value. */
import { comparedBy, type ModelData } from '../formula/model'
import { fixedRegisters, program, reader, type Program } from '../formula/program'
import { checksOf, type Check, type Checks } from './checks'
import { numberAlgebra } from './number'

/**
 * Models run down columns of inputs, each into a column of values; a column of one value holds for all points.
 * A value is NaN where a condition of its model does not hold, and `doubtful` where float64 cannot tell.
 */
export type ColumnKernel = (
  columns: readonly Float64Array[],
  values: readonly Float64Array[],
  length: number
) => void

/** What stands where float64 holds no value, though there may be one. */
export const doubtful = Infinity

/** A formula as the register that holds its value, and what must be true for that to be one. */
export interface Output {
  readonly register: number
  readonly mayBeZero: boolean
  readonly checks: Pick<Checks, 'conditions' | 'looks'>
}

/** Formulas to be computed together. */
export interface Computation {
  readonly program: Program
  /** What registers hold that no input reaches; the others are NaN. */
  readonly known: readonly number[]
  readonly isFixed: readonly boolean[]
  readonly outputs: readonly Output[]
}

/** Some outputs of a program. */
export const computed = (program: Program, outputs: readonly Output[]): Computation => ({
  program,
  known: reader(numberAlgebra, program)(program.inputs.map(() => NaN)),
  isFixed: fixedRegisters(program),
  outputs
})

/** Models of some inputs, each with its own conditions. */
export const computationOf = (models: readonly ModelData[], inputs: readonly string[]): Computation => {
  const nodes = models.flatMap(({ node, conditions }) => [node, ...conditions.flatMap(comparedBy)])
  const compiled = program(nodes, inputs)
  let at = 0
  const outputs = models.map(({ conditions }): Output => {
    const register = compiled.outputs[at++]!
    const compared = compiled.outputs.slice(at, (at += conditions.flatMap(comparedBy).length))
    const checks = checksOf(compiled, conditions, compared, [register])
    return { register, checks, mayBeZero: checks.mayBeZero[0]! }
  })
  return computed(compiled, outputs)
}

/** Which registers are reached by inputs of which it is known. */
export const reachedBy = (
  { inputs, constants, steps }: Program,
  isReached: readonly boolean[]
): readonly boolean[] => {
  const reached = [...inputs.map((_, at) => isReached[at]!), ...constants.map(() => false)]
  for (const step of steps)
    reached.push(step.arity === 1 ? reached[step.x]! : reached[step.x]! || reached[step.y]!)
  return reached
}

/** Checks that hold for the same outputs, together. */
export interface CheckGroup {
  readonly checks: readonly Check[]
  readonly isLook: boolean
  /** The outputs that ask for them. */
  readonly outputs: readonly number[]
}

/** The checks of some outputs: each is run once. */
export const groupsOf = (outputs: readonly Output[]): readonly CheckGroup[] => {
  const groups = (['conditions', 'looks'] as const).flatMap((kind) => {
    const askedBy = new Map<string, { readonly check: Check; readonly by: Set<number> }>()
    outputs.forEach(({ checks }, at) => {
      for (const check of checks[kind]) {
        const known = askedBy.get(check.text) ?? { check, by: new Set() }
        known.by.add(at)
        askedBy.set(check.text, known)
      }
    })
    const together = new Map<string, CheckGroup>()
    for (const { check, by } of askedBy.values()) {
      const key = [...by].join(' ')
      const checks = [...(together.get(key)?.checks ?? []), check]
      together.set(key, { checks, isLook: kind === 'looks', outputs: [...by] })
    }
    return [...together.values()]
  })
  return groups
}
