/** Names that are hard to draw, and what is drawn: random ledgers, sweeps, barriers, elasticities. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { certifiedEstimate, estimate } from '../../../src/ledger/estimate'
import type { Scenario } from '../../../src/ledger/scenario'
import type { AnyEstimate, AnyRow } from '../../../src/report/ledger'
import type { Evidence, Fact } from '../../../src/technology/facts'
import type { Energy } from '../../../src/units/dimension'
import { between } from '../../../src/units/enclosure'
import { joules } from '../../../src/units/si'
import { scenarios } from '../../ledger/scenarios'

/** Characters that end elements, quotes, or lines; wide ones, turned ones, and halves of pairs. */
const hard = fc.constantFrom(
  '<',
  '&',
  '"',
  "'",
  '>',
  ']]>',
  '\n',
  '\t',
  '\u0000',
  '\u202e',
  '\ud83d',
  '😀',
  'W',
  '語',
  'é',
  '&amp;'
)

/** Names as people give them, and as they do not. */
export const names: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.array(fc.oneof(hard, fc.string({ unit: 'grapheme' })), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.constantFrom('A', 'W'.repeat(300), 'a long name of a scenario '.repeat(20), '')
)

export const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

export const namedScenarios: fc.Arbitrary<Scenario> = fc
  .tuple(scenarios, names)
  .map(([scenario, name]) => ({ ...scenario, name }))

/** An energy from nothing to more than there is. */
const energies = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 8, arbitrary: fc.double({ min: -40, max: 60, noNaN: true }).map((log) => 10 ** log) }
)

const measurements: fc.Arbitrary<Fact<Energy>> = fc
  .record({
    what: names,
    value: energies.filter((energy) => energy > 0),
    ratio: fc.option(fc.double({ min: 1, max: 1e6, noNaN: true })),
    year: fc.integer({ min: 1950, max: 2100 }),
    evidence: fc.constantFrom<Evidence>('measured', 'simulated', 'derived', 'specified', 'secondary')
  })
  .map(({ what, value, ratio, year, evidence }) => ({
    what,
    value: joules(value),
    ...(ratio === null ? {} : { upTo: joules(value * ratio) }),
    year,
    evidence,
    source: { citation: 'A & B', url: 'https://example.org' }
  }))

/** Ledgers of random workloads: exact, or certified; of all paradigms, some, or none. */
export const ledgers: fc.Arbitrary<AnyEstimate> = fc
  .record({
    scenario: namedScenarios,
    isCertified: fc.boolean(),
    kept: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    measured: fc.option(measurements)
  })
  .map(({ scenario, isCertified, kept, measured }): AnyEstimate => {
    const ledger = isCertified ? right(certifiedEstimate(scenario)) : right(estimate(scenario))
    const paradigms = ledger.paradigms.filter((_, at) => kept[at])
    // A ledger is of one kind; which one the compiler need not know here.
    return {
      ledger: { ...ledger, paradigms },
      assumptions: [],
      ...(measured === null ? {} : { measured })
    } as AnyEstimate
  })

/** Ledgers whose totals are any energies at all, or enclose them. */
export const wildLedgers: fc.Arbitrary<AnyEstimate> = fc
  .record({
    of: ledgers,
    totals: fc.array(fc.tuple(energies, fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), {
      minLength: 6,
      maxLength: 6
    })
  })
  .map(({ of, totals }) => {
    const paradigms = (of.ledger.paradigms as readonly AnyRow[]).map((paradigm, at) => {
      const [energy, part] = totals[at]!
      const found = part === null ? joules(energy) : between(joules(energy * part), joules(energy))
      return { ...paradigm, total: { ...paradigm.total, energy: found } }
    })
    return { ...of, ledger: { ...of.ledger, paradigms } } as AnyEstimate
  })
