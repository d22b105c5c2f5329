/** A derivation for a terminal: rateCappedReset  E_Γ = E_L + E_S = 2.838 zJ/bit, and what it is made of. */
import fc from 'fast-check'
import { total, type AnyModel } from '../../../src/bound/compose'
import { number } from '../../../src/formula/expression'
import { input, type Inputs, type ModelData, type Values } from '../../../src/formula/model'
import { model } from '../../../src/physics/own'
import * as thermodynamics from '../../../src/physics/thermodynamics'
import { limUpdate } from '../../../src/physics/update'
import { explain, type Derivation } from '../../../src/reading/explain'
import { definitionsIn } from '../../../src/reading/text'
import { derivationText } from '../../../src/report/text/derivation'
import { citation, claimText, tierMeanings, tierName } from '../../../src/report/ledger'
import { widthOf } from '../../../src/report/text/table'
import type { Energy } from '../../../src/units/dimension'
import { format } from '../../../src/units/format'
import * as si from '../../../src/units/si'
import { per, dot } from '../../../src/units/unit'
import { bound, bounds, compositionsOf } from '../../bound/arbitrary'
import { allIn, ledgerEntries, ledgerEntry, oracle } from '../../reading/derivations'
import { right } from '../../reading/values'

const T = si.kelvin(300)

const derivationOf = (model: ModelData, inputs: Values<Inputs>): Derivation => right(explain(model)(inputs))

const cases: readonly (readonly [string, Derivation])[] = [
  ...oracle.map(([name, model, [inputs]]) => [name, derivationOf(model, inputs!)] as const),
  ...ledgerEntries.map(([name, model, inputs]) => [name, derivationOf(model, inputs)] as const)
]

const linesOf = (derivation: Derivation): readonly string[] => derivationText(derivation).split('\n')

/** A text without its line breaks and the branches of its tree, so that what was broken is whole again. */
const flat = (text: string): string => text.replace(/[│├└─\s]+/g, ' ')

const reset = right(
  explain(thermodynamics.rateCappedReset)({
    temperature: T,
    errorProbability: 0.01,
    attemptRate: si.gigahertz(1),
    duration: si.nanoseconds(10)
  })
)

const update = right(
  explain(limUpdate)({
    temperature: T,
    attemptRate: si.gigahertz(1),
    initialRate: si.kilohertz(1),
    precision: si.bits(8),
    shape: 0.5,
    errorProbability: 0.01,
    hops: 1,
    recovery: 0
  })
)

const entry = (name: string): Derivation => derivationOf(...ledgerEntry(name))

test('landauer is a line, what it is of, and where it comes from', () => {
  const landauer = right(explain(thermodynamics.landauer)({ temperature: T, errorProbability: 0.01 }))
  expect(derivationText(landauer)).toBe(
    [
      'landauer  E_L = kT [ln 2 − h(ε)]  = 2.639 zJ/bit  theorem',
      '   Heat of resetting one bit of unknown value, with a probability of error',
      '   T = 300 K  absolute temperature of the surroundings',
      '   ε = 0.01   probability that the result is wrong',
      '   lower bound (theorem): of every machine that meets the constraint named: an',
      '     energy is a lower bound',
      '   constraint: an unknown, uniform bit is set, right but for ε; the memory is',
      '     in local equilibrium before and after [1]',
      '',
      'where h(x) = −x ln x − (1 − x) ln(1 − x)',
      '',
      '[1] Landauer, IBM J. Res. Dev. 5, 183 (1961),',
      '  https://doi.org/10.1147/rd.53.0183',
      ''
    ].join('\n')
  )
})

test('a part says what it was given, in the symbols of the formula around it, and its value', () => {
  const lines = linesOf(reset).map((line) => line.trim())
  expect(lines).toContain('𝒲 := ½ − ε = 0.49  probability transported (Wasserstein distance)')
  expect(lines).toContain('𝒩 := Γ τ = 10      mean number of jumps (dynamical activity)')
  expect(lines).toContain('requires: 𝒲 < 𝒩')
  // What it has from the whole unchanged is told once.
  expect(lines.filter((line) => line.includes('T = 300 K'))).toHaveLength(1)
})

test('parts hang under what they are parts of', () => {
  const heads = linesOf(update)
    .map((line) => /^[│├└─ ]*\w+/.exec(line)?.[0] ?? '')
    .filter((head) => /limUpdate|reliableAttempt|driveForReliability|meanMatchedBarrier/.test(head))
  expect(heads).toEqual([
    'limUpdate',
    '├─ reliableAttempt',
    '│  └─ driveForReliability',
    '└─ meanMatchedBarrier'
  ])
})

