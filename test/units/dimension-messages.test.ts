/** What the compiler says to someone who confuses two dimensions. */
import { dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import ts from 'typescript'
import { add, compare, squareRoot, subtract } from '../../src/units/quantity'
import { joules, joulesPerUpdate, kelvin, metres, perSecond, watts } from '../../src/units/si'

const root = join(__dirname, '..', '..')
const file = join(__dirname, 'fixtures', 'mistakes.ts')

/** One mistake a line, but for the last three. */
const mistakes = [
  `add(joules(1), joulesPerUpdate(1))`,
  `subtract(joules(1), watts(1))`,
  `compare(kelvin(1), perSecond(1))`,
  `landauer({ temperature: perSecond(300), errorProbability: 0 })`,
  `squareRoot(metres(4))`,
  `number(1).plus(constant('1', joules))`,
  `const e: Quantity<Energy> = multiply(watts(1), watts(1))`,
  `const f: Quantity<Energy> = multiply(farads(1), farads(1))`,
  `add(seventh, multiply(seventh, seconds(1)))`,
  `const h = ofSeventh.plus(ofSeventh.times(constant('1', seconds)))`,
  `const g: Quantity<Energy> = divide(multiply(watts(1), seconds(1)), updates(1))`,
  `landauer({ temperature: kelvin(300), errorProbability: 0 })`,
  `add(joules(1), multiply(watts(1), seconds(1)))`,
  `const total = <D>(a: Quantity<D>, b: Quantity<D>): Quantity<D> => add(a, b)`
] as const

const header = `
import { landauer } from '../../../src/physics/thermodynamics'
import type { Energy } from '../../../src/units/dimension'
import { constant, number } from '../../../src/formula/expression'
import { add, compare, divide, multiply, squareRoot, subtract, type Quantity } from '../../../src/units/quantity'
import { farads, joules, joulesPerUpdate, kelvin, metres, perSecond, seconds, updates, watts } from '../../../src/units/si'
const fourth = multiply(multiply(seconds(1), seconds(1)), multiply(seconds(1), seconds(1)))
const seventh = multiply(multiply(multiply(fourth, seconds(1)), seconds(1)), seconds(1))
const second = constant('1', seconds)
const ofFourth = second.times(second).times(second).times(second)
const ofSeventh = ofFourth.times(second).times(second).times(second)
`

/** The messages for each mistake, from a program whose one file exists only here. */
const messages = (): ReadonlyMap<string, string> => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: { readonly compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, types: [], noUnusedLocals: false },
    root
  )
  const text = `${header}\n${mistakes.join('\n')}\nexport {}\n`
  const host = ts.createCompilerHost(options)
  const onDisk = ts.createCompilerHost(options)
  host.fileExists = (path) => path === file || onDisk.fileExists(path)
  host.directoryExists = (path) => path === dirname(file) || ts.sys.directoryExists(path)
  host.getSourceFile = (path, ...rest) =>
    path === file
      ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022)
      : onDisk.getSourceFile(path, ...rest)
  const program = ts.createProgram([file], options, host)
  const source = program.getSourceFile(file)!
  const first = header.split('\n').length
  const found = new Map<string, string>(mistakes.map((mistake) => [mistake, '']))
  for (const { start, messageText } of [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source)
  ]) {
    const line = source.getLineAndCharacterOfPosition(start!).line - first
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    const mistake = mistakes[line]
    if (mistake === undefined) throw new Error(`the fixture itself is wrong: ${message}`)
    found.set(mistake, found.get(mistake)! + message)
  }
  return found
}

let found: ReadonlyMap<string, string> = new Map()
const saidOf = (mistake: (typeof mistakes)[number]): string => found.get(mistake)!

beforeAll(() => {
  found = messages()
}, 60_000)

test('adding J/update to J is said to be adding an energy per update to an energy', () => {
  expect(saidOf('add(joules(1), joulesPerUpdate(1))')).toContain('cannot add energy per update to energy')
})

test('subtracting a power from an energy is said to be just that', () => {
  expect(saidOf('subtract(joules(1), watts(1))')).toContain('cannot subtract power from energy')
})

test('comparing a rate to a temperature names both', () => {
  expect(saidOf('compare(kelvin(1), perSecond(1))')).toMatch(/cannot compare rate (to|with) temperature/)
})

test('300 per second given as a temperature names Frequency and Temperature', () => {
  const said = saidOf('landauer({ temperature: perSecond(300), errorProbability: 0 })')
  expect(said).toContain('Frequency')
  expect(said).toContain('Temperature')
})

test('the square root of a length is said to have an odd exponent', () => {
  expect(saidOf('squareRoot(metres(4))')).toContain('length has no square root: an exponent is odd')
})

test('adding an energy to a pure number in a formula names both', () => {
  expect(saidOf(`number(1).plus(constant('1', joules))`)).toContain('cannot add energy to a pure number')
})

test('at run time it is said in the same words', () => {
  const [sum, difference, order, root] = [add, subtract, compare, squareRoot] as unknown as readonly ((
    ...of: readonly unknown[]
  ) => unknown)[]
  const runs: readonly (readonly [(typeof mistakes)[number], () => unknown])[] = [
    [mistakes[0], () => sum!(joules(1), joulesPerUpdate(1))],
    [mistakes[1], () => difference!(joules(1), watts(1))],
    [mistakes[2], () => order!(kelvin(1), perSecond(1))],
    [mistakes[4], () => root!(metres(4))]
  ]
  for (const [mistake, run] of runs) {
    const said = E.tryCatch(run, (error) => error)
    const { message } = (E.isLeft(said) ? said.left : undefined) as TypeError
    expect([said, message.length > 10]).toEqual([E.left(expect.any(TypeError)), true])
    expect(saidOf(mistake)).toContain(message)
  }
})

test('a product of the wrong dimension names the one that was wanted', () => {
  expect(saidOf('const e: Quantity<Energy> = multiply(watts(1), watts(1))')).toContain('Energy')
})

test('a quotient that has a name is called by it, and not by its exponents', () => {
  const said = saidOf('const g: Quantity<Energy> = divide(multiply(watts(1), seconds(1)), updates(1))')
  expect(said).toContain("'Quantity<EnergyPerUpdate>' is not assignable to type 'Quantity<Energy>'")
  expect(said).not.toContain('readonly')
})

test('an exponent beyond the table is said to be out of range', () => {
  expect(saidOf('const f: Quantity<Energy> = multiply(farads(1), farads(1))')).toContain(
    'exponent out of range'
  )
})

test('what is right draws no message', () => {
  expect(saidOf('landauer({ temperature: kelvin(300), errorProbability: 0 })')).toBe('')
  expect(saidOf('add(joules(1), multiply(watts(1), seconds(1)))')).toBe('')
})

test('a sum may be of any dimension, the same for both', () => {
  expect(saidOf('const total = <D>(a: Quantity<D>, b: Quantity<D>): Quantity<D> => add(a, b)')).toBe('')
})

test('no message takes more than a screenful', () => {
  for (const [mistake, said] of found) expect([mistake, said.length < 1500]).toEqual([mistake, true])
})
