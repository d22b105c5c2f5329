/** Figures of a ledger from texts: what a product is, and in which unit. */
import { figureFrom, figuresFor, limitFrom } from '../../src/optimum/figure'
import { orThrow } from '../../src/units/either'
import * as E from 'fp-ts/lib/Either.js'
import { right } from '../ledger/reference'
import { exampleText } from '../estimate/files'
import { estimateFile } from '../../src/estimate/workload-file'
import { valuesOf } from '../../src/ledger/scenario'
import type { AnyModel } from '../../src/bound/compose'

const { ledger } = right(estimateFile(exampleText('brain-scale')))
const figures = right(figuresFor(ledger.scenario))
const given = valuesOf(ledger.scenario)

/** What a text makes, or an error that says why it makes nothing. */
const made = <A>(found: E.Either<string, A>): A =>
  orThrow(E.mapLeft((message: string) => new Error(message))(found))

const valueOf = (of: AnyModel<unknown>): number => {
  const own = Object.fromEntries(Object.keys(of.inputs).map((name) => [name, given[name]]))
  return right(of(own as never)).value
}

const rows = ledger.paradigms.map(({ name, total, walls }) => [name, total, walls] as const)

test.each(rows)('%s is its total, and its walls are its parts', (name, total, walls) => {
  expect(valueOf(made(figureFrom(name, figures)))).toBe(total.energy.value)
  expect(valueOf(made(figureFrom(`${name}.total`, figures)))).toBe(total.energy.value)
  for (const [wall, { energy }] of Object.entries(walls ?? {}))
    expect(valueOf(made(figureFrom(`${name}.${wall}`, figures)))).toBe(energy.value)
})

test('a product of powers is that: of values, of dimensions, and in its name', () => {
  const one = made(figureFrom(' cim*duration ^ 2/"temperature" ', figures))
  const [cim, s, K] = ['cim', 'duration', 'temperature'].map((name) =>
    valueOf(made(figureFrom(name, figures)))
  ) as [number, number, number] // as many as there are names
  expect(one.name).toBe('cim * duration^2 / temperature')
  expect(valueOf(one) / ((cim * s * s) / K)).toBeCloseTo(1, 13)
  const [energy, time, kelvin] = ['cim', 'duration', 'temperature'].map(
    (name) => figures[name]!.unit.dimension.exponents
  )
  for (const [base, power] of Object.entries(one.unit.dimension.exponents as Record<string, number>)) {
    const of = (exponents: unknown): number => (exponents as Record<string, number>)[base] ?? 0
    expect(power).toBe(of(energy) + 2 * of(time) - of(kelvin))
  }
  expect(valueOf(made(figureFrom('temperature^-1', figures)))).toBeCloseTo(1 / 300, 15)
})

test.each([
  '',
  '*',
  'cim *',
  '* cim',
  'cim ** duration',
  'cim ^',
  'cim^0',
  'cim^1.5',
  'cim^99',
  'cim^2^2',
  '"" * cim'
])('"%s" is no product', (text) => {
  expect(figureFrom(text, figures)).toMatchObject({
    left: expect.stringContaining('expected a figure, or a product') as string
  })
})

test.each([
  ['duration <= 1 d', '≤', 86400],
  ['duration≥2 d', '≥', 172800],
  ['temperature * temperature >= 9 K^2', '≥', 9]
])('"%s" is a limit', (text, relation, bound) => {
  const limit = made(limitFrom(text, figures))
  expect([limit.relation, limit.bound.value]).toEqual([relation, bound])
})

test.each(['duration', 'duration < 1 d', '1 s <= duration <= 1 d', 'duration <= 1 J', 'duration <= x'])(
  '"%s" is none',
  (text) => {
    expect(limitFrom(text, figures)._tag).toBe('Left')
  }
)
