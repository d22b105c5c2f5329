/**
 * Programs as WebAssembly: the loop of kernel.ts over pairs of points. It has its logarithms and exponentials
 * in itself, where JavaScript calls for each, and its checks cost half as much.
 *
 * Columns pass through a memory that all kernels share, some points at a time, so that they stay near. What holds
 * for all points is computed by the same instructions: a value does not depend on which inputs vary.
 */
import type { Binary, Unary } from '../formula/algebra'
import type { Step } from '../formula/program'
import { lazily } from '../units/remembered'
import type { Check } from './checks'
import { doubtful, groupsOf, type ColumnKernel, type Computation } from './computation'
import { numberAlgebra } from './number'
import {
  abs, add, and, call, choose, comparisons, exportsOf, int, ints, isAllSet, load, local, memoryOf, moduleOf, oneOf, or,
  pagesOf, repeat, select, set, store, twice, types, withSecond, type Code, type Import
} from './wasm-code' // prettier-ignore
import { binary, unary, type Writer } from './wasm-functions'

/** Points that pass at a time. */
const points = 2048
/** From a column to the next: lines of them that one set of a cache would hold do not meet. */
const stride = points + 24
/** Bytes of a number and of a pair. */
const [size, pair] = [8, 16]

const shared = lazily(() => memoryOf(1))

/** The memory as numbers, and as their bits; at least as many as are asked for. */
const viewsOf = (length: number): readonly [Float64Array, BigInt64Array] => {
  const memory = shared()
  const missing = length * size - memory.buffer.byteLength
  if (missing > 0) memory.grow(pagesOf(missing))
  return [new Float64Array(memory.buffer), new BigInt64Array(memory.buffer)]
}

const everyBit = -1n
const bitsOf = (value: number): bigint => new BigInt64Array(Float64Array.of(value).buffer)[0]!

/** What is in memory for all points: some bits, the value of an input, or what is computed before the loop. */
type Held = { readonly bits: bigint } | { readonly input: number } | 'computed'

/** A function that is being written: what is held is read at its head. */
interface Part extends Writer {
  readonly add: (line: Code) => void
  /** What is held at a place. */
  readonly held: (place: number) => Code
  readonly head: readonly Code[]
  readonly lines: readonly Code[]
  readonly pairs: () => number
}