test('values stand in one column, and so do tiers', () => {
  for (const [, derivation] of [...cases, ['limUpdate', update] as const]) {
    const values = new Set(allIn(derivation).map(({ value, tier }) => `${format(value)} ${tierName(tier)}`))
    const heads = linesOf(derivation).filter((line) =>
      / {2}= .* {2}(theorem|machine|circuit|empirical)$/.test(line)
    )
    expect(new Set(heads.map((line) => widthOf(/^.* {2}(?== )/.exec(line)![0]))).size).toBe(1)
    expect(new Set(heads.map((line) => widthOf(/^.* {2}(?=\w+$)/.exec(line)![0]))).size).toBe(1)
    for (const line of heads)
      expect(values).toContain(
        / {2}= (\S+( \S+)?) +(\w+)$/
          .exec(line)!
          .slice(1, 4)
          .filter((_, at) => at !== 1)
          .join(' ')
      )
  }
})

/** The citations that a list such as "1–3, 5" refers to. */
const cited = (list: string, citations: readonly string[]): readonly string[] =>
  list.split(', ').flatMap((run) => {
    const [from = 0, to = from] = run.split('–').map(Number)
    return citations.slice(from - 1, to)
  })

/** The sources at the end of a text, in their order. */
const citationsIn = (text: string): readonly string[] =>
  text
    .split(/\n(?=\[\d+\] )/)
    .slice(1)
    .map((line) => flat(line.replace(/^\[\d+\] /, '')).trim())

test.each(cases)('%s: every part has its formula, tier, constraint and sources', (_, derivation) => {
  const text = derivationText(derivation)
  const one = flat(text)
  const { claim, tier } = derivation
  expect(one).toContain(
    `${claim === undefined ? ` ${tierName(tier)}` : ` ${claimText(claim, tier)}`}: ${tierMeanings[tier]} constraint`.replace(
      derivation.constraint === '' ? ' constraint' : '',
      ''
    )
  )
  const told = new Set<string>()
  for (const part of allIn(derivation)) {
    const values = [part.name, ...part.inputs.map(({ value }) => value.exact)].join(' ')
    if (told.has(values)) continue // it is referred to
    told.add(values)
    const head = flat(`${part.name} ${part.symbol} = ${part.formula} `)
    expect(one).toContain(head)
    const own = one.slice(one.indexOf(head))
    for (const relation of part.requires) expect(own).toContain(flat(`requires: ${relation}`))
    for (const { symbol, formula } of part.inputs)
      if (formula !== undefined && formula !== symbol) expect(own).toContain(flat(`${symbol} := ${formula}`))
    const constraint = part.constraint === '' ? ' [' : flat(`constraint: ${part.constraint} [`)
    if (part.sources.length === 0) continue
    const list = own.slice(own.indexOf(constraint) + constraint.length).split(']')[0]!
    expect(cited(list, citationsIn(text))).toEqual(
      citationsIn(text).filter((each) => part.sources.some((source) => flat(citation(source)) === each))
    )
  }
})

test('references run on where they can', () => {
  expect(derivationText(reset)).toContain('at the rate Γ [1–4]\n')
  expect(derivationText(reset)).toContain('no more than 𝒩 of them [3, 4]\n')
  expect(derivationText(reset)).toContain('before and after [2]\n')
})

test('every source is listed once, in the order of its first use', () => {
  for (const [, derivation] of cases) {
    const used = new Set(allIn(derivation).flatMap((part) => part.sources.map(citation)))
    expect(citationsIn(derivationText(derivation))).toEqual([...used])
  }
})

