/** Adding a model touches one file, and it has every reading; so does adding a reading, of every model. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  between,
  binary,
  bits,
  certify,
  cheapest,
  column,
  conversions,
  evaluate,
  evaluateColumns,
  evaluateNumber,
  explain,
  fold,
  format,
  gigahertz,
  input,
  inputs,
  joulesPerUpdate,
  kelvin,
  kT,
  landauer,
  limUpdate,
  microseconds,
  model,
  modelLatex,
  modelText,
  models,
  nodeText,
  numberAlgebra,
  one,
  readInformation,
  sensitivities,
  sensitivitiesNumber,
  staticUpdate,
  tightest,
  times,
  toLatex,
  total,
  unary,
  updates,
  type Algebra,
  type Binary,
  type Columns,
  type Inputs,
  type ModelData,
  type Node,
  type Quantity,
  type Sensitivity,
  type Unary,
  type UncertainValues,
  type Values
} from '../src/entry/notebook'
import { oneLine } from '../src/shape/words'
import { program } from '../src/formula/program'
import { decimalsOf } from '../src/units/decimal'
import { casesOf, everyModel, given } from './reading/points'
import { relativeError, right } from './reading/values'

/** w · landauer: an update that discards w bits. */
const discardingUpdate = model({
  name: 'discardingUpdate',
  symbol: 'E_w',
  summary: 'Heat of an update that discards some bits',
  inputs: {
    temperature: inputs.temperature,
    errorProbability: inputs.errorProbability,
    width: input('w', one, '[1, ∞)', 'bits that an update discards')
  },
  unit: joulesPerUpdate,
  formula: ({ width: w, ...reset }) => w.times(landauer.of(reset)).of(bits).per(updates),
  constraint: 'every update discards w bits',
  processes: ['update']
})

const Fine = decimalsOf(60)

const room = kelvin(300)
const update = { temperature: room, errorProbability: 0, width: 8 }

const generic = <I, D>(of: ModelData<I, D>): ModelData => of as unknown as ModelData

describe('a model that is defined here', () => {
  test('is evaluated: called, with 50 digits, and in float64', () => {
    expect(format(right(discardingUpdate(update)))).toBe('22.97 zJ/update')
    const fifty = right(evaluate(discardingUpdate, { digits: 50 })(update)).exact
    const bit = '2.8709788850787237945047763337773300616106135550131e-21'
    expect(relativeError(fifty.div(8), bit)).toBeLessThan(1e-33)
    expect(fifty.precision()).toBe(50)
    expect(relativeError(right(evaluateNumber(discardingUpdate)(update)).value, fifty)).toBeLessThan(1e-15)
  })

  test('is evaluated down columns', () => {
    const widths = right(evaluateColumns(discardingUpdate)({ ...update, width: column(one)([1, 8, 64]) }))
    const [first, , last] = widths.values
    expect(relativeError(last!, 64 * first!)).toBeLessThan(1e-15)
  })

  test('is certified', () => {
    const certain = certify(discardingUpdate)({ ...update, errorProbability: 0.01 })
    expect(format(right(certain))).toBe('[21.11, 21.12] zJ/update')
    const uncertain = certify(discardingUpdate)({ ...update, width: between(8, 16) })
    expect(format(right(uncertain))).toBe('[22.96, 45.94] zJ/update')
  })

  test('is told what it is sensitive to', () => {
    const all = right(sensitivities(discardingUpdate)(update))
    expect(all.map(({ symbol, elasticity }) => `${symbol} ${elasticity.value}`)).toEqual([
      'T 1',
      'w 1',
      'ε 0'
    ])
    const quick = right(sensitivitiesNumber(discardingUpdate)({ ...update, errorProbability: 0.01 }))
    expect(quick.map(({ input }) => input)).toHaveLength(3)
  })

  test('is explained, and printed', () => {
    const { formula, terms } = right(explain(discardingUpdate)(update))
    expect([formula, terms.map(({ name }) => name)]).toEqual(['w E_L', ['landauer']])
    expect(nodeText(discardingUpdate.node)).toBe('w E_L')
    expect(toLatex(discardingUpdate)).toBe('E_w = w E_L')
    expect(modelText(discardingUpdate)).toContain(
      'w  width             1  [1, ∞)  bits that an update discards'
    )
  })
})

/** Values of the inputs of a model among some. */
const taken = ({ inputs }: ModelData, from: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name in inputs))

