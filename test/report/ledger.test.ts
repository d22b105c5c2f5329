/** What every form of a ledger prints: energies in engineering units, 158.6 MJ at the floor of the brain-scale system. */
import { tiers } from '../../src/formula/model'
import { walls } from '../../src/ledger/paradigms'
import {
  citation,
  decades,
  energiesOf,
  figure,
  sourcesOf,
  tierMeanings,
  unknownFigure,
  wallNames,
  type AnyParadigm
} from '../../src/report/ledger'
import { paradigmOf } from '../ledger/reference'
import { exampleText, readEstimate } from '../schema/files'

const estimate = readEstimate(exampleText('brain-scale'))
const { ledger } = estimate

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

test('a citation ends with where to read it, if that is known', () => {
  expect(citation({ citation: 'A (2020)' })).toBe('A (2020)')
  expect(citation({ citation: 'A (2020)', url: 'https://a.org' })).toBe('A (2020), https://a.org')
})
