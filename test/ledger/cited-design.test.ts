/** Cited hardware as designs: what its source states, as often as a ledger counts it, and no more. */
import * as E from 'fp-ts/lib/Either.js'
import { certifiedEstimate, estimate } from '../../src/ledger/estimate'
import { citedDesign } from '../../src/ledger/cited-design'
import { designProblems, type OwnDesign } from '../../src/ledger/design'
import { citedThings } from '../../src/report/facts'
import { accelerators } from '../../src/technology/accelerators'
import { chips } from '../../src/technology/chips'
import { devices } from '../../src/technology/devices'
import { memoryEnergies } from '../../src/technology/memories'
import { neuromorphicEnergies } from '../../src/technology/neuromorphic'
import { updateEnergies } from '../../src/technology/updates'
import type { Scenario } from '../../src/ledger/scenario'
import type { Certainty } from '../../src/units/enclosure'
import { left, right, scenarioNamed } from './reference'

const lenet = scenarioNamed('lenet-5')
const { counts } = right(estimate(lenet))
const [U, M, F] = [counts.updates.value, counts.macs.value, counts.flops.value]
const b = 8

const rowOf = (name: string) =>
  right(estimate({ ...lenet, designs: [right(citedDesign(name))] } as Scenario)).designs[0]!

describe('what is cited is paid as often as it says', () => {
  test.each<readonly [string, string, string, number]>([
    // 700 W over 989.4 Tflop/s.
    ['NVIDIA H100 SXM5 80GB', 'operation', 'beside', (700 / 9.894e14) * F],
    // One 1-bit operation takes 0.69 fJ, and a mac of 4 by 1 bit is 2 · 4 · 1 of them.
    ['Jian-Wei Su et al. ISSCC 2021', 'mac', 'memory', 5.52e-15 * M],
    // 32 levels are one cell for a parameter, two are a bit.
    ['FeFET for training', 'write', 'update', 1.02e-14 * U],
    ['RRAM of NVSim', 'write', 'update', 6e-13 * b * U],
    ['cell write: SRAM', 'write', 'update', 5e-16 * b * U],
    ['macro access: SRAM of 8 KB, 7 nm', 'access', 'memory', 1.172e-13 * b * M],
    ['digital update: Loihi', 'write', 'update', 1.2e-10 * U],
    ['FP16 multiplication, 45 nm', 'operation', 'beside', 1.1e-12 * M]
  ])('%s', (name, part, place, expected) => {
    const { parts, total } = rowOf(name)
    expect(parts!.map((each) => [each.name, each.place])).toEqual([[part, place]])
    expect(total.energy.value / expected).toBeCloseTo(1, 12)
  })
})

test('evidence, source and what must be known go with it; what is not stated is said to be unknown', () => {
  const { walls, total } = rowOf('fn-dam')
  expect(Object.keys(walls!)).toEqual(['update'])
  expect(total.sources.map(({ url }) => url)).toEqual(['https://arxiv.org/abs/2104.05926'])
  expect(total.constraint).toBe(
    'write takes for each update what is stated (specified: Write energy of Fowler-Nordheim dynamic analog memory; taken as one write for each update; as low as this; up to 14 bit); nothing is stated of the memory-wall and the consolidation-wall: unknown, and not counted'
  )
  const whole = rowOf('H100 PCIe')
  expect([whole.walls, whole.beside]).toEqual([undefined, undefined])
  expect(whole.total.constraint).toMatch(
    /nothing is stated of the memory-wall, the update-wall and the consolidation-wall: unknown, and not counted$/
  )
})

