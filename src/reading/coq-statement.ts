/**
 * A model in Coq: its formula as a definition, and that it lies between two decimals as a lemma with its proof.
 */
import type { Binary, Unary } from '../formula/algebra'
import { comparedBy, standingOf, type ModelData } from '../formula/model'
import { program, reader, type Program, type Step } from '../formula/program'
import { defaultDigits, Working, type Decimal } from '../units/decimal'
import { endsOf, type Enclosure } from '../units/enclosure'
import { format, formatWith } from '../units/format'
import type { Range } from '../units/range'
import { coqAlgebra, functionsIn, unstated } from './coq-algebra'
import {
  applied,
  atom,
  comment,
  conjunction,
  infix,
  namesOf,
  numeral,
  termText,
  type CoqTerm
} from './coq-text'
import { decimalAlgebra, mostWorking } from './decimal'
import type { Problem } from './error'
import { intervalAlgebra } from './interval'
import { nodeText } from './text'

/** A model, what it is given, and between what its value lies. */
export interface Statement {
  readonly model: ModelData
  /** In the order of its inputs. */
  readonly given: readonly Enclosure<unknown>[]
  readonly value: Enclosure<unknown>
  readonly digits: number
}

/** The formula of a model, then what its conditions compare. */
const programOf = ({ node, conditions, inputs }: ModelData): Program =>
  program([node, ...conditions.flatMap(comparedBy)], Object.keys(inputs))

export const isPoint = ({ lower, upper }: Enclosure<unknown>): boolean => lower.exact.eq(upper.exact)

/** The registers that a step takes. */
const operandsOf = (step: Step): readonly number[] => (step.arity === 1 ? [step.x] : [step.x, step.y])

/** Beyond 1e±most a number is refused: Coq would compute with all its digits. */
const most = 1000

/** How many operations a program has where what is shared is written out, as Coq does in a proof. */
const operationsIn = ({ inputs, constants, steps, outputs }: Program): number => {
  const sizes = [...inputs, ...constants].map(() => 1)
  for (const step of steps) sizes.push(operandsOf(step).reduce((sum, at) => sum + sizes[at]!, 1))
  return outputs.reduce((sum, at) => sum + sizes[at]!, 0)
}

/** The inputs from which optimal resets of a program are computed. */
const inputsOfResets = ({ inputs, constants, steps }: Program): ReadonlySet<number> => {
  const first = inputs.length + constants.length
  const reached = new Set<number>()
  const visit = (register: number): void => {
    if (reached.has(register)) return
    reached.add(register)
    const step = steps[register - first]
    if (step !== undefined) operandsOf(step).forEach(visit)
  }
  for (const step of steps) if (step.op === 'resetDissipation') operandsOf(step).forEach(visit)
  return reached
}

/** Functions that are told apart at some arguments, where their formulas have no value. */
const told: Partial<Readonly<Record<Unary | Binary, readonly (0 | 1)[]>>> = {
  entropy: [0, 1],
  entropyDifference: [0, 1],
  relativeEntropy: [0, 1],
  pow: [0],
  phi1: [0],
  phi2: [0],
  phi2Slope: [0],
  langevin: [0],
  langevinSlope: [0]
}

/** Those of them that are met on the way, where inputs are uncertain. */
const met = (compiled: Program, given: readonly Enclosure<unknown>[]): readonly string[] => {
  const registers = reader(
    intervalAlgebra(defaultDigits),
    compiled
  )(given.map(({ lower, upper }) => ({ lower: lower.exact, upper: upper.exact })))
  return compiled.steps.flatMap((step) =>
    (told[step.op] ?? []).flatMap((at) =>
      // A power is told apart by its base.
      operandsOf(step)
        .slice(0, step.op === 'pow' ? 1 : 2)
        .some((register) => {
          const { lower, upper } = registers[register]!
          return !lower.eq(upper) && lower.lte(at) && upper.gte(at)
        })
        ? [`${step.op} about ${at}`]
        : []
    )
  )
}

/** So many operations Coq takes seconds to read. */
const mostOperations = 10_000

