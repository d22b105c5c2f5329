/** What must hold of any input: a result or a named error, and nothing between. */
import * as E from 'fp-ts/lib/Either.js'
import { run } from '../../src/cli/run'
import * as limen from '../../src/entry/notebook'
import { isQuantity } from '../../src/units/quantity'
import { plain } from '../../src/report/text/ledger'
import type { Input } from './inputs'

type Read = (text: string, name: string) => E.Either<{ readonly message: string }, unknown>

const [exact, certified] = [limen.fileEstimator(), limen.certifiedFileEstimator()]

const readers: { readonly [K in Input['kind']]: readonly Read[] } = {
  workload: [
    (text) => exact(text),
    (text) => certified(text),
    (text) => limen.decodeEstimate(text),
    (text) => limen.decodeDesigns(text)
  ],
  problem: [
    limen.decodeProblem,
    limen.decodeQps,
    limen.decodeGset,
    limen.decodeQbsolv,
    limen.decodeDimod,
    limen.decodeCoo
  ],
  trace: [(text) => limen.parseTrace(text), (text) => limen.parseTrace(text, { skipBadLines: true })],
  energies: [limen.decodeEnergyFile],
  counts: [limen.decodeActionCounts],
  protocol: [
    limen.decodeProtocol,
    (text, name) => {
      const read = limen.decodeProtocol(text, name)
      return E.isLeft(read) ? read : limen.simulate(read.right.protocol)
    }
  ]
}

/** Readers of one kind of energies; an input is given to one of them besides, whatever it is. */
const others: readonly Read[] = [
  limen.decodeErt, limen.decodeEnergyEstimation, limen.decodePlugInCsv, limen.decodeTimeloopStats, limen.decodeNvsimCell,
  limen.decodeNvsimResult, limen.decodeNeuroSimBreakdown, limen.decodeNeuroSimOutput, limen.decodeCodeCarbon,
  limen.decodeEnergies, limen.decodeQuadraticProgram, limen.decodeIsing
] // prettier-ignore

/** Where a bound of a program is none, and what a trace does not tell is NaN, as documented. */
const mayBeInfinite =
  /\/(lower|upper|range|objective|l|u|bounds|problem|program|ledger|run|steps|inputs|models?|scenario|summary|deviationExpMinusWork)(\/|$)/

const firstOf = (list: ArrayBufferView | readonly unknown[]): object =>
  Array.isArray(list) ? list.slice(0, 50) : (list as Float64Array).subarray(0, 50)

