/** Plain rows are read as the readers of lines read them, to the bit: 0.1 is that of float64, and 1e23 too. */
import { Decimal } from 'decimal.js'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { traceReader, type TraceOptions } from '../../../src/format/trace/file'
import { plainCsv, plainJson, plainNumber, signsOf, type PlainReader } from '../../../src/format/trace/plain'
import type { TraceColumn } from '../../../src/format/trace/columns'

const Wide = Decimal.clone({ precision: 1200, defaults: true })

const digits = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((each) => each.join(''))

/** Numbers as JSON has them, of few digits and of more than float64 holds. */
const numeral = fc
  .record({
    sign: fc.constantFrom('', '-'),
    whole: fc.oneof(
      fc.constant('0'),
      digits(20).map((text) => text.replace(/^0+(?=.)/, ''))
    ),
    fraction: fc.oneof(
      fc.constant(''),
      digits(22).map((text) => `.${text}`)
    ),
    power: fc.oneof(
      fc.constant(''),
      fc.tuple(fc.constantFrom('e', 'E', 'e+', 'e-', 'E-'), digits(3)).map(([e, text]) => e + text)
    )
  })
  .map(({ sign, whole, fraction, power }) => sign + whole + fraction + power)

/** Those about the largest whole numbers that float64 tells apart, and of any float64. */
const nasty = fc.oneof(
  numeral,
  fc.bigInt({ min: 2n ** 53n - 8n, max: 2n ** 53n + 8n }).map(String),
  fc
    .tuple(fc.bigInt({ min: 2n ** 53n - 8n, max: 2n ** 53n + 8n }), fc.integer({ min: -30, max: 30 }))
    .map(([whole, power]) => `${whole}e${power}`),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => (Object.is(value, -0) ? '-0' : String(value)))
)

/** A float64 as its shortest text, with all digits of it, cut short, or half-way to the next. */
const digitsOfFloats = fc
  .tuple(
    fc.oneof(fc.double({ noNaN: true, min: 0, max: 1e30 }), fc.double({ noNaN: true, min: 1e-9, max: 1e9 })),
    fc.integer({ min: 15, max: 25 })
  )
  .chain(([value, precision]) =>
    fc.constantFrom(
      String(value),
      value.toPrecision(precision),
      value.toExponential(precision - 1),
      halfWay(value)
    )
  )

/** The number between a float64 and the next, all of its digits. */
const halfWay = (value: number): string => {
  const bits = new BigInt64Array(Float64Array.of(value).buffer)[0]! + 1n
  const next = new Float64Array(BigInt64Array.of(bits).buffer)[0]!
  return new Wide(value).plus(next).div(2).toFixed()
}

describe('a number', () => {
  const value = new Float64Array(2)
  const read = (text: string, from: number, slot: number) =>
    plainNumber(text, signsOf(text), from, value, slot)

  test('is that of Number, to the bit, up to what follows it', () => {
    fc.assert(
      fc.property(
        fc.oneof(nasty, digitsOfFloats),
        fc.constantFrom(',', '\n', '}', ' ', 'é'),
        (text, follows) => {
          expect(read(`x${text}${follows}`, 1, 1)).toBe(1 + text.length)
          expect(value[1]).toBe(Number(text))
        }
      ),
      { numRuns: 3000 }
    )
  })

  test.each([
    '9007199254740993',
    '9007199254740991e22',
    '9007199254740993e-5',
    '1e23',
    '1e22',
    '-0',
    '5e-324'
  ])('%s', (text) => {
    read(`${text}\n`, 0, 0)
    expect(value[0]).toBe(Number(text))
  })

  test.each(['', '-', '+1', '01', '-01', '.5', '5.', '5.e1', '1e', '1e+', 'NaN', 'Infinity', ' 1', '"1"'])(
    '"%s" is none that JSON has',
    (text) => {
      expect(read(`${text}\n`, 0, 0)).toBe(-1)
    }
  )
})

const readBy = (reader: PlainReader, text: string, from: number) => reader(text, signsOf(text), from)

describe('a plain row', () => {
  const columns: readonly (TraceColumn | undefined)[] = ['step', undefined, 'objective']

  test.each([
    ['1,any,2.5\n', { step: 1, objective: 2.5 }],
    ['1,,2.5\r\n', { step: 1, objective: 2.5 }],
    ['1,é, 2.5\n', { step: 1, objective: 2.5 }],
    [',a,\n', {}]
  ])('of CSV: %j', (text, numbers) => {
    expect(readBy(plainCsv(',', columns), `\n${text}`, 1)).toEqual({ numbers, next: 1 + text.length })
  })

  test.each([
    '1,a\n',
    '1,a,2,3\n',
    '1,"a",2\n',
    '1,a,2',
    '1,a,2 \n',
    '1.5,a,2\n',
    '-1,a,2\n',
    '1,a,b\n',
    '1,a,2\r'
  ])('is left to the reader of lines where it is %j', (text) => {
    expect(readBy(plainCsv(',', columns), text, 0)).toBeUndefined()
  })

  test.each(['#1,a,2\n', ' ,a,2\n', '\n', '\u00a0,a,2\n'])(
    'so is a line that may be blank or a comment: %j',
    (text) => {
      expect(readBy(plainCsv(',', [undefined, undefined, 'objective']), text, 0)).toBeUndefined()
    }
  )

  test('of JSON is like the one before it in all but its numbers', () => {
    const read = plainJson(
      '{"step": 1, "name": "a\\"1", "loss": 2e0, "other": 7, "lr": null}',
      (name) => (({ step: 'step', loss: 'objective', lr: 'learningRate' }) as const)[name]
    )!
    const row = '{"step": 12, "name": "a\\"1", "loss": -0.5, "other": 8, "lr": null}\n'
    expect(readBy(read, row, 0)).toEqual({ numbers: { step: 12, objective: -0.5 }, next: row.length })
    for (const [from, to] of [
      ['12', '1.5'],
      ['a\\"1', 'a\\"2'],
      ['null', '3'],
      ['-0.5', 'NaN'],
      ['}', '}}'],
      [', "l', ',"l']
    ])
      expect(readBy(read, row.replace(from!, to!), 0)).toBeUndefined()
  })

  test.each(['{"step": 1, "step": 2}', '{"step": "1"}', '{"step": [1]}', '{"a\\n": 1}', '{}'])(
    'has none after %s',
    (line) => {
      expect(plainJson(line, (name) => (name === 'step' ? 'step' : undefined))).toBeUndefined()
    }
  )
})

