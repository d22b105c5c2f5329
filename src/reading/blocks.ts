/**
 * Programs where functions from text are forbidden: each step runs down a block of points. A step on its own
 * costs the more the more often it begins, and the more it writes that the next does not find near.
 */
import type { Step } from '../formula/program'
import type { Check } from './checks'
import {
  doubtful, groupsOf,
  type CheckGroup, type ColumnKernel, type Computation, type Output
} from './computation' // prettier-ignore
import { numberAlgebra } from './number'

/** Points of a block, whose registers lie near enough. */
const points = 1024

type Loop = (z: Float64Array, x: Float64Array, y: Float64Array, w: Float64Array, length: number) => void

const loops: Readonly<Record<string, Loop>> = {
  add: (z, x, y, _, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! + y[i]!
  },
  sub: (z, x, y, _, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! - y[i]!
  },
  mul: (z, x, y, _, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! * y[i]!
  },
  div: (z, x, y, _, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! / y[i]!
  },
  ln: (z, x, _y, _w, length) => {
    for (let i = 0; i < length; i++) z[i] = Math.log(x[i]!)
  }
}

/** A step and the one that alone takes its value, in one: that value is nowhere written. */
const pairs: Readonly<Record<string, Loop>> = {
  'add add': (z, x, y, w, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! + y[i]! + w[i]!
  },
  'add mul': (z, x, y, w, length) => {
    for (let i = 0; i < length; i++) z[i] = (x[i]! + y[i]!) * w[i]!
  },
  'mul add': (z, x, y, w, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! * y[i]! + w[i]!
  },
  'mul mul': (z, x, y, w, length) => {
    for (let i = 0; i < length; i++) z[i] = x[i]! * y[i]! * w[i]!
  }
}

const loopOf = (step: Step): Loop => {
  const own = loops[step.op]
  if (own !== undefined) return own
  if (step.arity === 1) {
    const of = numberAlgebra[step.op]
    return (z, x, _y, _w, length) => {
      for (let i = 0; i < length; i++) z[i] = of(x[i]!)
    }
  }
  const of = numberAlgebra[step.op]
  return (z, x, y, _, length) => {
    for (let i = 0; i < length; i++) z[i] = of(x[i]!, y[i]!)
  }
}

/** A loop, and the registers that it takes. */
interface Run {
  readonly loop: Loop
  readonly z: number
  readonly x: number
  readonly y: number
  readonly w: number
}

const operandsOf = (step: Step): readonly [number, number] =>
  step.arity === 1 ? [step.x, step.x] : [step.x, step.y]

/** The runs of some steps, by twos where it goes: what others than steps ask for has a register. */
const runsOf = (
  steps: readonly (readonly [z: number, step: Step])[],
  isAskedFor: (register: number) => boolean
): readonly Run[] => {
  const uses = new Map<number, number>()
  for (const [, step] of steps) for (const at of operandsOf(step)) uses.set(at, (uses.get(at) ?? 0) + 1)
  const runs = new Map<number, Run>()
  // What is not yet one of two.
  const single = new Map<number, Step>()
  const pairOf = (at: number, { op }: Step): Loop | undefined =>
    single.has(at) && uses.get(at) === 1 && !isAskedFor(at) ? pairs[`${single.get(at)!.op} ${op}`] : undefined
  for (const [z, step] of steps) {
    const [x, y] = operandsOf(step)
    const before = [x, y].find((at) => pairOf(at, step) !== undefined)
    if (before === undefined) {
      runs.set(z, { loop: loopOf(step), z, x, y, w: x })
      single.set(z, step)
    } else {
      const [first, second] = operandsOf(single.get(before)!)
      const loop = pairOf(before, step)!
      runs.delete(before)
      runs.set(z, { loop, z, x: first, y: second, w: x === before ? y : x })
    }
  }
  return [...runs.values()]
}

/**
 * A computation run down columns, in blocks of at most so many points, for each way for inputs to vary: all ways
 * share their registers.
 */
export const inBlocks = (
  of: Computation,
  most = points
): ((isReached: readonly boolean[]) => ColumnKernel) => {
  const { program, known, isFixed, outputs } = of
  const { inputs, constants, steps } = program
  const first = inputs.length + constants.length
  const groups = groupsOf(outputs)
  const own: readonly Float64Array[] = known.map((value) => new Float64Array(most).fill(value))
  const registers = [...own]
  const run = (all: readonly Run[], length: number): void => {
    for (const { loop, z, x, y, w } of all)
      loop(registers[z]!, registers[x]!, registers[y]!, registers[w]!, length)
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
  const write = ({ register, mayBeZero }: Output, at: number, to: Float64Array): void => {
    const found = registers[register]!
    if (found !== to) to.set(found.subarray(0, to.length))
    // A zero has no sign.
    if (mayBeZero) for (let i = 0; i < to.length; i++) to[i]! += 0
    if (!isWrong[at]!) return
    wrong[at]!.forEach((kind, i) => {
      if (kind > 0 && i < to.length) to[i] = kind === 1 ? NaN : doubtful
    })
  }

  return (isReached) => {
    const named = steps.map((step, k) => [first + k, step] as const).filter(([at]) => !isFixed[at]!)
    const once = named.filter(([at]) => !isReached[at]!)
    const checks = groups.flatMap((group) => group.checks.map((check) => ({ group, check })))
    const [varying, constant] = [true, false].map((doesVary) =>
      checks.filter(({ check }) => check.registers.some((at) => isReached[at]!) === doesVary)
    ) as [typeof checks, typeof checks]
    const asked = new Set([
      ...outputs.map(({ register }) => register),
      ...varying.flatMap(({ check }) => check.registers)
    ])
    const before = runsOf(once, () => true)
    const along = runsOf(
      named.filter(([at]) => isReached[at]!),
      (at) => asked.has(at)
    )
    // The first output of a register that is computed along a block is written where it belongs.
    const written = new Map(
      outputs
        .map(({ register }, at) => [register, at] as const)
        .filter(([at]) => at >= first && isReached[at]!)
    )
    return (columns, values, length) => {
      if (length === 0) return
      const all = Math.min(most, length)
      own.forEach((register, at) => {
        registers[at] = register
      })
      columns.forEach((column, at) => {
        if (column.length === 1) own[at]!.fill(column[0]!, 0, all)
      })
      run(before, 1)
      for (const [at] of once) own[at]!.fill(own[at]![0]!, 0, all)
      begin()
      for (const { group, check } of constant) mark(group, check, 1)
      const always = wrong.map(([kind]) => kind!)
      for (let from = 0; from < length; from += most) {
        const count = Math.min(most, length - from)
        const to = values.map((column) => column.subarray(from, from + count))
        columns.forEach((column, at) => {
          if (column.length !== 1) registers[at] = column.subarray(from, from + count)
        })
        for (const [register, at] of written) registers[register] = to[at]!
        run(along, count)
        begin(always)
        for (const { group, check } of varying) mark(group, check, count)
        outputs.forEach((output, at) => {
          write(output, at, to[at]!)
        })
      }
    }
  }
}