/** A number of a result that is none, by its place. */
const strange = (value: unknown, place = '', depth = 0): string | undefined => {
  if (typeof value === 'number')
    return Number.isFinite(value) || mayBeInfinite.test(place) ? undefined : `${place} is ${value}`
  if (typeof value !== 'object' || value === null || depth > 6) return undefined
  if (isQuantity(value)) return value.exact.isFinite() ? undefined : `${place} is ${value.exact.toString()}`
  // Of a problem of millions of spins that nine characters ask for, the first will do.
  const some: object = ArrayBuffer.isView(value) || Array.isArray(value) ? firstOf(value) : value
  for (const [key, each] of Object.entries(some).slice(0, 50)) {
    const found = strange(each, `${place}/${key}`, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const stack = /^\s+at .*(:\d+:\d+\)?|<anonymous>\)?)$|\[object Object\]/m

/** What is wrong with what was said, as sentences. */
const saidBadly = (all: string, given: string): readonly string[] => {
  // A numeral that float64 does not hold is told as what it is read as; a bound that is none has that name.
  const said = all.replace(/got\s+-?Infinity|-?Infinity for none/g, '')
  return [
    ...(stack.test(said) ? ['a stack trace is shown'] : []),
    ...['NaN', 'Infinity', 'undefined'].flatMap((word) =>
      new RegExp(`\\b${word}\\b`).test(said) && !new RegExp(word, 'i').test(given)
        ? [`${word} is said: ${new RegExp(`.{0,40}\\b${word}\\b.{0,20}`).exec(said)![0]}`]
        : []
    )
  ]
}

const thrown = (error: unknown): string =>
  `thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`

const ofReader = (read: Read, { text, name }: Input): readonly string[] => {
  try {
    const found = read(text, name)
    if (E.isLeft(found))
      return [
        ...(found.left.message === '' ? ['an error without a message'] : []),
        ...(found.left.message.length > 20_000 ? ['an error of more than 20,000 characters'] : []),
        ...saidBadly(found.left.message, text)
      ]
    const odd = strange(found.right)
    return odd === undefined ? [] : [odd]
  } catch (error) {
    return [thrown(error)]
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const length = Math.max(1, Math.ceil(bytes.length / 3))
  for (let at = 0; at < bytes.length; at += length)
    yield await Promise.resolve(bytes.subarray(at, at + length))
}

const ofCommand = async (
  args: readonly string[],
  { text, name }: Input,
  ert: string
): Promise<readonly string[]> => {
  let [out, error] = ['', '']
  let written: readonly string[] = []
  const files: Readonly<Record<string, string>> = {
    'ert.yaml': ert,
    [name]: text,
    [`${name}l`]: text.replaceAll('\n', ' ')
  }
  const read = (file: string): Promise<Uint8Array> =>
    Object.hasOwn(files, file)
      ? Promise.resolve(new TextEncoder().encode(files[file]))
      : Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }))
  try {
    const code = await run(args, {
      open: async (file) => {
        const bytes = await read(file)
        return { bytes: pieces(bytes), size: bytes.length }
      },
      write: async (all) => {
        written = await Promise.all(
          all.map(async ([, parts]) => {
            let whole = ''
            for await (const part of parts) whole += String(part)
            return whole
          })
        )
      },
      status: () => undefined,
      now: () => 0,
      out: (piece) => {
        out += piece
      },
      drained: () => Promise.resolve(),
      error: (piece) => {
        error += piece
      },
      paint: plain,
      explorer: () => Promise.resolve(''),
      threads: () => Promise.reject(new Error('there are no threads')),
      columns: 100
    })
    const isLines = args.includes('--jsonl')
    const given = text + args.join(' ')
    return [
      // Of no record there is no line.
      ...(code === 0 && out === '' && written.join('') === '' && !(isLines && text.trim() === '')
        ? ['all went well, and nothing is written']
        : []),
      ...(code !== 0 && !isLines && out + written.join('') !== ''
        ? ['it failed, and something is written']
        : []),
      ...(code !== 0 && !isLines && !/^limen: |^error: /m.test(error)
        ? [`it failed, and says "${error.slice(0, 80)}"`]
        : []),
      ...(error.length > 30_000 ? ['more than 30,000 characters of errors'] : []),
      ...saidBadly(out + written.join('\n') + error, given)
    ]
  } catch (caught) {
    return [thrown(caught)]
  }
}

/** Seconds of processor for one reading of up to a megabyte; the machine may have others to serve. */
const most = 2
const slow = 'it takes longer than it should: '

/** Whether what is broken is the time that a reading may take. */
export const isSlow = (violation: string): boolean => violation.startsWith(slow)

/** What something found, and that it took too long. */
const timed = async (
  find: () => readonly string[] | Promise<readonly string[]>
): Promise<readonly string[]> => {
  const begin = performance.now()
  const found = await find()
  if (performance.now() - begin < most * 1000) return found
  // By the clock it may have waited: what it takes of a processor is asked where that can matter.
  const before = process.cpuUsage()
  await find()
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  return seconds > most ? [...found, `${slow}${seconds.toFixed(1)} s`] : found
}

/** All that an input breaks. */
export const violations = async (input: Input, number: number, ert: string): Promise<readonly string[]> => {
  const found: string[] = []
  for (const read of [...readers[input.kind], others[number % others.length]!])
    found.push(...(await timed(() => ofReader(read, input))))
  const { args } = input
  return args === undefined ? found : [...found, ...(await timed(() => ofCommand(args, input, ert)))]
}
