/** What every form of a ledger prints: energies in engineering units, 158.6 MJ at the floor of the brain-scale system. */
import { tiers } from '../../src/formula/model'
import { walls } from '../../src/ledger/paradigms'
import {
  citation,
  decades,
  decadesOf,
  energiesOf,
  figure,
  isCertified,
  sourcesOf,
  tierMeanings,
  unknownFigure,
  wallNames,
  type AnyParadigm
} from '../../src/report/ledger'
import { between } from '../../src/units/enclosure'
import { joules } from '../../src/units/si'
import { paradigmOf } from '../ledger/reference'
import { doubts, readCertified } from '../schema/certified'
import { exampleText, readEstimate } from '../schema/files'

const estimate = readEstimate(exampleText('brain-scale'))
const { ledger } = estimate
const certified = readCertified(exampleText('brain-scale'))

const figures = (paradigm: AnyParadigm): readonly string[] =>
  energiesOf(paradigm).map((energy) => figure(energy))

test('figures are energies with four digits and a prefix, at each wall and in all', () => {
  expect(figures(paradigmOf(ledger, 'floor'))).toEqual(['0', '158.6 MJ', '0', '158.6 MJ'])
  expect(figures(paradigmOf(ledger, 'cim'))).toEqual(['763.4 GJ', '372.8 GJ', '6.236 mJ', '1.136 TJ'])
  expect(figures(paradigmOf(ledger, 'vonNeumann'))).toEqual(['1.872 EJ', '1.872 EJ', '31.20 kJ', '3.744 EJ'])
})

test('a figure that is not known is a dash, and none is 0', () => {
  expect(figures(paradigmOf(ledger, 'accelerator'))).toEqual(['—', '—', '—', '42.48 PJ'])
  expect(figure(undefined)).toBe(unknownFigure)
  expect(figure(paradigmOf(ledger, 'floor').walls!.memory.energy)).toBe('0')
})

test('an enclosed figure is two ends with one unit, rounded outward; one where both are the same', () => {
  const [floor, , , cim, , accelerator] = certified.ledger.paradigms.map(figures)
  expect(floor).toEqual(['0', '[158.5, 158.6] MJ', '0', '[158.5, 158.6] MJ'])
  expect(cim).toEqual(['[763.4, 763.5] GJ', '[372.8, 372.9] GJ', '[6.236, 6.237] mJ', '[1.136, 1.137] TJ'])
  expect(accelerator).toEqual(['—', '—', '—', '42.48 PJ'])
  expect(figure(between(joules(0), joules(2)))).toBe('[0, 2.000] J')
  expect(figure(between(joules(0), joules(0)))).toBe('0')
})

test('a figure has as many digits as asked for', () => {
  const { energy } = paradigmOf(ledger, 'floor').total
  expect([1, 2, 10].map((digits) => figure(energy, digits))).toEqual(['200 MJ', '160 MJ', '158.5683051 MJ'])
  const enclosed = certified.ledger.paradigms[0]!.total.energy
  expect([1, 2, 10].map((digits) => figure(enclosed, digits))).toEqual([
    '[100, 200] MJ',
    '[150, 160] MJ',
    '[158.5683050, 158.5683051] MJ'
  ])
})

test('a ledger is told from a certified one, whether its values are uncertain or not', () => {
  const uncertain = readCertified(exampleText('brain-scale'), doubts)
  expect([estimate, certified, uncertain].map(isCertified)).toEqual([false, true, true])
})

test('enclosed decades are two, rounded outward to hundredths', () => {
  expect(certified.ledger.paradigms.map(decades)).toEqual([
    ...['', '[0.85, 0.86]', '[1.40, 1.41]', '[3.85, 3.86]', '[10.37, 10.38]'],
    '[8.42, 8.43]'
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
  const coin = readCertified(exampleText('brain-scale'), { errorProbability: '[0.4, 0.5]' })
  expect(coin.ledger.paradigms.map(decadesOf)).toEqual(coin.ledger.paradigms.map(() => []))
})

test('decades are told with one digit; the floor is not above itself', () => {
  expect(ledger.paradigms.map(decades)).toEqual(['', '0.9', '1.4', '3.9', '10.4', '8.4'])
})

test('every wall has a name and every tier a meaning', () => {
  expect(Object.keys(wallNames)).toEqual(walls)
  expect(Object.keys(tierMeanings)).toEqual(tiers)
})

test('every source stands once, in the order of its first use', () => {
  const citations = sourcesOf(estimate).map((source) => source.citation)
  expect(new Set(citations).size).toBe(citations.length)
  const first = paradigmOf(ledger, 'floor').total.sources.map((source) => source.citation)
  expect(citations.slice(0, first.length)).toEqual(first)
  for (const { total } of ledger.paradigms)
    for (const source of total.sources) expect(citations).toContain(source.citation)
})

test('Landauer, and Van Vu and Saito, are among the sources of the floor', () => {
  const citations = paradigmOf(ledger, 'floor').total.sources.map(citation).join('\n')
  expect(citations).toContain('Landauer, IBM J. Res. Dev. 5, 183 (1961), https://doi.org/10.1147/rd.53.0183')
  expect(citations).toContain('Van Vu & Saito, Phys. Rev. X 13, 011013 (2023)')
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