const temperature = room
const point = {
  temperature,
  errorProbability: 0.01,
  width: 8,
  precision: bits(8),
  flipProbability: 0.5,
  barrier: kT(60, temperature),
  attemptRate: gigahertz(1),
  writeTime: microseconds(1),
  updates: updates(1e9),
  outputBits: bits(6),
  conversions: conversions(1e7)
}
const ends = [kelvin(290), kelvin(310)] as const

const updateCount = input('U', updates, '[0, ∞)', 'number of updates')
const conversionCount = input('C', conversions, '[0, ∞)', 'number of conversions')
const many = right(times(discardingUpdate, 'updates', updateCount))
const reads = right(times(readInformation, 'conversions', conversionCount))

const compositions: readonly (readonly [string, ModelData])[] = [
  ['alone', generic(discardingUpdate)],
  ['times a count', generic(many)],
  ['in a total', generic(right(total(many, reads)))],
  ['as the tightest of two', generic(right(tightest(discardingUpdate, staticUpdate)))],
  ['as the cheapest of two', generic(right(cheapest(discardingUpdate, staticUpdate)))]
]

const bySymbol = (all: readonly Sensitivity[]) =>
  Object.fromEntries(all.map(({ symbol, elasticity }) => [symbol, elasticity.exact] as const))

describe.each(compositions)('a model that is defined here, %s, has every reading:', (_, of) => {
  const at = taken(of, point)
  const exactly = right(evaluate(of)(given(at))).exact
  const atTemperature = (temperature: Quantity<unknown>) =>
    right(evaluate(of, { digits: 50 })(given({ ...at, temperature }))).exact

  test('more digits begin as fewer do', () => {
    const fifty = right(evaluate(of, { digits: 50 })(given(at))).exact
    expect(fifty.toSignificantDigits(34).eq(exactly)).toBe(true)
    expect(
      right(
        (of as unknown as (inputs: Values<Inputs>) => ReturnType<ReturnType<typeof evaluate>>)(given(at))
      ).exact.eq(exactly)
    ).toBe(true)
  })

  test('float64 is near, point by point and down columns', () => {
    const quickly = evaluateNumber(of)
    expect(relativeError(right(quickly(given(at))).value, exactly)).toBeLessThan(1e-14)
    const columns = { ...at, temperature: column(kelvin)([290, 300, 310]) } as unknown as Columns<Inputs>
    const down = right(evaluateColumns(of)(columns)).values
    expect([...down]).toEqual(
      [290, 300, 310].map((T) => right(quickly(given({ ...at, temperature: kelvin(T) }))).value)
    )
  })

  test('a certified value encloses it; from an uncertain temperature, those at both ends', () => {
    const certain = right(certify(of)(at as unknown as UncertainValues<Inputs>))
    expect(certain.lower.exact.lte(exactly) && certain.upper.exact.gte(exactly)).toBe(true)
    expect(relativeError(certain.upper.exact, certain.lower.exact)).toBeLessThan(1e-30)
    const wide = { ...at, temperature: between(...ends) } as unknown as UncertainValues<Inputs>
    const { lower, upper } = right(certify(of)(wide))
    for (const end of ends) {
      const value = atTemperature(end)
      expect(lower.exact.lte(value) && upper.exact.gte(value)).toBe(true)
    }
  })

  test('the elasticity by temperature says what one part in 10²⁰ more of it changes', () => {
    const all = right(sensitivities(of)(given(at)))
    expect(all.map(({ input }) => input).sort()).toEqual(Object.keys(of.inputs).sort())
    const more = new Fine(atTemperature(kelvin('300.000000000000000003')))
    const percent = more.div(atTemperature(room)).minus(1).div('1e-20')
    expect(bySymbol(all)['T']!.minus(percent).abs().lt(1e-18)).toBe(true)
    const quick = bySymbol(right(sensitivitiesNumber(of)(given(at))))
    for (const [symbol, elasticity] of Object.entries(bySymbol(all)))
      expect(quick[symbol]!.minus(elasticity).abs().lt(1e-13)).toBe(true)
  })

  test('its derivation ends in its value, and goes down to landauer', () => {
    const derivation = right(explain(of)(given(at)))
    expect(derivation.value.exact.eq(exactly)).toBe(true)
    const names = (each: typeof derivation): readonly string[] => [each.name, ...each.terms.flatMap(names)]
    expect(names(derivation)).toEqual(expect.arrayContaining([of.name, 'discardingUpdate', 'landauer']))
    expect(derivation.formula).toBe(nodeText(of.node))
  })

  test('its text and its LaTeX have its formula, and the text all of its inputs', () => {
    const text = oneLine(modelText(of))
    expect(text).toContain(nodeText(of.node))
    for (const [name, { description }] of Object.entries(of.inputs)) {
      expect(text).toContain(name)
      expect(text).toContain(description)
    }
    expect(toLatex(of)).toContain('E_w')
    expect(modelLatex(of)).toContain('E_w &= w E_L')
    expect(modelLatex(of)).toContain('E_L &= ')
  })
})