describe('a file is read alike whole, in pieces, and sign by sign, where no row is plain', () => {
  const inPieces = (text: string, lengths: readonly number[], options: TraceOptions) => {
    const reader = traceReader(options)
    let at = 0
    for (const length of lengths) {
      reader.read(text.slice(at, at + length))
      at += length
    }
    reader.read(text.slice(at))
    return reader.end()
  }
  const alike = (text: string, lengths: readonly number[], options: TraceOptions): void => {
    const slow = inPieces(
      text,
      Array.from(text, (sign) => sign.length),
      options
    )
    expect(inPieces(text, [], options)).toEqual(slow)
    expect(inPieces(text, lengths, options)).toEqual(slow)
    // A file that is wrong ends at its first fault: the rest is seen only where faults are passed over.
    if (E.isLeft(slow) && options.skipBadLines !== true)
      alike(text, lengths, { ...options, skipBadLines: true })
  }
  const lengths = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })

  /** Steps that mostly rise, and what else stands there. */
  const field = (row: number) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(String(row + 1)) },
      { weight: 6, arbitrary: fc.double({ min: 0, max: 10, noNaN: true }).map(String) },
      { weight: 2, arbitrary: nasty },
      fc.constantFrom(
        '',
        ' ',
        'nan',
        '-1',
        '+5',
        '5.',
        '.5',
        '007',
        ' 5',
        '5 ',
        '"6"',
        '"6',
        'é',
        '#',
        '1e400',
        '0x10'
      ),
      fc.constantFrom('train', 'val', '2024-05-01 12:00:00', '1_000')
    )
  const header = fc.constantFrom(
    ['step', 'loss', 'lr'],
    ['loss', 'note', 'relativeStep', 'updates'],
    ['epoch', 'step', 'mode', 'loss'],
    ['note', 'timestamp', 'step', 'learning_rate', 'grad_norm'],
    ['parameters', 'updates', 'macs', 'relativeStep', 'objective'],
    ['loss']
  )

  test('CSV', () => {
    const file = header.chain((names) =>
      fc
        .record({
          mark: fc.constantFrom('', '\uFEFF'),
          separator: fc.constantFrom(',', '\t', ';', ' '),
          ends: fc.constantFrom('\n', '\r\n'),
          rows: fc
            .integer({ min: 1, max: 12 })
            .chain((count) =>
              fc.tuple(
                ...Array.from({ length: count }, (_, row) =>
                  fc.oneof(
                    { weight: 8, arbitrary: fc.tuple(...names.map(() => field(row))) },
                    { weight: 1, arbitrary: fc.array(field(row), { maxLength: 6 }) },
                    { weight: 1, arbitrary: fc.constantFrom(['# said'], [''], ['  ']) }
                  )
                )
              )
            ),
          isEnded: fc.boolean()
        })
        .map(
          ({ mark, separator, ends, rows, isEnded }) =>
            [mark + names.join(separator), ...rows.map((row) => row.join(separator))].join(ends) +
            (isEnded ? ends : '')
        )
    )
    const options = fc.record({ skipBadLines: fc.boolean() })
    fc.assert(fc.property(file, lengths, options, alike), { numRuns: 600 })
  })

  test('JSON Lines', () => {
    const value = (row: number) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(String(row + 1)) },
        { weight: 6, arbitrary: fc.double({ min: 0, max: 10, noNaN: true }).map(String) },
        { weight: 2, arbitrary: nasty },
        fc.constantFrom(
          'null',
          'NaN',
          '-Infinity',
          '"val"',
          '"a, 1"',
          '[1]',
          '{"a": 1}',
          'true',
          '-1',
          '01',
          '"6'
        )
      )
    const file = header.chain((names) =>
      fc
        .record({
          style: fc.constantFrom(': ', ':'),
          ends: fc.constantFrom('\n', '\r\n'),
          rows: fc.integer({ min: 1, max: 12 }).chain((count) =>
            fc.tuple(
              ...Array.from({ length: count }, (_, row) =>
                fc.record({
                  values: fc.tuple(...names.map(() => value(row))),
                  change: fc.oneof(
                    { weight: 8, arbitrary: fc.constant('none' as const) },
                    fc.constantFrom('fewer' as const, 'more' as const, 'turned' as const, 'twice' as const)
                  )
                })
              )
            )
          )
        })
        .map(
          ({ style, ends, rows }) =>
            rows
              .map(({ values, change }) => {
                const all = names.map((name, at) => `"${name}"${style}${values[at]!}`)
                const members = {
                  none: all,
                  fewer: all.slice(1),
                  more: [...all, `"other"${style}${values[0]!}`],
                  turned: [...all].reverse(),
                  twice: [...all, all[0]!]
                }[change]
                return `{${members.join(style === ': ' ? ', ' : ',')}}`
              })
              .join(ends) + ends
        )
    )
    const options = fc.record({ skipBadLines: fc.boolean() })
    fc.assert(fc.property(file, lengths, options, alike), { numRuns: 600 })
  })
})
