/** The text of proofs; test/coq/run.mjs has Coq check them. */
import { readFileSync } from 'node:fs'
import {
  between,
  bits,
  certify,
  exp,
  exponentialMeanStep,
  type Expression,
  gigahertz,
  kelvin,
  landauer,
  limUpdate,
  ln,
  max,
  nano,
  optimalReset,
  plusMinus,
  pow,
  relativeEntropy,
  seconds,
  sqrt,
  timeSymmetricReset,
  toCoq,
  toCoqAll,
  unity
} from '../../src/api'
import { derivativeBy } from '../../src/formula/derivative'
import { input, type ModelData } from '../../src/formula/model'
import { model } from '../../src/physics/own'
import type { Dimensionless } from '../../src/units/dimension'
import { one } from '../../src/units/si'
import { casesOf, everyModel, given } from './points'
import { left, right } from './values'

type Pure = Expression<Dimensionless>

const x = input('x', one, '(−∞, ∞)', 'a number')

/** A model of two pure numbers. */
const ofTwo = (formula: (of: { readonly x: Pure; readonly y: Pure }) => Pure) =>
  model({
    name: 'own',
    symbol: 'f',
    summary: 'a formula',
    inputs: { x, y: { ...x, symbol: 'y' } },
    unit: one,
    formula,
    constraint: ''
  })

/** What a text says of Coq: it with its comments left out, which nest, and in which texts begin and end. */
const withoutComments = (text: string): string => {
  let [depth, isText, said] = [0, false, '']
  for (let at = 0; at < text.length; at++) {
    const two = text.slice(at, at + 2)
    if (text[at] === '"') isText = !isText
    else if (!isText && (two === '(*' || (two === '*)' && depth > 0))) {
      depth += two === '(*' ? 1 : -1
      at++
    } else if (depth === 0) said += text[at]!
  }
  expect({ depth, isText }).toEqual({ depth: 0, isText: false })
  return said
}

/** The last definition of a text, without its lines. */
const formulaIn = (text: string): string =>
  /^Definition \w+ \([^)]*\) : R :=\s+([^]*?)\.\nLemma/m
    .exec(withoutComments(text).slice(text.lastIndexOf('Prop :=') - text.length))![1]!
    .replace(/\s+/g, ' ')

