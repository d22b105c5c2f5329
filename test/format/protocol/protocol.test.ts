/** A protocol as a file says it: energies in kT or with units, a reset by its name, every fault with its place. */
import { decodeProtocol } from '../../../src/format/protocol/protocol'
import { simulate } from '../../../src/simulation/protocol'
import { kT } from '../../../src/units/si'
import { left, right } from '../../reading/values'

const file = (more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ temperature: '300 K', attemptRate: '1 GHz', ...more })

const problemsOf = (more: Readonly<Record<string, unknown>>): readonly string[] =>
  left(decodeProtocol(file(more), 'p')).problems.map(({ pointer, message }) => `${pointer}: ${message}`)

const heat = (more: Readonly<Record<string, unknown>>): number => {
  const { protocol } = right(decodeProtocol(file(more), 'p'))
  return right(simulate(protocol)).heat.value / kT(1, protocol.temperature).value
}

test('a bias of 6 kT costs 2.98516 kT, however it is written', () => {
  const expected = 6 * (0.5 - 1 / (1 + Math.exp(6)))
  expect(heat({ segments: [{ duration: '50 ns', bias: '6 kT' }] })).toBeCloseTo(expected, 10)
  expect(heat({ segments: [{ duration: '5e-8 s', energies: ['0 kT', '6kT'] }] })).toBeCloseTo(expected, 10)
  expect(heat({ segments: [{ duration: 50e-9, energies: ['1 kT', '7 kT'] }] })).toBeCloseTo(expected, 10)
  expect(heat({ reset: { kind: 'sudden', bias: '6 kT', duration: '50 ns' } })).toBeCloseTo(expected, 10)
  // 6 kT at 300 K are 24.851682 zJ.
  expect(heat({ segments: [{ duration: '50 ns', bias: '24.851682 zJ' }] })).toBeCloseTo(expected, 10)
})

test('a ladder starts where it is said to', () => {
  const ladder = { rungs: 3, segments: [{ duration: '1 us', energies: ['0 kT', '9 kT', '9 kT'] }] }
  // All end on rung 0: from rung 0 nothing is given off, from rung 2 9 kT.
  expect(heat({ ...ladder, start: [1, 0, 0] })).toBeLessThan(0)
  expect(heat({ ...ladder, start: [0, 0, 1] })).toBeCloseTo(9, 1)
})

test.each([
  ['ramp', { bias: '6 kT', steps: 4 }],
  ['lowered-tilted-raised', { bias: '6 kT', barrier: '10 kT', steps: 4 }],
  ['palindrome', { bias: '6 kT', barrier: '10 kT', steps: 4 }],
  ['optimal', { errorProbability: '0.01', steps: 50 }]
])('a reset by name: %s', (kind, parts) => {
  const found = heat({ reset: { kind, duration: '50 ns', ...parts } })
  expect(found).toBeGreaterThan(0.6)
  expect(found).toBeLessThan(3)
  const [lacking] = Object.keys(parts)
  expect(problemsOf({ reset: { kind, duration: '50 ns', ...parts, [lacking!]: undefined } })).toEqual([
    `/reset/${lacking}: missing: expected the ${lacking} of ${kind}`
  ])
})

