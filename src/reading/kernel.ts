/**
 * Models as one loop over numbers: the steps of their program unrolled, in float64.
 *
 * What several models share is computed once; what depends on no input that varies, once for all points. The
 * loop is built from text, so that the engine compiles it like one written by hand; only register numbers,
 * literals, the names of operations and, quoted, those of inputs enter that text. Where a host forbids
 * functions from text, each step runs down a block of points (blocks.ts), with the same values to the last bit.
 * Long columns of few models run in WebAssembly (wasm.ts), where it is to be had: there values may differ in
 * their last bits.
 */
import type { Binary, Unary } from '../formula/algebra'
import { comparedBy, type ModelData, type Node } from '../formula/model'
import { program, type Program, type Step } from '../formula/program'
import { lazily, remembered } from '../units/remembered'
import { inBlocks } from './blocks'
import { checksOf, type Check } from './checks'
import {
  computationOf, computed, doubtful, groupsOf, reachedBy,
  type CheckGroup, type ColumnKernel, type Computation, type Output
} from './computation' // prettier-ignore
import { numberAlgebra } from './number'
import { inWasm } from './wasm'

/**
 * From the inputs, in coherent SI and in the model's order; NaN where a condition does not hold, and where
 * something may have overflown or lost digits to underflow. What is no NaN is held in full, and a 0 is one.
 */
export type Kernel = (...inputs: readonly number[]) => number

/** What overflows in a step is seen when it is looked at, so that no operation has to see to it. */
const texts: { readonly [O in Unary | Binary]?: (x: string, y: string) => string } = {
  add: (x, y) => `${x} + ${y}`,
  sub: (x, y) => `${x} - ${y}`,
  mul: (x, y) => `${x} * ${y}`,
  div: (x, y) => `${x} / ${y}`,
  neg: (x) => `-${x}`,
  square: (x) => `${x} * ${x}`
}

/** What a step computes, of registers `rk`. */
export const stepText = (step: Step): string => {
  const [x, y] = [`r${step.x}`, step.arity === 1 ? '' : `r${step.y}`]
  return texts[step.op]?.(x, y) ?? `${step.op}(${y === '' ? x : `${x}, ${y}`})`
}