describe('a certified enclosure for Coq', () => {
  // kT ln 2 at 300 K is 2.870978885078723794504776333777330061…e-21 J.
  it('is a lemma: the inputs lie in the domain, and the formula between the two ends', () => {
    const text = right(toCoq(landauer, { temperature: kelvin(300), errorProbability: 0 }))
    expect(text).toContain(
      [
        'Definition landauer_domain (temperature errorProbability : R) : Prop :=',
        '  0 < temperature /\\',
        '  0 <= errorProbability /\\',
        '  errorProbability <= 0.5.',
        'Definition landauer (temperature errorProbability : R) : R :=',
        '  let k := 1.380649e-23 in',
        '  k * temperature * relative_entropy errorProbability 0.5.',
        'Lemma landauer_certified :',
        '  landauer_domain 300 0 /\\ 2.87097888507872379450477633377733e-21 <= landauer 300 0 <= 2.870978885078723794504776333777331e-21.',
        'Proof.'
      ].join('\n')
    )
  })

  it('is the one that docs/proofs.md shows', () => {
    const text = right(toCoq(landauer, { temperature: kelvin(300), errorProbability: 0.01 }))
    const shown = [...readFileSync('docs/proofs.md', 'utf8').matchAll(/```coq\n([^]*?)```/g)]
    expect(shown).toHaveLength(3)
    for (const [, lines] of shown) expect(text).toContain(lines)
  })

  it('defines what Coq does not have, in the order in which it is needed, and nothing else', () => {
    const text = right(toCoq(landauer, { temperature: kelvin(300), errorProbability: 0 }))
    const defined = [...text.matchAll(/^Definition (\w+)/gm)].map(([, name]) => name)
    expect(defined).toEqual(['xlnx', 'relative_entropy', 'landauer_domain', 'landauer'])
  })

  it('has as many digits as are asked for, and the ends that certify gives', () => {
    const [name, of] = everyModel.find(([each]) => each === 'slowDrivingPenalty')!
    const inputs = given(casesOf(of)[0]!.inputs)
    const { lower, upper } = right(certify(of, { digits: 50 })(inputs))
    expect(right(toCoq(of, inputs, { digits: 50 }))).toMatch(
      new RegExp(`/\\\\ ${lower.exact.toString()} <= ${name} .* <= ${upper.exact.toString()}\\.$`, 'm')
    )
  })

  it.each(everyModel)('%s has one', (_, of) => {
    const inputs = given(casesOf(of)[1]?.inputs ?? casesOf(of)[0]!.inputs)
    expect(withoutComments(right(toCoq(of, inputs)))).toMatch(/\nProof\.\n[^]*\nQed\.\n$/)
  })

  it.each<readonly [string, (of: { readonly x: Pure; readonly y: Pure }) => Pure]>([
    ['x - (y - x)', ({ x, y }) => x.minus(y.minus(x))],
    ['x - y - x', ({ x, y }) => x.minus(y).minus(x)],
    ['x / (y * x)', ({ x, y }) => x.over(y.times(x))],
    ['x * y / x', ({ x, y }) => x.times(y).over(x)],
    ['(x + y) ^ 2', ({ x, y }) => x.plus(y).squared()],
    ['- (x * y)', ({ x, y }) => x.times(y).negated()],
    ['x * ln (exp (x + y))', ({ x, y }) => x.times(ln(exp(x.plus(y))))],
    ['Rmax (x * y) (sqrt x)', ({ x, y }) => max(x.times(y), sqrt(x))],
    ['relative_entropy x (1 - y)', ({ x, y }) => relativeEntropy(x, unity.minus(y))]
  ])('holds together as it is meant: %s', (expected, formula) => {
    expect(formulaIn(right(toCoq(ofTwo(formula), { x: 0.25, y: 0.5 })))).toBe(expected)
  })

  it('says once what a formula shares', () => {
    const text = right(
      toCoq(
        ofTwo(({ x, y }) => ln(x.plus(y)).times(x.plus(y))),
        { x: 1, y: 2 }
      )
    )
    expect(formulaIn(text)).toBe('let part := x + y in ln part * part')
  })

  it('asks of an uncertain input that it lies between its ends, and has four digits', () => {
    const text = right(
      toCoq(landauer, {
        temperature: plusMinus(kelvin(300), kelvin(2)),
        errorProbability: between(0.001, 0.01)
      })
    )
    // By hand: k·298 K·(ln 2 − h(0.01)) = 2.6211e-21, k·302 K·(ln 2 − h(0.001)) = 2.8571e-21
    expect(text).toContain(
      [
        'Lemma landauer_certified :',
        '  forall temperature, 298 <= temperature <= 302 ->',
        '  forall errorProbability, 0.001 <= errorProbability <= 0.01 ->',
        '  landauer_domain temperature errorProbability /\\ 2.621e-21 <= landauer temperature errorProbability <= 2.858e-21.'
      ].join('\n')
    )
  })

  // c, the root of n = G(a(x)) − G(a(½)), at x = 0.01 and n = 100: 0.000153455947439896 (mpmath).
  it('proves an optimal reset by resets that conserve about c, of which the one is a little faster', () => {
    const text = right(
      toCoq(optimalReset, {
        temperature: kelvin(300),
        errorProbability: 0.01,
        attemptRate: gigahertz(1),
        duration: nano(seconds)(100)
      })
    )
    expect(text).toMatch(/forall sigma, optimalReset_resets 300 0\.01 1000000000 1e-7 sigma ->\n/)
    const [, same, faster] = /reset_between sigma (\S+) (\S+)\.$/m.exec(text)!
    expect(Number(same) / 0.000153455947439896).toBeCloseTo(1, 13)
    expect([same!.slice(0, 34), faster! > same!]).toEqual([faster!.slice(0, 34), true])
  })

  it('holds several models, a lemma for each by its name here', () => {
    const text = right(
      toCoqAll(
        'resets',
        { 'landauer': landauer, 'time symmetric': timeSymmetricReset },
        {
          temperature: kelvin(300),
          errorProbability: 0.01
        }
      )
    )
    expect([...text.matchAll(/^Lemma (\w+_certified)/gm)].map(([, name]) => name)).toEqual([
      'landauer_certified',
      'time_symmetric_certified'
    ])
    expect(text.match(/^From /gm)).toHaveLength(2)
  })
})

