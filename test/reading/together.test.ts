/** What models that are read together ask is asked once, and of all of them. */
import type { Condition } from '../../src/formula/model'
import { landauer, timeSymmetricReset } from '../../src/physics/thermodynamics'
import { limUpdate } from '../../src/physics/update'
import { conditionsOf } from '../../src/reading/together'

const ask = (a: Condition, b: Condition): boolean =>
  a.kind === 'range'
    ? b.kind === 'range' && a.subject === b.subject && a.range === b.range
    : b.kind === 'relation' && a.of === b.of

describe('the conditions of some models', () => {
  const models = [landauer, timeSymmetricReset, limUpdate, landauer] as never
  const all = conditionsOf(models)

  test('are those of each, of which no two ask the same', () => {
    for (const { conditions } of [landauer, timeSymmetricReset, limUpdate])
      for (const each of conditions) expect(all.filter((other) => ask(each, other))).toHaveLength(1)
  })

  test('are told by the first model that asks', () => {
    expect(all.slice(0, landauer.conditions.length)).toEqual(landauer.conditions)
    expect(conditionsOf([landauer, landauer] as never)).toEqual(landauer.conditions)
  })
})
