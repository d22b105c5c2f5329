/** `limen certify` and `--proof`: an enclosure, its proof in a file, or what to type instead. */
import { kelvin, landauer, ledgerCoq, toCoq } from '../../src/api'
import { certifiedEstimateFile } from '../../src/estimate/workload-file'
import { exampleText } from '../estimate/files'
import { right } from '../reading/values'
import { run } from '../../src/cli/run'
import { limen, terminal, type Outcome } from './terminal'

const files = { 'brain.json': exampleText('brain-scale') }
const given = ['--given', 'temperature=300 K', '--given', 'errorProbability=0']

/** What the command says, and the files that it writes. */
const written = async (...args: readonly string[]): Promise<Outcome & { readonly files: object }> => {
  const { io, said, written: of } = terminal(files)
  return { code: await run(args, io), ...said(), files: Object.fromEntries(of) }
}

test('a formula has an enclosure, with as many digits as are asked for', async () => {
  // kT ln 2 at 300 K is 2.8709788850787… zJ.
  expect(await limen({}, 'certify', 'landauer', ...given)).toEqual({
    code: 0,
    out: 'landauer: [2.870, 2.871] zJ/bit (theorem, lower bound)\n',
    error: ''
  })
  const { out } = await limen({}, 'certify', 'landauer', ...given, '--digits', '10')
  expect(out).toBe('landauer: [2.870978885, 2.870978886] zJ/bit (theorem, lower bound)\n')
})

test('an input may be uncertain', async () => {
  const args = ['--given', 'temperature=300 K ± 2 K', '--given', 'errorProbability=[0, 0.01]']
  const { out } = await limen({}, 'certify', 'landauer', ...args)
  expect(out).toBe('landauer: [2.621, 2.891] zJ/bit (theorem, lower bound)\n')
})

test('the proof is that of toCoq, in a file, or by itself on standard output', async () => {
  const proof = right(toCoq(landauer, { temperature: kelvin(300), errorProbability: 0 }))
  const { code, files: made, out } = await written('certify', 'landauer', ...given, '--proof', 'a/Proof_1.v')
  expect({ code, made, out }).toEqual({
    code: 0,
    made: { 'a/Proof_1.v': proof },
    out: 'landauer: [2.870, 2.871] zJ/bit (theorem, lower bound)\n'
  })
  expect((await written('certify', 'landauer', ...given, '--proof', '-')).out).toBe(proof)
})

test('the proof of a ledger is that of ledgerCoq, beside what is printed without it', async () => {
  const printed = await written('estimate', 'brain.json', '--certified')
  const proved = await written('estimate', 'brain.json', '--certified', '--proof', 'proof.v')
  const { ledger } = right(certifiedEstimateFile(exampleText('brain-scale')))
  expect(proved).toEqual({ ...printed, files: { 'proof.v': right(ledgerCoq(ledger)) } })
})

test.each<readonly [string, readonly string[], number, string]>([
  ['no formula', ['certify', 'landaur'], 2, 'there is no formula "landaur": did you mean landauer?'],
  [
    'no input',
    ['certify', 'landauer', ...given, '--given', 'temprature=1 K'],
    2,
    '--given: there is no input temprature: did you mean temperature?'
  ],
  [
    'a missing input',
    ['certify', 'landauer', '--given', 'temperature=300 K'],
    1,
    'landauer: errorProbability is missing: expected a pure number'
  ],
  [
    'a value of another dimension',
    ['certify', 'landauer', '--given', 'temperature=3 J', '--given', 'errorProbability=0'],
    2,
    '--given temperature: '
  ],
  [
    'a name that coqc refuses',
    ['certify', 'landauer', ...given, '--proof', 'my-proof.v'],
    2,
    'my-proof.v: coqc takes a file of letters, digits and _ that ends in .v, such as proof.v'
  ],
  [
    'a name of another form',
    ['certify', 'landauer', ...given, '--proof', 'proof.json'],
    2,
    'proof.json: a proof is written as .v, and not as .json'
  ],
  [
    'what is not certified',
    ['estimate', 'brain.json', '--proof', 'p.v'],
    2,
    '--proof is of enclosures: it needs --certified'
  ],
  [
    'several files',
    ['estimate', 'brain.json', 'brain.json', '--certified', '--proof', 'p.v'],
    2,
    '--proof is of one file'
  ]
])('%s is refused, and nothing is written', async (_, args, code, error) => {
  const said = await written(...args)
  expect(said).toMatchObject({ code, out: '', files: {} })
  expect(said.error).toContain(`limen: ${error}`)
})
