/** The totals of a ledger as a query: of what it reads, and what stands in it. */
import * as E from 'fp-ts/lib/Either.js'
import { estimateFile, ledgerSql, type LedgerSql } from '../../src/api'
import { exampleText, readEstimate, text, withValue } from '../estimate/files'

const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

const sqlOf = (file: string, over: readonly string[]): LedgerSql =>
  right(ledgerSql(right(estimateFile(file)).ledger.scenario, over, { dialect: 'duckdb' }))

const brain = exampleText('brain-scale')

/** What a query says that it reads, or gives. */
const said = (what: 'reads' | 'gives', { text }: LedgerSql): readonly string[] =>
  [...text.matchAll(new RegExp(`^-- ${what} ([\\w.]+)`, 'gm'))].map(([, name]) => name!)

test('without columns it has the totals of the ledger, as numbers', () => {
  const { text } = sqlOf(brain, [])
  const { paradigms } = readEstimate(brain).ledger
  const found = Object.fromEntries(
    [...text.matchAll(/^ {2}(\S+) AS "(\w+)"/gm)].map(([, value, name]) => [name!, Number(value)])
  )
  expect(Object.keys(found)).toEqual(paradigms.map(({ name }) => name))
  for (const { name, total } of paradigms)
    expect(Math.abs(found[name]! / total.energy.value - 1)).toBeLessThan(1e-13)
})

test('it reads the inputs that it is over, and no others', () => {
  expect(said('reads', sqlOf(brain, ['temperature', 'parameters']))).toEqual(
    expect.arrayContaining(['temperature', 'parameters'])
  )
  expect(said('reads', sqlOf(brain, ['temperature', 'parameters']))).toHaveLength(2)
})

test('where heat is pumped out of the cold, there is a total at the wall plug, too', () => {
  const warm = text(withValue('/design/ambientTemperature', '400 K'))
  expect(said('gives', sqlOf(warm, ['temperature']))).toEqual(expect.arrayContaining(['cim', 'cim.wallPlug']))
})

test('a row that has no value in any row of the table is outside, and no column', () => {
  const late = text(withValue('/workload/duration', '0.1 ms'))
  const { outside } = readEstimate(late).ledger
  const sql = sqlOf(late, ['reuse'])
  expect(outside.length).toBeGreaterThan(0)
  expect(sql.outside.map(({ name }) => name)).toEqual(outside.map(({ name }) => name))
  expect(said('gives', sql)).toEqual(readEstimate(late).ledger.paradigms.map(({ name }) => name))
})

test('steps that were measured shrink to the precision, also where that is a column', () => {
  const measured = text(withValue('/workload/convergence', { meanStep: 0.2, shape: 0.5 }))
  expect(said('reads', sqlOf(measured, ['precision']))).toEqual(
    expect.arrayContaining(['precision', 'stepRange'])
  )
})

test.each([
  ['temprature', /^ledgerSql: there is no input of this ledger "temprature": did you mean temperature\?$/],
  ['colour', /^ledgerSql: there is no input of this ledger "colour"; there are parameters, /],
  ['updates', /^ledgerSql: .* "updates", which follows here: one per flop; there are parameters, /]
])(
  'an input that the ledger does not have is refused, and what may have been meant is told: %s',
  (name, said) => {
    const { scenario } = readEstimate(text(withValue('/workload/updates', 'one per flop'))).ledger
    const refused = ledgerSql(scenario, [name], { dialect: 'spark' })
    expect(E.isLeft(refused) && refused.left.message).toMatch(said)
  }
)