test.each([
  [{}, ['/segments: missing: expected a list of segments, or a reset by its name']],
  [{ segments: [] }, ['/segments: expected a segment at least, got none']],
  [
    { segments: [{ duration: '50 ns' }, { duration: '1 ns', bias: '1 kT', energies: ['0 kT', '1 kT'] }] },
    [
      '/segments/0: expected energies, or the bias of a bit; and not both',
      '/segments/1: expected energies, or the bias of a bit; and not both'
    ]
  ],
  [
    { rungs: 3, segments: [{ duration: '50 ns', energies: ['0 kT', '1 kT'] }] },
    ['/segments/0/energies: expected 3 energies, as there are rungs, got 2']
  ],
  [
    { segments: [{ duration: '0 s', bias: '1 K', barrier: 'x kT' }] },
    [
      '/segments/0/duration: expected time the process takes in (0, ∞) s, got "0 s"',
      '/segments/0/bias: expected an energy such as "6 kT" (this is a temperature), got "1 K"',
      '/segments/0/barrier: expected an energy such as "6 kT" or "25 meV", got "x kT"'
    ]
  ],
  [
    { segments: [{ duration: '1 s', bias: '900 kT', barrier: '-1 kT' }] },
    [
      '/segments/0/energies/1: expected an energy within ±700 kT, got 900 kT',
      '/segments/0/barrier: expected a barrier of 0 or above, got -4.14195e-21 J'
    ]
  ],
  [
    { start: [0.5, 0.6], segments: [{ duration: '50 ns' }] },
    [
      '/segments/0: expected energies, or the bias of a bit; and not both',
      '/start: expected probabilities, none below 0, that add to 1, got a sum of 1.1'
    ]
  ],
  [
    { segments: [{ duration: '1 s', energies: ['-400 kT', '400 kT'] }] },
    ["/segments/0/energies/1: expected an energy up to 700 kT above the segment's least, got 400 kT"]
  ],
  [
    { reset: { kind: 'optimal', duration: '2 ns', errorProbability: '0.01', steps: 3 } },
    [
      '/reset/duration: expected more than ln(1/2ε)/f₀ = 3.912 ns, in which no reset comes to an error of 0.01, got 2.000 ns'
    ]
  ],
  [
    { reset: { kind: 'sudden', duration: '2 ns', bias: '1 kT', steps: 3 } },
    ['/reset/steps: sudden has none: it is told by "bias"']
  ],
  [
    { rungs: 3, reset: { kind: 'sudden', duration: '2 ns', bias: '1 kT' } },
    ['/rungs: expected 2, as a reset by name is of a bit, got 3']
  ],
  [
    {
      segments: [{ duration: '2 ns', bias: '1 kT' }],
      reset: { kind: 'sudden', duration: '2 ns', bias: '1 kT' }
    },
    ['/reset: expected none beside segments']
  ],
  [
    {
      ...{ temperature: '5e-324 K', attemptRate: '5e-324 GHz' },
      reset: { kind: 'optimal', duration: '20 ns', errorProbability: 0.01, steps: 12 }
    },
    [
      '/temperature: expected a temperature from 1e-250 to 1e250 K, got 5e-324',
      '/attemptRate: expected a rate from 1e-250 to 1e250 Hz, got 5e-315'
    ]
  ],
  [
    { reset: { kind: 'optimal', duration: '20 ns', errorProbability: 5e-324, steps: 12 } },
    [
      '/reset/duration: expected more than ln(1/2ε)/f₀ = 743.7 ns, in which no reset comes to an error of 5e-324, got 20.00 ns'
    ]
  ],
  [
    { reset: { kind: 'optimal', duration: '1 µs', errorProbability: 1e-200, steps: 12 } },
    ['/reset/errorProbability: expected at least 1e-100 of an optimal reset, got 1e-200']
  ],
  [
    { reset: { kind: 'palindrome', duration: '1 µs', bias: 1e308, barrier: '-2 kT', steps: 20 } },
    [
      '/reset/bias: expected an energy within ±700 kT, got 1.000e308 J',
      '/reset/barrier: expected a barrier of 0 or above, got -2 kT'
    ]
  ],
  [
    { reset: { kind: 'ramp', duration: '1 µs', bias: '-701 kT', steps: 20 } },
    ['/reset/bias: expected an energy within ±700 kT, got -701 kT']
  ],
  [
    { segments: [{ duration: '1 ns', energies: [0, 1e308] }] },
    ['/segments/0/energies/1: expected an energy within ±700 kT, got 1e+308 J']
  ],
  [{ segment: [] }, ['/segment: unknown field: did you mean "segments"?']]
] as const)('%j is told as what it lacks', (more, expected) => {
  expect(problemsOf(more as Readonly<Record<string, unknown>>)).toEqual(expected)
})

test('what is wrong has its line, and what the file says of itself is kept', () => {
  const text = '{\n "temperature": "300 K",\n "attemptRate": "1 J",\n "segments": []\n}'
  expect(left(decodeProtocol(text)).message).toContain('/attemptRate (line 3)')
  expect(
    right(
      decodeProtocol(file({ name: 'n', description: 'd', segments: [{ duration: '1 s', bias: '1 kT' }] }))
    )
  ).toMatchObject({ name: 'n', description: 'd' })
})
