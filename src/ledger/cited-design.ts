/**
 * Cited hardware as designs: what of it is known as an energy of something that a ledger counts. What
 * its source does not state is not made up: it stays unknown.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { byName, ways } from '../shape/name'
import { schemaError, type SchemaError } from '../shape/problem'
import { shown } from '../shape/words'
import { accelerators } from '../technology/accelerators'
import { chipName, chips, type CitedChip } from '../technology/chips'
import { devices, type Device } from '../technology/devices'
import type { Fact } from '../technology/facts'
import { memoryEnergies } from '../technology/memories'
import { neuromorphicEnergies } from '../technology/neuromorphic'
import { operationEnergies } from '../technology/operations'
import { updateEnergies } from '../technology/updates'
import type { Decimal } from '../units/decimal'
import { enclosure, type Certainty, type Stated } from '../units/enclosure'
import { joulesPerBit, joulesPerFlop, joulesPerMac, joulesPerUpdate } from '../units/si'
import { lazily } from '../units/remembered'
import type { Unit } from '../units/unit'
import type { FigurePart, OwnDesign } from './design'
import type { Place } from './paradigms'

/** What a part takes by a cited fact, and whose word that is. */
type Grounded = Pick<FigurePart<Certainty>, 'figure' | 'evidence' | 'source' | 'note'>

/** What is known of hardware by its name: a part; or why it has none. */
interface Cited {
  readonly name: string
  readonly known: E.Either<string, { readonly part: string; readonly place: Place; readonly of: Grounded }>
}

/** A fact as a figure for each of what a unit names; `as` says how often that is, where the fact does not. */
const grounded = (
  { what, value, upTo, evidence, source, note }: Fact<unknown>,
  unit: Unit<unknown>,
  as?: string,
  times: number = 1
): Grounded => {
  const each = (end: Decimal): Decimal => end.times(times)
  const figure: Stated<Certainty, unknown> =
    upTo === undefined
      ? unit(each(value.exact))
      : enclosure(unit.dimension, each(value.exact), each(upTo.exact))
  const said = [what, as, note].filter((each) => each !== undefined)
  return { figure, evidence, source, note: said.join('; ') }
}

const at = (name: string, place: Place, part: string, of: Grounded): Cited => ({
  name,
  known: E.right({ part, place, of })
})

const chip = (of: CitedChip): Cited => {
  const name = chipName(of)
  const { inputBits, weightBits } = of
  if (inputBits === undefined || weightBits === undefined)
    return {
      name,
      known: E.left('its energy is of one 1-bit operation, and of how many a mac has nothing is cited')
    }
  const widths = `a mac of ${inputBits}-bit inputs and ${weightBits}-bit weights, as 2 × ${inputBits} × ${weightBits} of them`
  return at(
    name,
    'memory',
    'mac',
    grounded(of.energyPerBitOperation, joulesPerMac, widths, 2 * inputBits * weightBits)
  )
}

const device = ({ name, writeEnergy, levels }: Device): Cited => {
  if (writeEnergy === undefined) return { name, known: E.left('no energy of a write of it is cited') }
  const isBinary = levels?.value.exact.eq(2) === true
  return at(
    name,
    'update',
    'write',
    isBinary
      ? grounded(writeEnergy, joulesPerBit, 'taken as one write for each bit')
      : grounded(writeEnergy, joulesPerUpdate, 'taken as one write for each update')
  )
}

const gathered = (): readonly Cited[] => [
  ...accelerators().map(({ name, energyPerOperation: of }) =>
    at(name, 'beside', 'operation', grounded(of, joulesPerFlop))
  ),
  ...devices().map(device),
  ...updateEnergies().map((of) => at(of.what, 'update', 'write', grounded(of, joulesPerUpdate))),
  ...memoryEnergies().map((of) =>
    /\bwrite:/.test(of.what)
      ? at(of.what, 'update', 'write', grounded(of, joulesPerBit))
      : at(of.what, 'memory', 'access', grounded(of, joulesPerBit))
  ),
  ...operationEnergies()
    // Accesses are among the energies of memories, as those of each bit.
    .filter(({ what }) => !what.startsWith('Access'))
    .map((of) => at(of.what, 'beside', 'operation', grounded(of, joulesPerMac, 'taken as one for each mac'))),
  ...chips().map(chip),
  ...neuromorphicEnergies().map(({ what: name }) => ({
    name,
    known: E.left('its energy is of an event, which no ledger counts')
  }))
]

/** All that is cited by a name. */
const all = lazily(gathered)

/** What is known of hardware that a name means; or why there is nothing, in a sentence. */
const cited = (name: unknown): E.Either<string, OwnDesign<Certainty> & { readonly of: Grounded }> =>
  pipe(
    byName(
      {
        what: 'cited hardware',
        things: all(),
        nameOf: (each) => each.name,
        ways: [ways.whole, ways.beginning, ways.initials, ways.inside]
      },
      name
    ) ?? E.left(`expected the name of cited hardware, such as "NVIDIA H100 PCIe", got ${shown(name)}`),
    E.chain((found) =>
      pipe(
        found.known,
        E.bimap(
          (why) => `"${found.name}" is cited, but ${why}`,
          ({ part, place, of }) => ({
            name: found.name,
            description: 'cited hardware',
            parts: [{ name: part, place, ...of }],
            of
          })
        )
      )
    )
  )

/** What a part takes that is as cited; or why that is not known. */
export const citedFigure = (name: unknown): E.Either<string, Grounded> =>
  pipe(
    cited(name),
    E.map(({ of }) => of)
  )

/**
 * Cited hardware as a design, by its name or as much of it as is that of one alone: an accelerator, a
 * chip, a device, an access or a write of a memory. It has the part that is cited, with evidence and source;
 * of what is not cited it says nothing. Errors list what may be meant.
 *
 * @example
 * import { citedDesign } from 'limen/hardware'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(citedDesign('h100 pcie'), E.map(({ name }) => name)) // right('NVIDIA H100 PCIe')
 * citedDesign('h100') // left: the cited hardware "h100" may be any of "NVIDIA H100 PCIe", "NVIDIA H100 SXM5 80GB": say more of its name
 *
 * @since 0.8.0
 */
export const citedDesign = (name: string): E.Either<SchemaError, OwnDesign<Certainty>> =>
  pipe(
    cited(name),
    E.bimap(
      (message) => schemaError([{ pointer: '', message }]),
      ({ of: _, ...design }) => design
    )
  )
