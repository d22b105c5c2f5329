/** `limen schema`: names, and the JSON Schema of each. */
import { Command } from 'commander'
import { addSchema } from '../../src/cli/schema'
import { jsonSchemas } from '../../src/report/data/schemas'
import { terminal, type Outcome } from './terminal'

const names = Object.keys(jsonSchemas) as (keyof typeof jsonSchemas)[]

/** Runs the command by itself. */
const schema = async (...args: readonly string[]): Promise<Outcome> => {
  const { io, said } = terminal({})
  const program = new Command('limen').exitOverride()
  let code = -1
  addSchema(program, io, (result) => {
    code = result
  })
  await program.parseAsync(['schema', ...args], { from: 'user' })
  return { code, ...said() }
}

test('without a name, the names are listed, each with what it is', async () => {
  const { code, out, error } = await schema()
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect([...out.matchAll(/^ {2}(\S+) {2,}\S.*$/gm)].map(([, name]) => name)).toEqual(names)
})

test.each(names)('%s is printed as JSON', async (name) => {
  const { code, out, error } = await schema(name)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(JSON.parse(out)).toEqual(jsonSchemas[name])
  expect(out.endsWith('}\n')).toBe(true)
})

test.each([
  ['worklaod', 'limen: there is no schema "worklaod": did you mean "workload"?\n'],
  ['Estimate', 'limen: there is no schema "Estimate": did you mean "estimate"?\n'],
  [
    'toString',
    `limen: there is no schema "toString"; there are ${names.map((name) => `"${name}"`).join(', ')}\n`
  ]
])('%s is no schema: the error says what may have been meant', async (name, message) => {
  expect(await schema(name)).toEqual({ code: 2, out: '', error: message })
})
