/**
 * Programs where functions from text are forbidden: each step runs down a block of points. A step on its own
 * costs the more the more often it begins, and the more it writes that the next does not find near.
 */
import type { Step } from '../formula/program'
import type { Check } from './checks'
import {
  doubtful, groupsOf, reachedBy,
  type CheckGroup, type ColumnKernel, type Computation, type Output
} from './computation' // prettier-ignore
import { numberAlgebra } from './number'

/** Points of a block, whose registers lie near enough. */
const points = 512

type Loop = (z: Float64Array, x: Float64Array, y: Float64Array, length: number) => void

const loops: Readonly<Record<string, Loop>> = {
  add: (z, x, y, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! + y[i]!
  },
  sub: (z, x, y, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! - y[i]!
  },
  mul: (z, x, y, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! * y[i]!
  },
  div: (z, x, y, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! / y[i]!
  },
  ln: (z, x, _, length) => {
    for (let i = 0; i < length; i++) z[i] = Math.log(x[i]!)
  }
}

const loopOf = (step: Step): Loop => {
  const own = loops[step.op]
  if (own !== undefined) return own
  if (step.arity === 1) {
    const of = numberAlgebra[step.op]
    return (z, x, _, length) => {
      for (let i = 0; i < length; i++) z[i] = of(x[i]!)
    }
  }
  const of = numberAlgebra[step.op]
  return (z, x, y, length) => {
    for (let i = 0; i < length; i++) z[i] = of(x[i]!, y[i]!)
  }
}

/** A computation run down columns, in blocks of at most so many points. */
export const inBlocks = (of: Computation, most = points): ColumnKernel => {
  const { program, known, isFixed, outputs } = of
  const { inputs, constants, steps } = program
  const first = inputs.length + constants.length
  const groups = groupsOf(outputs)
  const registers: Float64Array[] = known.map((value) => new Float64Array(most).fill(value))
  const own = registers.slice(0, inputs.length)
  const runs = steps.map(loopOf)
  const runSteps = (isWanted: (register: number) => boolean, length: number): void => {
    steps.forEach((step, k) => {
      const at = first + k
      if (isFixed[at]! || !isWanted(at)) return
      runs[k]!(registers[at]!, registers[step.x]!, registers[step.arity === 1 ? step.x : step.y]!, length)
    })
  }
  // Where something is wrong: with conditions 1, with looks 2.
  const wrong = outputs.map(() => new Uint8Array(most))
  const isWrong = outputs.map(() => false)
  const begin = (always: readonly number[] = outputs.map(() => 0)): void => {
    always.forEach((kind, at) => {
      wrong[at]!.fill(kind)
      isWrong[at] = kind > 0
    })
  }
  const mark = ({ isLook, outputs }: CheckGroup, { firstWrong }: Check, length: number): void => {
    for (let i = firstWrong(registers, 0, length); i < length; i = firstWrong(registers, i + 1, length))
      for (const at of outputs) {
        isWrong[at] = true
        wrong[at]![i]! |= isLook ? 2 : 1
      }
  }
  const write = ({ register }: Output, at: number, to: Float64Array): void => {
    const found = registers[register]!
    // A zero has no sign.
    for (let i = 0; i < to.length; i++) to[i] = found[i]! + 0
    if (!isWrong[at]!) return
    wrong[at]!.forEach((kind, i) => {
      if (kind > 0 && i < to.length) to[i] = kind === 1 ? NaN : doubtful
    })
  }

  return (columns, values, length) => {
    if (length === 0) return
    const doesVary = columns.map((column) => column.length !== 1)
    const isReached = reachedBy(program, doesVary)
    columns.forEach((column, at) => {
      registers[at] = own[at]!
      if (!doesVary[at]!) registers[at].fill(column[0]!)
    })
    runSteps((at) => !isReached[at]!, 1)
    for (let at = first; at < registers.length; at++)
      if (!isReached[at]!) registers[at]!.fill(registers[at]![0]!)
    const isOnce = ({ registers }: Check): boolean => !registers.some((at) => isReached[at]!)
    const checks = groups.flatMap((group) => group.checks.map((check) => ({ group, check })))
    const varying = checks.filter(({ check }) => !isOnce(check))
    begin()
    for (const { group, check } of checks) if (isOnce(check)) mark(group, check, 1)
    const always = wrong.map(([kind]) => kind!)
    for (let from = 0; from < length; from += most) {
      const count = Math.min(most, length - from)
      columns.forEach((column, at) => {
        if (doesVary[at]!) registers[at] = column.subarray(from, from + count)
      })
      runSteps((at) => isReached[at]!, count)
      begin(always)
      for (const { group, check } of varying) mark(group, check, count)
      outputs.forEach((output, at) => {
        write(output, at, values[at]!.subarray(from, from + count))
      })
    }
  }
}
