/** Several models down columns of the inputs that they share. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { ModelData } from '../../src/formula/model'
import { driveForReliability } from '../../src/physics/memory'
import { landauer, rateCappedReset, timeSymmetricReset } from '../../src/physics/thermodynamics'
import { column, evaluateColumns, evaluateColumnsOf, type Columns } from '../../src/reading/columns'
import { gigahertz, joules, kelvin, one, seconds } from '../../src/units/si'
import { errors, logUniform } from '../physics/arbitrary'
import { left, right } from './values'

const generic = (model: unknown): ModelData => model as ModelData

const resets = { landauer, timeSymmetricReset, driveForReliability }

test('have the values of each by itself', () => {
  const together = evaluateColumnsOf('resets', resets)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(logUniform(1e-3, 1e6), errors), { minLength: 1, maxLength: 20 }),
      (points) => {
        const given = {
          temperature: column(kelvin)(points.map(([T]) => T)),
          errorProbability: column(one)(points.map(([, ε]) => ε))
        }
        const found = right(together(given))
        for (const [name, model] of Object.entries(resets))
          expect(found[name as 'landauer']).toEqual(right(evaluateColumns(generic(model))(given as never)))
      }
    )
  )
})

test('kT ln 2 − kT h(¼) and the drive 2 · ½ kT ln 3 at 300 K, by hand', () => {
  const { landauer: least, driveForReliability: drive } = right(
    evaluateColumnsOf('resets', resets)({ temperature: column(kelvin)([300]), errorProbability: 0.25 })
  )
  const kT = 1.380649e-23 * 300
  expect(least.values[0]! / kT).toBeCloseTo(0.130812, 6)
  expect(drive.values[0]! / kT).toBeCloseTo(1.0986123, 6)
})

test('what only one of them takes is no input of the others', () => {
  const all = evaluateColumnsOf('resets', { landauer, rateCappedReset })
  const given = { temperature: kelvin(300), errorProbability: 0.5, attemptRate: gigahertz(1) }
  const found = right(all({ ...given, duration: column(seconds)([1, 2]) }))
  expect(found.landauer.values).toEqual(Float64Array.of(0, 0))
})

test('a point that has no value is told once, with its place, whatever models it has none for', () => {
  const given = { temperature: column(kelvin)([300, -1, 4]), errorProbability: 0.01 }
  const { message, problems } = left(evaluateColumnsOf('resets', { landauer, again: landauer })(given))
  expect(problems).toHaveLength(1)
  expect(message).toMatch(/^point 1: landauer: temperature -1.000 is outside \(0, ∞\)$/)
})

test('models that mean different things by one name are refused', () => {
  const other = {
    ...landauer,
    name: 'other',
    inputs: { ...landauer.inputs, temperature: { ...landauer.inputs.temperature, unit: joules } }
  }
  const given = { temperature: kelvin(300), errorProbability: 0 } as unknown as Columns<object>
  const { problems } = left(evaluateColumnsOf('resets', { landauer, other })(given as never))
  expect(problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([['dimension', ['temperature']]])
})

test('of different lengths are refused, and of none have none', () => {
  const all = evaluateColumnsOf('resets', resets)
  const of = (T: readonly number[], ε: readonly number[]) =>
    all({ temperature: column(kelvin)(T), errorProbability: column(one)(ε) })
  expect(left(of([1, 2], [0.1])).message).toBe(
    'resets: expected columns of one length, got columns of lengths 2, 1'
  )
  expect(E.isRight(of([], []))).toBe(true)
})
