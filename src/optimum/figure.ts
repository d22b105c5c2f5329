/**
 * What may be minimised or limited: a figure of a ledger by its name, or a product of powers of some, such as
 * "limDissipated * duration^2".
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AnyModel, CompositionError } from '../bound/compose'
import { unity, type Expression, type Symbols } from '../formula/expression'
import type { Input, Inputs } from '../formula/model'
import { sweepable } from '../ledger/columns'
import { ledgerModels, type RowModels } from '../ledger/models'
import { convergenceOf, coolingOf, designsOf, type Scenario } from '../ledger/scenario'
import { model } from '../physics/model'
import { rather, shown } from '../shape/words'
import { dimensions, divDimension, mulDimension, type Dimension } from '../units/dimension'
import { parseStated } from '../units/parse'
import { unit } from '../units/unit'
import { rulesOf } from '../workload/known'
import type { Edge } from './task'

/** The figures of a ledger by name, with its inputs. */
export type Figures = Readonly<Record<string, AnyModel<unknown>>>

const ofInput = (name: string, of: Input<unknown>): AnyModel<unknown> =>
  model<Inputs, unknown>({
    name,
    symbol: of.symbol,
    summary: of.description,
    inputs: { [name]: of },
    unit: of.unit,
    formula: (given) => given[name]!,
    tier: 'theorem',
    constraint: ''
  })

const ofRow = (name: string, { total, wallPlug, walls = {}, parts, beside }: RowModels): Figures => {
  const all = {
    ...walls,
    ...(beside === undefined ? {} : { beside }),
    ...Object.fromEntries(Object.entries(parts).map(([part, { model }]) => [part, model])),
    total,
    ...(wallPlug === undefined ? {} : { wallPlug })
  }
  return {
    [name]: total,
    ...Object.fromEntries(Object.entries(all).map(([at, of]) => [`${name}.${at}`, of]))
  }
}

/** The figures of the ledger of a scenario: rows, what they take at each place, counts, inputs. */
export const figuresFor = (scenario: Scenario): E.Either<CompositionError, Figures> => {
  const { workload, design } = scenario
  return pipe(
    ledgerModels(convergenceOf(workload), rulesOf(workload), coolingOf(design), designsOf(scenario)),
    E.map(({ paradigms, designs, counts, intermediates }) => ({
      ...(counts as unknown as Figures), // models of the inputs of the ledger, as all are
      ...intermediates,
      ...Object.fromEntries(
        Object.entries(sweepable(scenario)).map(([name, of]) => [name, ofInput(name, of)])
      ),
      ...Object.entries<RowModels>({ ...paradigms, ...designs }).reduce<Figures>(
        (all, [name, row]) => ({ ...all, ...ofRow(name, row) }),
        {}
      )
    }))
  )
}

/** A figure to some power. */
interface Factor {
  readonly name: string
  readonly power: number
}

const productText = (factors: readonly Factor[]): string =>
  factors
    .map(({ name, power }, at) => {
      const sign = at === 0 ? '' : power < 0 ? ' / ' : ' * '
      const shown = at === 0 ? power : Math.abs(power)
      return `${sign}${name}${shown === 1 ? '' : `^${shown}`}`
    })
    .join('')

/** More of a power than this is no figure of anything. */
const mostPower = 9

const signs = ['*', '·', '×', '/'] as const

/** The factors of a product: names, which may stand in quotes, with whole powers. */
const factorsOf = (text: string): readonly Factor[] | undefined => {
  const words = (text.match(/"[^"]*"|[*·×/^]|[^"*·×/^]+/gu) ?? [])
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const factors: Factor[] = []
  let at = 0
  for (let sign: string | undefined = '*'; sign !== undefined; sign = words[at++]) {
    if (!signs.some((each) => each === sign)) return undefined
    const name = (words[at++] ?? '').replaceAll('"', '').trim()
    const isRaised = words[at] === '^'
    const power = isRaised ? Number((words[at + 1] ?? '').replace('−', '-')) : 1
    if (isRaised) at += 2
    const isName = name !== '' && !/^[*·×/^]$/u.test(name)
    if (!isName || !Number.isInteger(power) || power === 0 || Math.abs(power) > mostPower) return undefined
    factors.push({ name, power: sign === '/' ? -power : power })
  }
  return factors
}

