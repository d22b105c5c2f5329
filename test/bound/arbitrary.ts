/** Random bounds: multiples of kT on processes that overlap, are apart, or are parts of one another. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { cheapest, tightest, total, type AnyModel } from '../../src/bound/compose'
import type { Composed } from '../../src/bound/instances'
import { number } from '../../src/formula/expression'
import { tiers, type Inputs, type Process, type Tier } from '../../src/formula/model'
import * as inputs from '../../src/physics/inputs'
import { model } from '../../src/physics/own'
import type { Decimal } from '../../src/units/decimal'
import type { Energy } from '../../src/units/dimension'
import { joules, kelvin } from '../../src/units/si'
import { right } from '../reading/values'

/** So many kT on a process. */
export const bound = (
  process: Process,
  multiple: number,
  tier: Tier = 'theorem',
  name = `${multiple} kT of ${process}, ${tier}`
): AnyModel<Energy> =>
  model<Inputs, Energy>({
    name,
    symbol: `E_${process}`,
    summary: `${multiple} kT`,
    inputs: { temperature: inputs.temperature },
    unit: joules,
    formula: (symbols) => inputs.kT(symbols['temperature'] as never).times(number(multiple)),
    tier,
    constraint: `constraint of ${name}`,
    sources: [{ citation: `source of ${name}` }],
    processes: [process]
  })

/** The bounds drawn so far: there are a thousand, and they are drawn a hundred thousand times. */
const drawn = new Map<string, AnyModel<Energy>>()

const boundsOn = (...processes: readonly Process[]): fc.Arbitrary<AnyModel<Energy>> =>
  fc
    .tuple(fc.constantFrom(...processes), fc.integer({ min: 0, max: 40 }), fc.constantFrom(...tiers))
    .map(([process, quarters, tier]) => {
      const key = `${process} ${quarters} ${tier}`
      const one = drawn.get(key) ?? bound(process, quarters / 4, tier)
      drawn.set(key, one)
      return one
    })

/** Bounds on a process, on parts of it, and on another. */
export const bounds = boundsOn('a', 'a/reversible', 'a/irreversible', 'b')

/** Bounds on erasures and reads, some of them named. */
export const namedBounds = boundsOn(
  'erasure/reversible',
  'erasure/irreversible',
  'erasure/reversible (x)',
  'erasure (x)',
  'read (x)',
  'read/erasure',
  'read (y)'
)

/** Bounds on parts of parts. */
export const deepBounds = boundsOn('a', 'a/reversible', 'a/irreversible', 'b/reversible', 'c')

/** A bound, or a composition of two or three that is not refused. */
export const compositionsOf = (leaves: fc.Arbitrary<AnyModel<Energy>>): fc.Arbitrary<AnyModel<Energy>> =>
  fc.letrec<{ composition: AnyModel<Energy> }>((tie) => ({
    composition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaves,
      fc
        .tuple(fc.constantFrom(total, tightest, cheapest), tie('composition'), leaves)
        .map(([compose, a, b]) => E.getOrElse(() => a)(compose(a, b)))
    )
  })).composition

/** The value of a bound at 300 K. */
export const valueOf = (of: AnyModel<Energy>): Decimal =>
  right(of('temperature' in of.inputs ? { temperature: kelvin(300) } : {})).exact

/** What two compositions must agree in: refusal, or value, processes and tier. */
export const outcome = (composed: Composed<Energy>) =>
  E.isLeft(composed)
    ? 'refused'
    : {
        value: valueOf(composed.right).toSignificantDigits(30).toString(),
        processes: [...new Set(composed.right.processes)].sort(),
        tier: composed.right.tier
      }