/** The loop of a computation, where some of its inputs vary. */
const loopOf = (of: Computation, isReached: readonly boolean[]): ColumnKernel => {
  const { program, known, isFixed, outputs } = of
  const { inputs, constants, steps } = program
  const groups = groupsOf(outputs)
  const varying = inputs.flatMap((_, at) => (isReached[at]! ? [at] : []))
  // In memory: the inputs that vary, the outputs, and pairs of what is held.
  const column = (at: number): number => size * stride * at
  const heldFrom = column(varying.length + outputs.length)
  const held: Held[] = []
  const places = new Map<string, number>()
  const place = (key: string, of: () => Held): number => {
    const found = places.get(key) ?? held.push(of()) - 1
    places.set(key, found)
    return found
  }

  const part = (parameters: number): Part => {
    const [head, lines]: [Code[], Code[]] = [[], []]
    const seen = new Map<number, Code>()
    let locals = parameters
    const keepIn = (lines: Code[], value: Code): Code => {
      lines.push(set(locals, value))
      return local(locals++)
    }
    // Not where it is used: engines would compute each address before the loop, and read that there first.
    const heldAt = (place: number): Code => {
      const found = seen.get(place) ?? keepIn(head, load(int(0), heldFrom + pair * place))
      seen.set(place, found)
      return found
    }
    const bits = (value: bigint): Code => heldAt(place(`bits ${value}`, () => ({ bits: value })))
    return {
      head,
      lines,
      pairs: () => locals - parameters,
      add: (line) => lines.push(line),
      keep: (value) => keepIn(lines, value),
      held: heldAt,
      bits,
      number: (value) => bits(bitsOf(value))
    }
  }
  const [begin, loop] = [part(0), part(2)]
  const [at, end] = [local(0), local(1)]

  const imports: Import[] = []
  const called = (part: Part, name: Unary | Binary, taken: readonly Code[]): Code => {
    const known = imports.findIndex((each) => each.name === name)
    const by = known >= 0 ? known : imports.push({ name, arity: taken.length === 1 ? 1 : 2 }) - 1
    const one = (at: number): Code =>
      call(
        by,
        taken.map((each) => oneOf(each, at))
      )
    return part.keep(withSecond(twice(one(0)), one(1)))
  }
  const written = (part: Part, step: Step, register: (at: number) => Code): Code => {
    const x = register(step.x)
    if (step.arity === 1) return unary[step.op]?.(part, x) ?? called(part, step.op, [x])
    const y = register(step.y)
    return binary[step.op]?.(part, x, y) ?? called(part, step.op, [x, y])
  }
  /** What is computed before the loop, in it. */
  const begun = (key: string, value: Code): Code =>
    loop.held(
      place(key, () => {
        begin.add(store(int(0), heldFrom + pair * held.length, value))
        return 'computed'
      })
    )
  const own = new Map<number, Code>()
  const inPart =
    (part: Part) =>
    (at: number): Code => {
      if (isFixed[at]!) return part.number(known[at]!)
      if (isReached[at]!) return own.get(at)!
      if (at < inputs.length) return part.held(place(`input ${at}`, () => ({ input: at })))
      return part === begin ? own.get(at)! : begun(`register ${at}`, own.get(at)!)
    }
  varying.forEach((input, k) => own.set(input, loop.keep(load(at, column(k)))))
  steps.forEach((step, k) => {
    const to = inputs.length + constants.length + k
    if (isFixed[to]!) return
    const part = isReached[to]! ? loop : begin
    own.set(to, written(part, step, inPart(part)))
  })

  const every = (part: Part, all: readonly Code[]): Code =>
    all.reduce((x, y) => and(x, y), part.bits(everyBit))
  const doesVary = ({ registers }: Check): boolean => registers.some((at) => isReached[at]!)
  const masksIn = (part: Part, checks: readonly Check[]): readonly Code[] =>
    checks.map(({ mask }) =>
      mask<Code>({
        register: inPart(part),
        number: part.number,
        abs,
        compare: (relation, x, y) => comparisons[relation](x, y),
        and,
        or
      })
    )
  const always = groups.map(({ checks }, k) => {
    const once = checks.filter((check) => !doesVary(check))
    return begun(`group ${k}`, every(begin, masksIn(begin, once)))
  })
  const asked = groups.map(({ checks }) => masksIn(loop, checks.filter(doesVary)))
  const values = outputs.map(({ register, mayBeZero }) => {
    const value = inPart(loop)(register)
    // A zero has no sign.
    return mayBeZero ? add(value, loop.number(0)) : value
  })
  /** What is written where not all is as it has to be. */
  const chosen = values.map((value, at) => {
    const areHeld = (isLook: boolean): Code =>
      every(
        loop,
        groups.flatMap((group, k) =>
          group.isLook === isLook && group.outputs.includes(at) ? [always[k]!, ...asked[k]!] : []
        )
      )
    return select(select(value, loop.number(NaN), areHeld(false)), loop.number(doubtful), areHeld(true))
  })
  const write = (all: readonly Code[]): Code =>
    all.map((value, k) => store(at, column(varying.length + k), value))
  // Mostly all is as it has to be.
  loop.add(choose(isAllSet(every(loop, [...always, ...asked.flat()])), write(values), write(chosen)))
  loop.add(set(0, ints.sum(at, int(pair))))

  const bytes = moduleOf(imports, [
    { name: 'begin', parameters: 0, locals: [[begin.pairs(), types.pair]], body: [begin.head, begin.lines] },
    {
      name: 'run',
      parameters: 2,
      locals: [[loop.pairs(), types.pair]],
      body: [loop.head, repeat(loop.lines, ints.isLess(at, end))]
    }
  ])
  const exports = exportsOf<{ readonly begin: () => void; readonly run: (at: number, end: number) => void }>(
    bytes,
    { ...numberAlgebra, memory: shared() }
  )

  return (columns, values, length) => {
    const [numbers, bits] = viewsOf(heldFrom / size + 2 * held.length)
    held.forEach((each, k) => {
      const at = heldFrom / size + 2 * k
      if (each === 'computed') return
      if ('bits' in each) bits.fill(each.bits, at, at + 2)
      else numbers.fill(columns[each.input]![0]!, at, at + 2)
    })
    exports.begin()
    for (let from = 0; from < length; from += points) {
      const count = Math.min(points, length - from)
      varying.forEach((input, k) => {
        numbers.set(columns[input]!.subarray(from, from + count), stride * k)
        // Beside the last of an odd number of points there is another like it.
        numbers[stride * k + count] = numbers[stride * k + count - 1]!
      })
      exports.run(0, size * count)
      values.forEach((column, k) => {
        const first = stride * (varying.length + k)
        column.set(numbers.subarray(first, first + count), from)
      })
    }
  }
}

/** That loop; undefined where a host has no WebAssembly of pairs, or forbids it. */
export const inWasm = (of: Computation, isReached: readonly boolean[]): ColumnKernel | undefined => {
  try {
    return loopOf(of, isReached)
  } catch {
    return undefined
  }
}