const pure = dimensions['a pure number']

const dimensionOf = (factors: readonly Factor[], figures: Figures): Dimension<unknown> =>
  factors.reduce<Dimension<unknown>>((product, { name, power }) => {
    const { dimension } = figures[name]!.unit
    return Array.from({ length: Math.abs(power) }).reduce<Dimension<unknown>>(
      (so) => (power > 0 ? mulDimension(so, dimension) : divDimension(so, dimension)),
      product
    )
  }, pure)

const product = ([first = unity, ...others]: readonly Expression<unknown>[]): Expression<unknown> =>
  others.reduce((a, b) => a.times(b), first)

const productOf = (factors: readonly Factor[], figures: Figures): AnyModel<unknown> => {
  const models = factors.map(({ name }) => figures[name]!)
  const [first, ...others] = models
  const name = productText(factors)
  const dimension = dimensionOf(factors, figures)
  const inputs: Inputs = Object.assign({}, ...models.map((of) => of.inputs)) as Inputs
  return model<Inputs, unknown>({
    name,
    symbol: name,
    summary: others.length === 0 ? first!.summary : name,
    inputs,
    unit: unit(dimension.coherentUnit, dimension),
    formula: (given) => {
      const of = (isAbove: boolean): readonly Expression<unknown>[] =>
        factors.flatMap(({ power }, at) =>
          power > 0 === isAbove
            ? Array.from({ length: Math.abs(power) }, () => models[at]!.of(own(given, models[at]!)))
            : []
        )
      const [above, below] = [of(true), of(false)]
      return below.length === 0 ? product(above) : product(above).over(product(below))
    },
    constraint: [...new Set(models.map(({ constraint }) => constraint))].filter(Boolean).join('; '),
    processes: others.length === 0 && factors[0]!.power === 1 ? first!.processes : []
  })
}

const own = (given: Symbols<Inputs>, { inputs }: AnyModel<unknown>): Symbols<Inputs> =>
  Object.fromEntries(Object.keys(inputs).map((name) => [name, given[name]!]))

/** Those that are no part of another: what to write instead of a name that is none. */
const wholes = (figures: Figures): readonly string[] =>
  Object.keys(figures).filter((name) => !name.includes('.'))

/** A product of figures from a text, or why it is none. */
export const figureFrom = (text: string, figures: Figures): E.Either<string, AnyModel<unknown>> => {
  const factors = factorsOf(text.trim())
  if (factors === undefined)
    return E.left(
      `expected a figure, or a product of powers of some such as limDissipated * duration^2, got ${shown(text)}`
    )
  const strange = factors.find(({ name }) => !Object.hasOwn(figures, name))
  return strange === undefined
    ? E.right(productOf(factors, figures))
    : E.left(`there is no figure ${shown(strange.name)}${rather(strange.name, wholes(figures))}`)
}

/** A limit from a text: a product of figures, ≤ or ≥, and a quantity. */
export const limitFrom = (text: string, figures: Figures): E.Either<string, Edge> => {
  const [left = '', right, ...more] = text.split(/<=|>=|≤|≥/u)
  if (right === undefined || more.length > 0)
    return E.left(`expected a limit such as "duration <= 1 d", got ${shown(text)}`)
  const relation = /<=|≤/u.test(text) ? '≤' : '≥'
  return pipe(
    figureFrom(left, figures),
    E.chain((of) =>
      pipe(
        parseStated(of.unit)(right.trim()),
        E.bimap(
          ({ message }) => `${of.name}: ${message}`,
          (bound): Edge => ({ of, relation, bound })
        )
      )
    )
  )
}

/** A model in which one input is another, where it has both. */
export const renamed = (of: AnyModel<unknown>, name: string, as: string): AnyModel<unknown> => {
  const { [name]: _, ...inputs } = of.inputs
  return Object.hasOwn(of.inputs, name) && Object.hasOwn(of.inputs, as)
    ? model<Inputs, unknown>({
        name: of.name,
        symbol: of.symbol,
        summary: of.summary,
        inputs,
        unit: of.unit,
        formula: (given) => of.of({ ...given, [name]: given[as]! }),
        constraint: of.constraint,
        processes: of.processes
      })
    : of
}