/** What of a model cannot be stated, or is not proved. */
export const unproved = (model: ModelData, given: readonly Enclosure<unknown>[]): readonly Problem[] => {
  const compiled = programOf(model)
  const { steps, constants } = compiled
  const operations = new Set<string>(steps.map(({ op }) => op))
  const resetting = inputsOfResets(compiled)
  const problem = (inputs: readonly string[], found: string, expected: string): Problem => ({
    kind: 'unexpected',
    model: model.name,
    inputs,
    found,
    expected,
    message: `${model.name}: a proof wants ${expected}, got ${found}`
  })
  const isFar = (exponent: number): boolean => Math.abs(exponent) > most
  const size = operationsIn(compiled)
  return [
    ...(size > mostOperations
      ? [problem([], `${size}`, `at most ${mostOperations} operations, with what is shared written out`)]
      : []),
    ...unstated
      .filter((op) => operations.has(op))
      .map((op) => problem([], op, 'a formula without what only slopes are made of')),
    ...constants.flatMap(({ decimal }) =>
      isFar(new Working(decimal).e) ? [problem([], decimal, `numbers within 1e±${most}`)] : []
    ),
    ...Object.keys(model.inputs).flatMap((input, at) => {
      const of = given[at]!
      if (endsOf(of).some(({ exact }) => isFar(exact.e)))
        return [problem([input], format(of), `${input} within 1e±${most}`)]
      return resetting.has(at) && !isPoint(of)
        ? [problem([input], format(of), `${input} exact, as a certificate is of one reset`)]
        : []
    }),
    ...(given.every(isPoint) ? [] : met(compiled, given)).map((found) =>
      problem([], found, 'uncertain inputs that keep away from where a function is told apart')
    )
  ]
}

const less = infix('<', 'sum', 'sum', 'sum')
const atMost = infix('<=', 'sum', 'sum', 'sum')

const inRange = (x: CoqTerm, { lower, upper }: Range): readonly CoqTerm[] => [
  ...(lower === undefined ? [] : [(lower.open ? less : atMost)(numeral(lower.at.toString()), x)]),
  ...(upper === undefined ? [] : [(upper.open ? less : atMost)(x, numeral(upper.at.toString()))])
]

/** Propositions, each once: that of a part is often that of the whole. */
const once = (of: readonly CoqTerm[]): readonly CoqTerm[] => [
  ...new Map(of.map((term) => [JSON.stringify(term), term])).values()
]

/** The dissipation of an optimal reset in a formula: a number of which only so much is known. */
interface Reset {
  readonly sigma: string
  readonly error: CoqTerm
  readonly attempts: CoqTerm
  /** The registers of both. */
  readonly at: readonly [error: number, attempts: number]
}

/** A formula with its conditions, as terms. */
interface Formula {
  readonly value: CoqTerm
  readonly domain: CoqTerm
  readonly resets: readonly Reset[]
}

const formulaOf = (
  model: ModelData,
  compiled: Program,
  inputs: readonly string[],
  fresh: (name: string) => string
): Formula => {
  const places = compiled.steps.flatMap((step) =>
    step.op === 'resetDissipation' ? [[step.x, step.y] as const] : []
  )
  const resets: Reset[] = []
  const dissipation = (error: CoqTerm, attempts: CoqTerm): CoqTerm => {
    const sigma = fresh('sigma')
    resets.push({ sigma, error, attempts, at: places[resets.length]! })
    return atom(sigma)
  }
  const registers = reader(coqAlgebra(dissipation), compiled)(inputs.map(atom))
  let at = 0
  const next = (): CoqTerm => registers[compiled.outputs[at++]!]!
  const value = next()
  const domain = model.conditions.flatMap((condition): readonly CoqTerm[] => {
    const [left, right] = comparedBy(condition).map(next) as [CoqTerm, CoqTerm?]
    return condition.kind === 'range'
      ? inRange(left, condition.range)
      : [(condition.of.relation === '<' ? less : atMost)(left, right!)]
  })
  return { value, domain: conjunction(once(domain)), resets }
}

/**
 * How it is proved between what an optimal reset dissipates: the same reset as near as can be certifies the one
 * end, and one that is a little faster the other. To an error of ½ nothing is reset, and c is 0.
 */
const settled = (
  compiled: Program,
  resets: readonly Reset[],
  { given, digits }: Statement
): readonly string[] => {
  if (resets.length === 0) return []
  const algebra = decimalAlgebra(Math.min(mostWorking, digits + 30))
  const registers = reader(algebra, compiled)(given.map(({ lower }) => lower.exact))
  return resets.map(({ sigma, at: [error, attempts] }) => {
    const c = algebra.resetMultiplier(registers[error]!, registers[attempts]!)
    const faster = c.plus(c.times(`1e-${digits + 12}`))
    return c.isZero()
      ? `never_reset ${sigma}.`
      : `reset_between ${sigma} ${c.toString()} ${faster.toString()}.`
  })
}

