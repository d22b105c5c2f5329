/** Workload files to begin a test with. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { SchemaError } from '../../src/shape/problem'
import { isQuantity } from '../../src/units/quantity'
import { estimateFile, type Estimate, type Overrides } from '../../src/estimate/workload-file'

const folder = join(__dirname, '../../examples')

export const exampleText = (name: string): string => readFileSync(join(folder, `${name}.json`), 'utf8')

/** Every file in examples/, as a command finds it. */
export const exampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`examples/${relative(folder, file)}`, readFileSync(file, 'utf8')])
)

/** The workload files in examples/ by name. */
export const examples: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .filter((name) => Object.hasOwn(JSON.parse(exampleText(name)) as object, 'workload'))

/** The least that a workload file must say. */
export const least = {
  name: 'least',
  workload: {
    parameters: '1e9 parameter',
    precision: '4 bit',
    convergence: 'powerLaw',
    duration: '1 d',
    operations: '2e15 flop',
    updates: '1e15 update'
  }
} as const

type Json = Readonly<Record<string, unknown>>

/** A file with the value at a pointer replaced, or left out where it is undefined. */
export const withValue = (pointer: string, value: unknown, file: Json = least): Json => {
  const put = (inside: Json, [key = '', ...rest]: readonly string[]): Json => {
    const { [key]: old, ...others } = inside
    const replaced = rest.length === 0 ? value : put((old ?? {}) as Json, rest)
    return replaced === undefined ? others : { ...inside, [key]: replaced }
  }
  return put(file, pointer.split('/').slice(1))
}

/** As a person writes it: a value on each line. */
export const text = (file: unknown): string => JSON.stringify(file, null, 2)

/** The line, from 1, on which a text first has a piece of text. */
export const lineOf = (source: string, piece: string): number =>
  source.slice(0, source.indexOf(piece)).split('\n').length

export const readEstimate = (source: string, overrides: Overrides = {}): Estimate => {
  const estimate = estimateFile(source, overrides)
  if (E.isLeft(estimate)) throw new Error(estimate.left.message)
  return estimate.right
}

export const readError = (source: string, overrides: Overrides = {}): SchemaError => {
  const estimate = estimateFile(source, overrides)
  if (E.isRight(estimate)) throw new Error('expected problems, got an estimate')
  return estimate.left
}

/** The one problem of a text. */
export const onlyProblem = (source: string, overrides: Overrides = {}) => {
  const { problems } = readError(source, overrides)
  expect(problems).toHaveLength(1)
  return problems[0]!
}

/** How long something takes, in seconds. */
export const secondsOf = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}

/** A value with the quantities in it as texts of all their digits, to compare by. */
export const exactly = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (isQuantity(value)) return `${value.exact.toString()} ${value.dimension.name}`
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, exactly(inside)]))
}
