/** What every form of a ledger prints: energies in engineering units, 22.97 µJ at the floor of the brain-scale system. */
import { claimOf, isBound, tiers } from '../../src/formula/model'
import { walls } from '../../src/ledger/paradigms'
import {
  citation,
  decades,
  decadesOf,
  energiesOf,
  figure,
  isCertified,
  said,
  sourcesOf,
  tierMeanings,
  unknownFigure,
  wallNames,
  type AnyRow
} from '../../src/report/ledger'
import { between } from '../../src/units/enclosure'
import { joules } from '../../src/units/si'
import { paradigmOf } from '../ledger/reference'
import { doubts, readCertified } from '../estimate/certified'
import { exampleText, readEstimate } from '../estimate/files'

const estimate = readEstimate(exampleText('brain-scale'))
const { ledger } = estimate
const certified = readCertified(exampleText('brain-scale'))

const figures = (paradigm: AnyRow): readonly string[] =>
  energiesOf(paradigm, walls).map((energy) => figure(energy))

test('figures are energies with four digits and a prefix, at each wall and in all', () => {
  expect(figures(paradigmOf(ledger, 'floor'))).toEqual(['0', '22.97 µJ', '0', '22.97 µJ'])
  expect(figures(paradigmOf(ledger, 'cim'))).toEqual(['381.7 GJ', '186.4 GJ', '3.130 mJ', '568.1 GJ'])
  expect(figures(paradigmOf(ledger, 'vonNeumann'))).toEqual(['936.0 PJ', '1.872 EJ', '31.20 kJ', '2.808 EJ'])
})

test('a figure that is not known is a dash, and none is 0', () => {
  expect(figures(paradigmOf(ledger, 'accelerator'))).toEqual(['—', '—', '—', '42.48 PJ'])
  expect(figure(undefined)).toBe(unknownFigure)
  expect(figure(paradigmOf(ledger, 'floor').walls!.memory.energy)).toBe('0')
})

test('an enclosed figure is two ends with one unit, rounded outward; one where both are the same', () => {
  const [floor, , , , cim, , accelerator] = certified.ledger.paradigms.map(figures)
  expect(floor).toEqual(['0', '[22.96, 22.97] µJ', '0', '[22.96, 22.97] µJ'])
  expect(cim).toEqual(['[381.7, 381.8] GJ', '[186.4, 186.5] GJ', '[3.129, 3.130] mJ', '[568.1, 568.2] GJ'])
  expect(accelerator).toEqual(['—', '—', '—', '42.48 PJ'])
  expect(figure(between(joules(0), joules(2)))).toBe('[0, 2.000] J')
  expect(figure(between(joules(0), joules(0)))).toBe('0')
})

test('a figure has as many digits as asked for', () => {
  const { energy } = paradigmOf(ledger, 'floor').total
  expect([1, 2, 10].map((digits) => figure(energy, digits))).toEqual(['20 µJ', '23 µJ', '22.96783036 µJ'])
  const enclosed = certified.ledger.paradigms[0]!.total.energy
  expect([1, 2, 10].map((digits) => figure(enclosed, digits))).toEqual([
    '[20, 30] µJ',
    '[22, 23] µJ',
    '[22.96783036, 22.96783037] µJ'
  ])
})

test('a ledger is told from a certified one, whether its values are uncertain or not', () => {
  const uncertain = readCertified(exampleText('brain-scale'), doubts)
  expect([estimate, certified, uncertain].map(isCertified)).toEqual([false, true, true])
})

test('enclosed decades are two, rounded outward to hundredths', () => {
  expect(certified.ledger.paradigms.map(decades)).toEqual([
    ...['', '[12.84, 12.85]', '[11.54, 11.55]', '[12.02, 12.03]', '[16.39, 16.40]', '[23.08, 23.09]'],
    '[21.26, 21.27]'
  ])
  const [, ...others] = readCertified(exampleText('brain-scale'), doubts).ledger.paradigms
  for (const paradigm of others) {
    const [from, to, ...more] = decadesOf(paradigm)
    expect(more).toEqual([])
    const { lower, upper } = paradigm.decadesAboveFloor!
    expect(lower.exact.gte(from!) && lower.exact.minus(from!).lt('0.01')).toBe(true)
    expect(upper.exact.lte(to!) && upper.exact.minus(to!).gt('-0.01')).toBe(true)
  }
})

test('decades that are not known are not told', () => {
  const coin = readCertified(exampleText('brain-scale'), { solutionErrorProbability: '[0.4, 0.5]' })
  expect(coin.ledger.paradigms.map(decadesOf)).toEqual(coin.ledger.paradigms.map(() => []))
})

test('decades are told with one digit; the floor is not above itself', () => {
  expect(ledger.paradigms.map(decades)).toEqual(['', '12.8', '11.5', '12.0', '16.4', '23.1', '21.3'])
})

test('every wall has a name and every tier a meaning', () => {
  expect(Object.keys(wallNames)).toEqual(walls)
  expect(Object.keys(tierMeanings)).toEqual(tiers)
})

test('only what covers every machine, or every circuit of a class, is said to be at least so much', () => {
  expect(tiers.map((tier) => said(claimOf(tier)).join('x'))).toEqual([
    'at least x',
    'at least x within its class',
    'costs x',
    'about x'
  ])
  for (const tier of tiers)
    expect([tier, isBound(tier)]).toEqual([tier, said(claimOf(tier))[0] === 'at least '])
  for (const tier of tiers)
    expect([tier, isBound(tier)]).toEqual([tier, !tierMeanings[tier].includes('no bound')])
})

test('every source stands once, in the order of its first use', () => {
  const citations = sourcesOf(estimate).map((source) => source.citation)
  expect(new Set(citations).size).toBe(citations.length)
  const first = paradigmOf(ledger, 'floor').total.sources.map((source) => source.citation)
  expect(citations.slice(0, first.length)).toEqual(first)
  for (const { total } of ledger.paradigms)
    for (const source of total.sources) expect(citations).toContain(source.citation)
})

test('Landauer, Mulder and others, and our derivation are among the sources of the floor', () => {
  const citations = paradigmOf(ledger, 'floor').total.sources.map(citation).join('\n')
  expect(citations).toContain('Landauer, IBM J. Res. Dev. 5, 183 (1961), https://doi.org/10.1147/rd.53.0183')
  expect(citations).toContain('Mulder, Ouldridge & ten Wolde (2025), arXiv:2501.04439')
  expect(citations).toContain('docs/physics.md#optimalreset')
})

test('the source of a law is among those of a ledger whose counts come from it, and of no other', () => {
  const cited = (name: string) =>
    sourcesOf(readEstimate(exampleText(name)))
      .map(citation)
      .join('\n')
  expect(cited('gpt-3-scaled')).toContain('Epoch AI, Data on AI Models')
  expect(cited('compute-optimal')).toContain('Hoffmann')
  expect(cited('compute-optimal')).toContain('Kaplan')
  expect(cited('brain-scale')).not.toMatch(/Epoch AI|Hoffmann|Kaplan/)
  expect(sourcesOf(certified)).toEqual(sourcesOf(estimate))
})

test('a citation ends with where to read it, if that is known', () => {
  expect(citation({ citation: 'A (2020)' })).toBe('A (2020)')
  expect(citation({ citation: 'A (2020)', url: 'https://a.org' })).toBe('A (2020), https://a.org')
})