const inUnit = (symbol: string): string => (symbol === '' ? '' : `, in ${symbol}`)

/** What a lemma is about, for people. */
const about = ({ model, given }: Statement, names: readonly string[]): string =>
  comment([
    `${model.symbol} = ${nodeText(model.node)}${inUnit(model.unit.symbol)}`,
    `${model.summary} (${standingOf(model)}; constraint: ${model.constraint})`,
    ...Object.values(model.inputs).map(({ symbol, unit, description }, at) => {
      const of = given[at]!
      const value = formatWith<unknown>({ digits: 'all' })(isPoint(of) ? of.lower : of)
      return `${names[at]!}: ${symbol}, ${description}${inUnit(unit.symbol)}; ${value}`
    })
  ])

const numberText = (value: Decimal): string =>
  value.isNegative() ? `(${value.toString()})` : value.toString()

const between = (name: string, { lower, upper }: Enclosure<unknown>): string =>
  `${numberText(lower.exact)} <= ${name} <= ${numberText(upper.exact)}`

/** The definitions of a model, its lemma, and the proof, under names that `fresh` gives. */
export const statementText = (statement: Statement, fresh: (name: string) => string): string => {
  const { model, given, value } = statement
  const [name, domain, resetting, lemma] = ['', '_domain', '_resets', '_certified'].map((what) =>
    fresh(`${model.name}${what}`)
  ) as [string, string, string, string]
  const within = namesOf([name, domain, resetting])
  const names = Object.keys(model.inputs).map(within)
  const compiled = programOf(model)
  const formula = formulaOf(model, compiled, names, within)
  const { resets } = formula
  const sigmas = resets.map(({ sigma }) => sigma)
  const parameters = [...names, ...sigmas]
  const define = (what: string, type: string, term: CoqTerm): string => {
    const of = parameters.length === 0 ? '' : ` (${parameters.join(' ')} : R)`
    return `Definition ${what}${of} : ${type} :=\n  ${termText(term, namesOf([name, ...parameters]))}.`
  }
  const stated = resets.map(({ sigma, error, attempts }) =>
    applied('least_dissipation')(error, attempts, atom(sigma))
  )
  const definitions = [
    define(domain, 'Prop', formula.domain),
    ...(resets.length === 0 ? [] : [define(resetting, 'Prop', conjunction(stated))]),
    define(name, 'R', formula.value)
  ]
  const uncertain = names.filter((_, at) => !isPoint(given[at]!))
  const at = [
    ...given.map((of, k) => (isPoint(of) ? numberText(of.lower.exact) : names[k]!)),
    ...sigmas
  ].join(' ')
  const hypotheses = [
    ...names.flatMap((each, k) =>
      isPoint(given[k]!) ? [] : [`forall ${each}, ${between(each, given[k]!)} ->`]
    ),
    ...(resets.length === 0 ? [] : [`forall ${sigmas.join(' ')}, ${resetting} ${at} ->`])
  ]
  const functions = functionsIn(definitions.join('\n'))
  const proof = [
    ...(hypotheses.length === 0 ? [] : ['intros.']),
    ...(resets.length === 0
      ? []
      : [
          `unfold ${resetting} in *; cbv zeta in *; repeat match goal with H : _ /\\ _ |- _ => destruct H end.`,
          ...settled(compiled, resets, statement)
        ]),
    `unfold ${[domain, name, ...functions].join(', ')}; cbv zeta.`,
    uncertain.length === 0
      ? 'certified.'
      : `known; repeat split; first [closed | interval with (${uncertain.map((each) => `i_bisect ${each}, `).join('')}i_depth 20)].`
  ]
  return [
    about(statement, names),
    ...definitions,
    `Lemma ${lemma} :`,
    ...hypotheses.map((each) => `  ${each}`),
    `  ${domain} ${at} /\\ ${between(`${name} ${at}`, value)}.`,
    'Proof.',
    ...proof.map((each) => `  ${each}`),
    'Qed.'
  ].join('\n')
}
