/** The course of a protocol as a picture: where the memory is, what is paid, and the least of it. */
import fc from 'fast-check'
import { protocolPicture } from '../../../src/report/picture/protocol'
import { breadths } from '../../../src/report/picture/picture'
import { simulate, type ProtocolRun } from '../../../src/simulation/protocol'
import { gigahertz, kelvin, kT, seconds } from '../../../src/units/si'
import { right } from '../../reading/values'
import { problemsOf } from './svg'

const T = kelvin(300)

const run = (segments: readonly (readonly [number, readonly number[]])[]): ProtocolRun =>
  right(
    simulate({
      temperature: T,
      attemptRate: gigahertz(1),
      rungs: segments[0]![1].length,
      segments: segments.map(([attempts, energies]) => ({
        duration: seconds(attempts * 1e-9),
        energies: energies.map((energy) => kT(energy, T))
      }))
    })
  )

test('tells state 1 of a bit, work and heat in the end, and the tightest bound', () => {
  const svg = protocolPicture('sudden', run([[50, [0, 6]]]))
  for (const text of ['state 1', 'work, 2.99 kT', 'heat, 2.99 kT', 'least heat, 2.99 kT', 'time, in ns'])
    expect(svg).toContain(text)
})

test('tells each of a few rungs, and the mean of many', () => {
  expect(protocolPicture('three', run([[50, [0, 1, 2]]]))).toContain('rung 2')
  const many = protocolPicture('many', run([[50, [0, 1, 2, 3, 4, 5]]]))
  expect(many).toContain('mean rung')
  expect(many).not.toContain('rung 2')
})

test('of any protocol is well formed, and its texts are apart and within it', () => {
  const protocols = fc
    .integer({ min: 2, max: 6 })
    .chain((rungs) =>
      fc.array(
        fc.tuple(
          fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
          fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: rungs, maxLength: rungs })
        ),
        { minLength: 1, maxLength: 5 }
      )
    )
  fc.assert(
    fc.property(protocols, fc.constantFrom(...breadths), (segments, width) => {
      expect(problemsOf(protocolPicture('any', run(segments), { width }))).toEqual([])
    })
  )
})