describe('names', () => {
  const named = (name: string, inputs: Readonly<Record<string, ModelData['inputs'][string]>>): ModelData =>
    model({
      name,
      symbol: 'f *)',
      summary: 'it "ends *) Axiom never : False. (*',
      inputs,
      unit: one,
      formula: (of) => Object.values(of).reduce((sum, each) => (sum as Pure).plus(each as Pure)) as Pure,
      constraint: '"'
    }) as unknown as ModelData

  it('end no comment, and begin none', () => {
    const text = right(
      toCoq(named('evil *) Axiom never : False. (*', { '*)': x }), given({ '*)': 1 } as never))
    )
    expect(withoutComments(text)).not.toContain('Axiom never')
  })

  it('are such as Coq takes, and stand for one thing each', () => {
    const inputs = { 'ln': x, 'fun': x, 'π': x, 'a b': x, 'a_b': x, '1': x }
    const text = right(
      toCoq(
        named('exp', inputs),
        given(Object.fromEntries(Object.keys(inputs).map((each) => [each, 1])) as never)
      )
    )
    expect(text).toContain('Definition exp_2 (x1 ln_2 fun_2 x_ a_b a_b_2 : R) : R :=')
  })
})

it('a power of 0 is 0, as Coq has to be told; an exponent may be anything', () => {
  const power = ofTwo(({ x, y }) => pow(x, y))
  expect(right(toCoq(power, { x: 0, y: 0.5 }))).toMatch(
    /^Definition power \(x y : R\) : R := if Req_EM_T x 0 then 0 else Rpower x y\.$[^]* 0 <= own 0 0\.5 <= 0\./m
  )
  expect(right(toCoq(power, { x: 2, y: between(-1, 1) }))).toContain('forall y, (-1) <= y <= 1 ->')
})

describe('what is not proved is refused', () => {
  it('with all that is wrong at once', () => {
    const slope = derivativeBy('x')(ofTwo(({ x, y }) => max(x, y)).node)!
    const { problems } = left(
      toCoq({ ...ofTwo(({ x }) => x), node: slope }, { x: between(1, 2), y: one('1e-1001') })
    )
    expect(problems.map(({ message }) => message)).toEqual([
      'own: a proof wants a formula without what only slopes are made of, got step',
      'own: a proof wants y within 1e±1000, got 1.000e-1001'
    ])
  })

  it.each([
    [
      'an optimal reset that is uncertain, and not its temperature',
      () =>
        toCoq(optimalReset, {
          temperature: plusMinus(kelvin(300), kelvin(2)),
          errorProbability: between(0.01, 0.02),
          attemptRate: gigahertz(1),
          duration: nano(seconds)(100)
        }),
      'optimalReset: a proof wants errorProbability exact, as a certificate is of one reset, got [0.01000, 0.02000]'
    ],
    [
      'an uncertain input about where a function is told apart',
      () => toCoq(exponentialMeanStep, { precision: between(bits(0), bits(8)) }),
      'exponentialMeanStep: a proof wants uncertain inputs that keep away from where a function is told apart, got phi1 about 0'
    ],
    [
      'a power of what may be 0',
      () =>
        toCoq(
          ofTwo(({ x, y }) => pow(x, y)),
          { x: between(0, 1), y: 2 }
        ),
      'own: a proof wants uncertain inputs that keep away from where a function is told apart, got pow about 0'
    ],
    [
      'what Coq would not read to its end',
      () =>
        toCoq(
          ofTwo(({ x, y }) =>
            Array.from({ length: 20 }).reduce<Pure>((z) => sqrt(z).times(sqrt(z)), x.plus(y))
          ),
          { x: 0.1, y: 0.1 }
        ),
      /^own: a proof wants at most 10000 operations, with what is shared written out, got \d+$/
    ],
    [
      'what has no value',
      () => toCoq(landauer, { temperature: kelvin(300), errorProbability: 0.9 }),
      'landauer: errorProbability 0.9000 is outside [0, ½]'
    ]
  ])('%s', (_, proof, message) => {
    const { message: said } = left(proof())
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })

  it('and what is no model or no digits, with a sentence', () => {
    expect(left(toCoq(limUpdate, {} as never)).problems).toHaveLength(8)
    expect(
      left(toCoq(landauer, { temperature: kelvin(300), errorProbability: 0 }, { digits: 0 })).message
    ).toBe('landauer: digits should be a whole number from 1 to 400, got 0')
  })
})