const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(of) as K[]

/** The algebra with these functions, by the names of the operations. */
const algebraOf = <A>(
  constant: Algebra<A>['constant'],
  ofOne: (op: Unary) => (x: A) => A,
  ofTwo: (op: Binary) => (x: A, y: A) => A
): Algebra<A> =>
  ({
    constant,
    ...Object.fromEntries(keysOf(unary).map((op) => [op, ofOne(op)])),
    ...Object.fromEntries(keysOf(binary).map((op) => [op, ofTwo(op)]))
  }) as unknown as Algebra<A> // built key by key

describe('a reading that is defined here: how many operations a formula has,', () => {
  const counting = algebraOf<number>(
    () => 0,
    () => (x) => x + 1,
    () => (x, y) => x + y + 1
  )
  const count = fold(counting, () => 0)

  test('reads landauer, kT D(ε‖½), as three, and what is made of it as so many more', () => {
    expect(count(landauer.node)).toBe(3)
    expect(count(discardingUpdate.node)).toBe(4)
    expect(count(models.wireEnergy.node)).toBe(4)
    // φ₁(−b ln 2), and its logarithm's slope.
    expect(count(models.exponentialMeanStep.node)).toBe(4)
    expect(count(models.exponentialShape.node)).toBe(7)
    expect(count(limUpdate.node)).toBe(23)
  })

  /** The same, counted by hand: what is shared counts wherever it stands. */
  const operations = (node: Node): number => {
    switch (node.kind) {
      case 'input':
      case 'constant':
        return 0
      case 'term':
        return operations(node.x)
      case 'unary':
        return 1 + operations(node.x)
      case 'binary':
        return 1 + operations(node.x) + operations(node.y)
    }
  }

  test.each(everyModel)('reads %s, whose program has no more steps', (_, of) => {
    expect(count(of.node)).toBe(operations(of.node))
    const { steps } = program([of.node], Object.keys(of.inputs))
    expect(steps.length).toBeLessThanOrEqual(count(of.node))
  })
})