test('a range is an enclosure of both its ends, and several designs have decades beside each other', () => {
  const designs = ['write: PCM', 'fn-dam'].map((name) => right(citedDesign(name)))
  const [pcm, analog] = right(certifiedEstimate({ ...lenet, designs } as Scenario<Certainty>)).designs
  const { lower, upper } = pcm!.total.energy
  expect(lower.value / (2e-12 * b * U)).toBeCloseTo(1, 12)
  expect(upper.value / (2.5e-11 * b * U)).toBeCloseTo(1, 12)
  expect([pcm, analog].map((row) => row!.decadesAboveFloor?.lower.value.toFixed(1))).toEqual(['14.9', '11.4'])
})

const told = (name: string): string => left(citedDesign(name)).message

test('less than a name is enough where it is that of one alone; else what may be meant is told', () => {
  expect(right(citedDesign('h100 pcie')).name).toBe('NVIDIA H100 PCIe')
  expect(told('h100')).toBe(
    'the cited hardware "h100" may be any of "NVIDIA H100 PCIe", "NVIDIA H100 SXM5 80GB": say more of its name'
  )
  expect(told('Nvidia H101')).toMatch(/^there is no cited hardware "Nvidia H101": did you mean "NVIDIA H100/)
  expect(told('xyzzy')).toMatch(/^there is no cited hardware "xyzzy" among the \d+ that are known$/)
  expect(told(' ')).toBe('expected the name of cited hardware, such as "NVIDIA H100 PCIe", got " "')
})

test('what is cited of other things than a ledger counts is told, and not converted', () => {
  expect(told('ODIN')).toMatch('is cited, but its energy is of an event, which no ledger counts')
  expect(told('3T1C with non-volatile memory')).toMatch('but no energy of a write of it is cited')
  expect(told('Tambe')).toMatch('of how many a mac has nothing is cited')
})

const names: readonly string[] = [
  ...accelerators().map(({ name }) => name),
  ...devices().map(({ name }) => name),
  ...[...memoryEnergies(), ...updateEnergies(), ...neuromorphicEnergies()].map(({ what }) => what),
  ...chips().map(
    ({ authors, venue, year, processNanometres, architecture, inputBits, weightBits }) =>
      `${authors}, ${venue} ${year}, ${processNanometres} nm ${architecture}` +
      (inputBits === undefined ? '' : `, ${inputBits} × ${weightBits!} bit`)
  )
]

test('each is found by its whole name, and what is known of it makes a design with evidence and source', () => {
  const found = names.map((name) => citedDesign(name))
  const designs = found.flatMap((each): readonly OwnDesign<Certainty>[] =>
    each._tag === 'Right' ? [each.right] : []
  )
  // Two operating points of one chip without widths share a name, and have no figure in any case.
  for (const each of found)
    if (each._tag === 'Left') expect(each.left.message).toMatch(/is cited, but|any of/)
  expect(designs.length).toBeGreaterThan(150)
  expect(designProblems(designs)).toEqual([])
  for (const { parts } of designs)
    for (const part of parts) {
      expect(part.source?.url).toMatch(/^https:/)
      expect('evidence' in part && part.evidence).toBeTruthy()
    }
})

describe('what is cited is told apart by its name', () => {
  const names = citedThings('chips').map(({ name }) => name)

  test('no two chips are called the same', () => {
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(names)('%s', (name) => {
    const found = citedDesign(name)
    if (E.isRight(found)) expect(found.right.name).toBe(name)
    else expect(found.left.message).toContain(`"${name}" is cited, but`)
  })

  test('where all else is the same, by the energy of the operating point', () => {
    expect(left(citedDesign('Conti')).message).toBe(
      'the cited hardware "Conti" may be any of "Francesco Conti et al., ISSCC 2023, 22 nm Digital, 86.806 fJ", "Francesco Conti et al., ISSCC 2023, 22 nm Digital, 46.296 fJ": say more of its name'
    )
  })

  test('at the ends of long names, too', () => {
    expect(left(citedDesign('Cheng-Xin Xue et al., ISSCC 2020')).message).toMatch(
      /eNVM, 1 × 2 bit", .*eNVM, 4 × 4 bit": say more of its name$/
    )
  })
})
