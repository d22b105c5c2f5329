/** Energy reference tables: 144 fJ stand as 0.144, in pJ. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { parse } from 'yaml'
import { ertYaml } from '../../../src/format/accelergy/write-ert'
import { decodeErt } from '../../../src/format/accelergy/ert'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { femtojoules, joules } from '../../../src/units/si'
import { action, table } from '../../ledger/tables'
import { hasYaml, yamlByPython } from '../hwcomponents/python'
import { anyTable, essence, gathered } from '../text/tables'

const right = <A>(of: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(of)) throw new Error(of.left.message)
  return of.right
}

test('an ERT has the shape that Accelergy writes', () => {
  const text = right(
    ertYaml(
      table(action({ component: 'system.reg[1..4]', energy: femtojoules(144), arguments: { t: 1e-9 } }))
    )
  )
  expect(parse(text)).toEqual({
    ERT: {
      version: '0.4',
      tables: [
        { name: 'system.reg[1..4]', actions: [{ name: 'read', arguments: { t: 1e-9 }, energy: 0.144 }] }
      ]
    }
  })
  expect(text).toContain('- name: system.reg[1..4]\n')
  expect(text).toContain('energy: 0.144\n')
  expect(text).toContain('t: 1.0e-09')
})

test('the unit that the format leaves unsaid stands in a comment, as do notes and derivations', () => {
  const of = { ...table(action({ derivation: 'V²/R t' })), notes: ['nothing leaks'] }
  const comments = right(ertYaml(of))
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n')
  for (const said of ['pJ', 'V²/R t', 'nothing leaks', 'a design']) expect(comments).toContain(said)
})

test('what is written is read as the same components, actions, arguments and energies', () => {
  fc.assert(
    fc.property(anyTable, (of) => {
      const text = right(ertYaml(of))
      expect(essence(right(decodeErt(text)))).toEqual(essence(gathered(of)))
      expect(essence(right(decodeEnergyFile(text)))).toEqual(essence(gathered(of)))
    })
  )
})

test('the older YAML of Accelergy reads the same texts and numbers', () => {
  fc.assert(
    fc.property(anyTable, (of) => {
      const text = right(ertYaml(of))
      const [old, now] = (['1.1', '1.2'] as const).map((version) => parse(text, { version }) as unknown)
      expect(old).toEqual(now)
    })
  )
})

test('no character stands there that YAML forbids', () => {
  fc.assert(
    fc.property(anyTable, (of) => {
      expect(right(ertYaml(of))).toMatch(
        /^[\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u
      )
    })
  )
})

if (!hasYaml) console.warn('PyYAML is not here: what is written for Accelergy is not read by its parser')
const withYaml = hasYaml ? test : test.skip

withYaml('the parser of Accelergy reads the names, arguments and numbers that were written', () => {
  interface Read {
    readonly ERT: {
      readonly tables: readonly {
        readonly name: string
        readonly actions: readonly {
          readonly name: string
          readonly arguments: object
          readonly energy: number
        }[]
      }[]
    }
  }
  const tables = fc.sample(anyTable, 200)
  const read = yamlByPython(tables.map((of) => right(ertYaml(of)))) as readonly Read[]
  tables.forEach((of, at) => {
    const found = read[at]!.ERT.tables.flatMap(({ name: component, actions }) =>
      actions.map(({ name, arguments: given, energy }) => [component, name, given, energy])
    )
    const expected = gathered(of).actions.map(
      ({ component, action: name, arguments: given = {}, energy }) => [
        ...[component, name, given, energy.exact.times('1e12').toNumber()]
      ]
    )
    expect(found).toEqual(expected)
  })
})

test.each([
  ['a table without actions', table()],
  ['an action without a name', table(action({ action: ' ' }))],
  ['a component without a name', table(action({ component: '' }))],
  ['a negative energy', table(action({ energy: joules(-1) }))],
  ['an energy without end', table(action({ energy: joules(Infinity) }))],
  ['an argument that is no number', table(action({ arguments: { t: NaN } }))]
])('%s is refused', (_, of) => {
  expect(E.isLeft(ertYaml(of))).toBe(true)
})