const names = (count: number, prefix: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`)

/** The operations that a program calls, by name. */
export const called = ({ steps }: Program): readonly string[] =>
  [...new Set(steps.map(({ op }) => op))].map((op) => `const ${op} = algebra.${op}`)

/** A line for each constant, and for each step of some. */
const linesOf = (
  { program: { inputs, constants, steps }, known, isFixed }: Computation,
  isWanted: (register: number) => boolean
): readonly string[] => {
  const first = inputs.length + constants.length
  return isFixed.flatMap((fixed, at) =>
    at < inputs.length || !isWanted(at)
      ? []
      : [`const r${at} = ${fixed ? known[at]! : stepText(steps[at - first]!)}`]
  )
}

const valueText = ({ register, mayBeZero }: Output): string =>
  // A zero has no sign.
  mayBeZero ? `r${register} + 0` : `r${register}`

const allHold = (checks: readonly Check[]): string =>
  ['1', ...new Set(checks.map(({ text }) => text))].join(' & ')

/** Whatever is built from text, or what serves where that is forbidden. */
export const fromText = <F>(
  parameters: Readonly<Record<string, unknown>>,
  text: string,
  otherwise: () => F
): F => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see the head of this file
    const build = new Function(...Object.keys(parameters), text) as (...values: readonly unknown[]) => F
    return build(...Object.values(parameters))
  } catch {
    return otherwise()
  }
}

const scope = { algebra: numberAlgebra, abs: Math.abs }

/** How a kernel comes by the numbers of its inputs: as text, and where that is forbidden. */
export interface Intake<G extends readonly unknown[]> {
  /** Its parameters, and lines after which input k is in the register `rk`. */
  readonly parameters: readonly string[]
  readonly lines: readonly string[]
  /** What those lines name. */
  readonly scope: Readonly<Record<string, unknown>>
  readonly take: (...given: G) => readonly number[]
}

/** Numbers, one after another. */
const numbers = ({ inputs }: ModelData): Intake<readonly number[]> => ({
  parameters: names(Object.keys(inputs).length, 'r'),
  lines: [],
  scope: {},
  take: (...given) => given
})

/** A function of the inputs, from its last lines. */
const functionText = <G extends readonly unknown[]>(
  of: Computation,
  { parameters, lines }: Intake<G>,
  last: readonly string[]
): string =>
  [
    ...called(of.program),
    `return (${parameters.join(', ')}) => {`,
    ...lines,
    ...linesOf(of, () => true),
    ...last,
    '}'
  ].join('\n')

/** One point at a time, in blocks of one. */
const ofOne = <G extends readonly unknown[]>(
  of: Computation,
  { take }: Intake<G>,
  values: Float64Array
): ((...given: G) => void) => {
  const run = inBlocks(of, 1)(of.isFixed.map(() => false))
  const places = Array.from(values, (_, at) => values.subarray(at, at + 1))
  return (...given) => {
    const columns = take(...given).map((input) => Float64Array.of(input))
    run(columns, places, 1)
  }
}

/** A kernel that takes its inputs in one way or another. */
export const kernelBy = <G extends readonly unknown[]>(
  model: ModelData,
  intake: Intake<G>
): ((...given: G) => number) => {
  const of = computationOf([model], Object.keys(model.inputs))
  const [output] = of.outputs as [Output]
  const { conditions, looks } = output.checks
  const held = allHold([...conditions, ...looks])
  const text = functionText(of, intake, [`return ${held} ? ${valueText(output)} : NaN`])
  return fromText({ ...scope, ...intake.scope }, text, () => {
    const value = new Float64Array(1)
    const run = ofOne(of, intake, value)
    return (...given: G) => {
      run(...given)
      return value[0] === doubtful ? NaN : value[0]!
    }
  })
}

/** The kernel of a model. */
export const kernel = (model: ModelData): Kernel => kernelBy(model, numbers(model))

/**
 * A kernel of several formulas under the conditions of a model: it writes their values, and says whether the
 * conditions hold.
 */
export const manyKernelBy = <G extends readonly unknown[]>(
  nodes: readonly Node[],
  { conditions, inputs }: ModelData,
  values: Float64Array,
  intake: Intake<G>
): ((...given: G) => boolean) => {
  const compiled = program([...nodes, ...conditions.flatMap(comparedBy)], Object.keys(inputs))
  const registers = compiled.outputs.slice(0, nodes.length)
  const checks = checksOf(compiled, conditions, compiled.outputs.slice(nodes.length), [], registers)
  const of = computed(
    compiled,
    registers.map((register) => ({ register, mayBeZero: true, checks }))
  )
  const text = functionText(of, intake, [
    `if (!(${allHold([...checks.conditions, ...checks.looks])})) return false`,
    ...of.outputs.map((output, at) => `values[${at}] = ${valueText(output)}`),
    'return true'
  ])
  return fromText({ ...scope, ...intake.scope, values }, text, () => {
    const run = ofOne(of, intake, values)
    return (...given: G) => {
      run(...given)
      return values.every((value) => Number.isFinite(value))
    }
  })
}

/** The kernel of several formulas under the conditions of a model, and where it writes. */
export const manyKernel = (nodes: readonly Node[], model: ModelData, values: Float64Array) =>
  manyKernelBy(nodes, model, values, numbers(model))

/** The loop of a computation, where some of its inputs vary and the others hold for all points. */
const loopText = (of: Computation, isReached: readonly boolean[]): string => {
  const { program, isFixed, outputs } = of
  const groups = groupsOf(outputs)
  const doesVary = ({ registers }: Check): boolean => registers.some((at) => isReached[at]!)
  const varying = ({ checks }: CheckGroup): readonly string[] =>
    checks.filter(doesVary).map(({ text }) => text)
  /** What is written where not all is as it has to be. */
  const found = (output: Output, at: number): string => {
    const asked = (isLook: boolean): string =>
      [
        '1',
        ...groups.flatMap((group, k) =>
          group.isLook === isLook && group.outputs.includes(at) ? [`g${k}`] : []
        )
      ].join(' & ')
    return `v${at}[i] = ${asked(true)} ? ${asked(false)} ? ${valueText(output)} : NaN : ${doubtful}`
  }
  return [
    ...called(program),
    'return (columns, values, length) => {',
    ...program.inputs.map((_, at) =>
      isReached[at]! ? `const c${at} = columns[${at}]` : `const r${at} = columns[${at}][0]`
    ),
    ...outputs.map((_, at) => `const v${at} = values[${at}]`),
    ...linesOf(of, (at) => isFixed[at]! || !isReached[at]!),
    ...groups.map(
      ({ checks }, at) => `const h${at} = ${allHold(checks.filter((check) => !doesVary(check)))}`
    ),
    'for (let i = 0; i < length; i++) {',
    ...program.inputs.flatMap((_, at) => (isReached[at]! ? [`const r${at} = c${at}[i]`] : [])),
    ...linesOf(of, (at) => isReached[at]!),
    // Mostly all is as it has to be, and then there is one branch.
    `if (${[...groups.map((_, at) => `h${at}`), ...new Set(groups.flatMap(varying))].join(' & ')}) {`,
    ...outputs.map((output, at) => `v${at}[i] = ${valueText(output)}`),
    '} else {',
    ...groups.map((group, at) => `const g${at} = ${[`h${at}`, ...varying(group)].join(' & ')}`),
    ...outputs.map(found),
    '}',
    '}',
    '}'
  ].join('\n')
}

/** More ways for inputs to vary than one program meets, in long loops and in short ones. */
const mostVariants = 128

/** Points from which on a module of WebAssembly pays though it is made for one run. */
export const longLoop = 2 ** 12

/** More outputs are bound by memory: what one writes, WebAssembly has to copy out. */
const fewOutputs = 3

/** The kernel of models of some inputs, run down columns: long ones by WebAssembly, where it is to be had. */
export const columnKernel = (models: readonly ModelData[], inputs: readonly string[]): ColumnKernel => {
  const of = computationOf(models, inputs)
  const known = remembered<ColumnKernel>(mostVariants)
  const blocks = lazily(() => inBlocks(of))
  return (columns, values, length) => {
    const doesVary = columns.map((column) => column.length !== 1)
    const isLong = length >= longLoop && models.length <= fewOutputs
    const run = known(`${doesVary.map(Number).join('')}${isLong ? ' long' : ''}`, () => {
      const isReached = reachedBy(of.program, doesVary)
      return (
        (isLong ? inWasm(of, isReached) : undefined) ??
        fromText(scope, loopText(of, isReached), () => blocks()(isReached))
      )
    })
    run(columns, values, length)
  }
}
