/** A ledger that was written is read back to the same values, to the last digit. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { certifiedEstimate, estimate } from '../../../src/ledger/estimate'
import { ledgerJson } from '../../../src/report/ledger-data'
import type { AnyEstimate } from '../../../src/report/ledger'
import { decodeCertifiedEstimate, decodeEstimate } from '../../../src/schema/output/estimate'
import { endsOf, type Enclosure } from '../../../src/units/enclosure'
import type { Quantity } from '../../../src/units/quantity'
import { left, right } from '../../ledger/reference'
import { scenarios } from '../../ledger/scenarios'
import { doubts, readCertified } from '../certified'
import { examples, exampleText, readEstimate } from '../files'

type Figure = Quantity<unknown> | Enclosure<unknown>

/** A figure as all of its digits, and its dimension. */
const digits = (of: Figure): readonly string[] => [
  ...endsOf(of).map(({ exact }) => exact.toString()),
  of.dimension.key
]

interface Entry {
  readonly energy: Figure
  readonly tier: string
  readonly claim: string
  readonly constraint: string
  readonly sources: readonly unknown[]
}

interface Read {
  readonly name: string
  readonly assumptions: readonly unknown[]
  readonly counts: { readonly updates: Figure; readonly macs: Figure; readonly flops: Figure }
  readonly intermediates: object
  readonly paradigms: readonly {
    readonly name: string
    readonly total: Entry
    readonly walls?: { readonly memory: Entry; readonly update: Entry; readonly consolidation: Entry }
    readonly wallPlug?: Entry
  }[]
  readonly outside: readonly {
    readonly name: string
    readonly description: string
    readonly problems: readonly {
      readonly message: string
      readonly found: string
      readonly expected: string
    }[]
  }[]
}

/** All that a ledger tells and that was read, to compare by. */
const told = ({
  name,
  assumptions,
  counts: { updates, macs, flops },
  intermediates,
  paradigms,
  outside
}: Read): unknown => {
  const entry = ({ energy, tier, claim, constraint, sources }: Entry): unknown => ({
    energy: digits(energy),
    ...{ tier, claim, constraint, sources }
  })
  return {
    ...{ name, assumptions },
    counts: [updates, macs, flops].map(digits),
    intermediates: Object.entries(intermediates).map(([key, of]) => [key, digits(of as Figure)]),
    outside: outside.map(({ name: paradigm, description, problems }) => [
      ...[paradigm, description],
      ...problems.map(({ message, found, expected }) => [message, found, expected])
    ]),
    paradigms: paradigms.map(({ name: paradigm, total, walls, wallPlug }) => ({
      paradigm,
      total: entry(total),
      wallPlug: wallPlug && entry(wallPlug),
      walls: walls && [walls.memory, walls.update, walls.consolidation].map(entry)
    }))
  }
}

const asRead = ({ ledger, assumptions }: AnyEstimate): Read => ({
  name: ledger.scenario.name,
  ...{ assumptions, counts: ledger.counts, intermediates: ledger.intermediates, paradigms: ledger.paradigms },
  outside: ledger.outside
})

test('every ledger of a random workload is read as it was', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const ledger = estimate(scenario)
      if (E.isLeft(ledger)) return
      const of: AnyEstimate = { ledger: ledger.right, assumptions: [] }
      expect(told(right(decodeEstimate(ledgerJson(of))))).toEqual(told(asRead(of)))
    }),
    { numRuns: 30 }
  )
})

test('every certified ledger of a random workload is read as it was', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const ledger = certifiedEstimate(scenario)
      if (E.isLeft(ledger)) return
      const of: AnyEstimate = { ledger: ledger.right, assumptions: [] }
      expect(told(right(decodeCertifiedEstimate(ledgerJson(of))))).toEqual(told(asRead(of)))
    }),
    { numRuns: 10 }
  )
})

test.each(examples)('the ledger of %s is read as it was, with its assumptions', (name) => {
  const of = readEstimate(exampleText(name))
  const read = right(decodeEstimate(ledgerJson(of)))
  expect(told(read)).toEqual(told(asRead(of)))
  expect(read.paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor)).toEqual(
    of.ledger.paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor)
  )
})

test('rows without a value are read with what they require and what was found', () => {
  for (const overrides of [{ duration: '1 s' }, { writeTime: '1 ns' }, { updates: '1.5e15 update' }]) {
    const exact = readEstimate(exampleText('brain-scale'), overrides)
    const certified = readCertified(exampleText('brain-scale'), overrides)
    expect(exact.ledger.outside.length).toBeGreaterThan(0)
    expect(told(right(decodeEstimate(ledgerJson(exact))))).toEqual(told(asRead(exact)))
    expect(told(right(decodeCertifiedEstimate(ledgerJson(certified))))).toEqual(told(asRead(certified)))
  }
})

test('the ends of an enclosure stay on their sides, also as float64', () => {
  const read = right(decodeCertifiedEstimate(ledgerJson(readCertified(exampleText('brain-scale'), doubts))))
  for (const { total } of read.paradigms) {
    const { lower, upper } = total.energy
    expect(lower.exact.gte(lower.value) && upper.exact.lte(upper.value)).toBe(true)
  }
})

test('a ledger of another form, or version, is told only that', () => {
  const exact = ledgerJson(readEstimate(exampleText('lenet-5')))
  expect(left(decodeCertifiedEstimate(exact)).message).toBe(
    '/format (line 2): expected "limen.certified-estimate/2", got "limen.estimate/2"'
  )
  expect(left(decodeEstimate(exact.replace('estimate/2', 'estimate/1'))).message).toBe(
    '/format (line 2): expected "limen.estimate/2", got "limen.estimate/1"'
  )
})

test('what is wrong with a ledger has its place', () => {
  const exact = ledgerJson(readEstimate(exampleText('lenet-5')))
  const { message } = left(decodeEstimate(exact.replace('"unit": "update"', '"unit": "J"')))
  expect(message).toMatch(/^\/counts\/updates\/unit \(line \d+\): expected "update", got "J"$/)
  expect(left(decodeEstimate('[]')).message).toBe('(line 1): expected a ledger, got a list')
  expect(left(decodeEstimate(exact.slice(0, -9))).message).toMatch(/malformed JSON/)
})