describe('a reading that is defined here: dual numbers, a value and its slope by one input,', () => {
  interface Dual {
    readonly value: number
    readonly slope: number
  }

  /** The derivative of each operation at x, where it has the value f. */
  const derivatives: { readonly [U in Unary]: (x: number, f: number) => number } = {
    neg: () => -1,
    exp: (_x, f) => f,
    expm1: (_x, f) => f + 1,
    ln: (x) => 1 / x,
    log1p: (x) => 1 / (1 + x),
    sqrt: (_x, f) => 0.5 / f,
    square: (x) => 2 * x,
    arsinh: (x) => 1 / Math.hypot(1, x),
    artanh: (x) => 1 / (1 - x * x),
    entropy: (x) => Math.log(1 - x) - Math.log(x),
    logOdds: (x) => -1 / x - 1 / (1 - x),
    angle: (x) => -1 / Math.sqrt(x - x * x),
    // By its differential equation, xφ₁′ = eˣ − φ₁, but about 0, where it is ½ + x/3 + x²/8 + ….
    phi1: (x, f) =>
      Math.abs(x) > 0.5
        ? (Math.exp(x) - f) / x
        : Array.from({ length: 18 }, (_, k) => 17 - k).reduce(
            (sum, k) => 1 / (k + 2) + (sum * x) / (k + 1),
            0
          ),
    langevin: numberAlgebra.langevinSlope,
    phi2: numberAlgebra.phi2Slope,
    langevinSlope: () => NaN,
    phi2Slope: () => NaN,
    step: () => 0
  }

  /** The derivatives of each operation by its operands. */
  const partials: { readonly [B in Binary]: (x: number, y: number, f: number) => readonly [number, number] } =
    {
      add: () => [1, 1],
      sub: () => [1, -1],
      mul: (x, y) => [y, x],
      div: (x, y) => [1 / y, -x / (y * y)],
      pow: (x, y, f) => [y * x ** (y - 1), f * Math.log(x)],
      max: (x, y) => (x > y ? [1, 0] : [0, 1]),
      min: (x, y) => (x < y ? [1, 0] : [0, 1]),
      lnRatio: (x, y) => [1 / x, -1 / y],
      entropyDifference: (x, y) => [Math.log(1 - x) - Math.log(x), Math.log(y) - Math.log(1 - y)],
      relativeEntropy: (x, y) => [Math.log(x / y) - Math.log((1 - x) / (1 - y)), (1 - x) / (1 - y) - x / y],
      // What a hair more of either changes of the optimum is what it changes of the integrand at its end.
      resetDissipation: (x, y) => {
        const c = numberAlgebra.resetMultiplier(x, y)
        const r = c / x
        const odds = (Math.sqrt(r * r + 4 * r) + r) / 2 // r over the share (√(r² + 4r) − r)/2
        return [-Math.log1p(odds) - odds, -c]
      },
      resetMultiplier: () => [NaN, NaN]
    }

  /** What does not change has no slope, and adds none: not even one that would be infinite. */
  const along = (slope: number, by: number): number => (slope === 0 ? 0 : slope * by)

  const dual = algebraOf<Dual>(
    (of) => ({ value: numberAlgebra.constant(of), slope: 0 }),
    (op) => (x) => {
      const value = numberAlgebra[op](x.value)
      return { value, slope: along(x.slope, derivatives[op](x.value, value)) }
    },
    (op) => (x, y) => {
      const value = numberAlgebra[op](x.value, y.value)
      const [byX, byY] = partials[op](x.value, y.value, value)
      return { value, slope: along(x.slope, byX) + along(y.slope, byY) }
    }
  )

  test.each(everyModel)(
    'read %s, and agree with its sensitivities at the cases of the reference',
    (_, of) => {
      const read = sensitivitiesNumber(of)
      let compared = 0
      for (const { inputs: at } of casesOf(of)) {
        const all = read(given(at))
        if (all._tag === 'Left') continue
        for (const { input, elasticity } of all.right) {
          const numbers = (name: string): Dual => ({ value: at[name]!.value, slope: name === input ? 1 : 0 })
          const { value, slope } = fold(dual, numbers)(of.node)
          const percent = at[input]!.value === 0 ? 0 : (slope * at[input]!.value) / value
          if (!Number.isFinite(elasticity.value)) {
            expect(percent).toBe(elasticity.value)
            continue
          }
          // Both round, in different orders: the worst is 1e-12, of a reset in hardly more attempts than it takes.
          expect(Math.abs(percent - elasticity.value)).toBeLessThan(
            (of.name === 'optimalReset' ? 1e-11 : 3e-14) * Math.max(1, Math.abs(percent))
          )
          compared++
        }
      }
      expect(compared).toBeGreaterThan(0)
    }
  )
})

describe('in the sources,', () => {
  const src = join(__dirname, '..', 'src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }))
  const importsOf = (text: string): readonly string[] =>
    [...text.matchAll(/^(?:import|export)\b[^'"]*? from '([^']+)'/gm)].map(([, from]) => from!)

  test('each algebra is a file of its own', () => {
    // What takes an algebra over any A is none itself.
    const algebras = new Set(
      files.flatMap(({ file, text }) =>
        [...text.matchAll(/: Algebra<(\w+)>/g)].flatMap(([, of]) => (of === 'A' ? [] : [`${file}: ${of!}`]))
      )
    )
    expect([...algebras].sort()).toEqual([
      // The search of an optimum reads strictly, and plainly, what others read: by theirs.
      'optimum/ends.ts: Ends',
      'optimum/piece.ts: Ends',
      'optimum/plain.ts: number',
      'reading/ball-ends.ts: Ends',
      'reading/ball.ts: Ball',
      'reading/coq-algebra.ts: CoqTerm',
      'reading/decimal.ts: Decimal',
      'reading/interval-exact.ts: Interval',
      'reading/interval.ts: Interval',
      'reading/latex.ts: Piece',
      'reading/number.ts: number',
      'reading/sql-algebra.ts: Term',
      'reading/text.ts: Piece'
    ])
  })

  test('no reading knows a model, and no model a reading', () => {
    const between = (from: string, to: string) =>
      files.flatMap(({ file, text }) =>
        file.startsWith(`${from}/`)
          ? importsOf(text).flatMap((path) => (path.includes(`../${to}/`) ? [`${file}: ${path}`] : []))
          : []
      )
    expect(between('reading', 'physics')).toEqual([])
    // But that a model may be called for its value, and shows itself by its formula.
    expect(between('physics', 'reading').sort()).toEqual([
      'physics/model.ts: ../reading/evaluate',
      'physics/model.ts: ../reading/readings',
      'physics/model.ts: ../reading/text'
    ])
    expect(between('physics', 'formula').length).toBeGreaterThan(10)
  })
})