test('a part told before is referred to, and not told again', () => {
  const text = derivationText(entry('total(total(cim.memory, cim.update), cim.consolidation)'))
  expect(text.match(/= max\(2 \[B/g)).toHaveLength(1)
  expect(text.match(/= kT ln\(N f₀ t/g)).toHaveLength(1)
  expect(text).toMatch(/├─ staticWrite {2}W, see above += 776\.7 zJ\/update {2}/)
  expect(text).toMatch(/└─ retentionBarrier {2}B, see above += 404\.4 zJ /)
  expect(text.match(/driveForReliability/g)).toHaveLength(1)
})

test('a part that was told at another value is told again', () => {
  const landauer = thermodynamics.landauer
  const twice = model({
    ...landauer,
    name: 'twice',
    formula: ({ temperature, errorProbability: ε }: Parameters<typeof landauer.of>[0]) =>
      landauer
        .of({ temperature, errorProbability: ε })
        .plus(landauer.of({ temperature, errorProbability: ε.times(number(0.5)) }))
  })
  const text = derivationText(right(explain(twice)({ temperature: T, errorProbability: 0.1 })))
  expect(text.match(/landauer {2}E_L = kT/g)).toHaveLength(2)
  expect(text).not.toContain('see above')
})

test('inputs that do not matter are left out', () => {
  const text = derivationText(entry('cim.consolidation'))
  expect(text).toContain('number of parameters')
  expect(text).not.toContain('number of multiply-accumulates')
})

test('what is but the symbol of another part has its value, and is derived there', () => {
  const lines = linesOf(entry('cim.consolidation')).map((line) => line.replace(/^[│├└─ ]+/, ''))
  expect(lines).toContain('B = 404.4 zJ     energy barrier between the states of a cell')
})

test('numbers have no more digits than were given, and no more than four', () => {
  const text = derivationText(entry('bitFlip.update'))
  expect(text).toContain('N  = 1e15 parameter')
  expect(text).toContain('τ  = 1 yr')
  expect(text).toContain('τ := τ/(U/N) = 526.0 ns')
  expect(derivationText(entry('limDissipated.update'))).toMatch(/ρ {2}:= 0 +share/)
})

test('the functions that not every reader knows are defined', () => {
  for (const [, derivation] of cases) {
    const formulas = allIn(derivation).flatMap((part) => [
      part.formula,
      ...part.inputs.map(({ formula = '' }) => formula)
    ])
    const expected = definitionsIn(formulas.join(' ')).map(([name, meaning]) => `where ${name} = ${meaning}`)
    expect(linesOf(derivation).filter((line) => line.startsWith('where'))).toEqual(expected)
  }
})

describe('the page', () => {
  const fits = (derivation: Derivation): void => {
    const text = derivationText(derivation)
    expect(text.split('\n').filter((line) => widthOf(line) > 100 || / $/.test(line))).toEqual([])
    expect(text).toMatch(/[^\n]\n$/)
  }

  test('is at most 80 columns wide for every model and every entry of a ledger, and no line ends in a space', () => {
    for (const [, derivation] of cases) fits(derivation)
    for (const [, model, all] of oracle) for (const inputs of all) fits(derivationOf(model, inputs))
  })

  test('is as wide for whatever is composed', () => {
    fc.assert(
      fc.property(compositionsOf(bounds), (of) => {
        fits(derivationOf(of, 'temperature' in of.inputs ? { temperature: T } : {}))
      }),
      { numRuns: 50 }
    )
  })

  test('is as wide however deep a formula is', () => {
    const parts = Array.from({ length: 40 }, (_, at) => bound(`process ${at}`, 1, 'theorem', `part${at}`))
    const whole = parts.reduce((sum: AnyModel<Energy>, part) => right(total(sum, part)))
    const derivation = derivationOf(whole, { temperature: T })
    fits(derivation)
    const one = flat(derivationText(derivation))
    for (const { name } of parts) expect(one).toContain(` ${name} `)
  })

  test('is as wide whatever a user calls things', () => {
    const long = 'x'.repeat(250)
    const under = dot(dot(si.moles, dot(si.candelas, dot(si.tokens, si.macs))), dot(si.flops, si.updates))
    const odd = per(dot(si.ohms, dot(si.kelvin, si.parameters)), under)
    const wordy = model({
      name: long,
      symbol: long,
      summary: `${long} and\nmore\u0007`,
      inputs: { x: input(long, odd, '[0, ∞)', long), y: input('y\n', odd, '[0, ∞)', 'two\nlines') },
      unit: odd,
      formula: ({ x, y }) => x.plus(y),
      constraint: long,
      sources: [{ citation: long, url: long }]
    })
    const derivation = right(explain(wordy)({ x: odd('1.23456789e-30'), y: odd(2) }))
    fits(derivation)
    // eslint-disable-next-line no-control-regex
    expect(derivationText(derivation)).not.toMatch(/\u0007/)
    expect(derivationText(derivation).replace(/[\s:=]/g, '')).toContain(
      format(derivation.value).replace(/\s/g, '')
    )
  })
})

test('colours set off names and what is by the way, and change no letter', () => {
  const paint = {
    strong: (text: string) => `<b>${text}</b>`,
    faint: (text: string) => `<i>${text}</i>`,
    bar: (text: string) => `<u>${text}</u>`,
    heading: (text: string) => `<h>${text}</h>`
  }
  for (const derivation of [
    reset,
    update,
    entry('total(total(cim.memory, cim.update), cim.consolidation)')
  ]) {
    const painted = derivationText(derivation, paint)
    for (const { name } of allIn(derivation)) expect(painted).toContain(`<b>${name}</b>`)
    expect(painted).toContain('<i>constraint: ')
    expect(painted).not.toContain('<i></i>')
    expect(painted.replace(/<\/?[a-z]>/g, '')).toBe(derivationText(derivation))
  }
})

test('what has no source and no constraint has no line for them', () => {
  const bare = model<Inputs, never>({
    name: 'bare',
    symbol: 'b',
    summary: '',
    inputs: {},
    unit: si.one as never,
    formula: () => number(2) as never,
    constraint: ''
  })
  expect(flat(derivationText(right(explain(bare as ModelData)({}))))).toBe(
    flat(`bare  b = 2  = 2.000  empirical\n   empirical: ${tierMeanings.empirical}\n`)
  )
})
