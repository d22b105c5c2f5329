/** How large and how small a float64 may be: no operation gives one beyond what is told of it. */
import fc from 'fast-check'
import { isTold, type Size, sizeOf, sizes } from '../../src/reading/size'

const isWithin = ({ least, most, zero, negative }: Size, value: number): boolean =>
  value === 0
    ? zero
    : Math.abs(value) >= 2 ** least && Math.abs(value) <= 2 ** most && (value > 0 || negative)

/** A number of which no more is known than that it is of some size. */
interface Sized {
  readonly value: number
  readonly size: Size
}

const sized = (values: fc.Arbitrary<number>): fc.Arbitrary<Sized> =>
  fc
    .record({ value: values, by: fc.tuple(fc.nat(3), fc.nat(3)), zero: fc.boolean(), negative: fc.boolean() })
    .map(({ value, by: [below, above], zero, negative }) => {
      const size = sizeOf(value)
      return {
        value,
        size: {
          least: size.least - below,
          most: size.most + above,
          zero: size.zero || zero,
          negative: size.negative || negative
        }
      }
    })

const positive = fc.oneof(
  fc.integer({ min: -200, max: 200 }).map((power) => 2 ** power),
  fc.double({ min: 2 ** -200, max: 2 ** 200, noNaN: true }),
  // About 1, where logarithms vanish and differences cancel.
  fc.integer({ min: -3, max: 3 }).map((ulps) => 1 + ulps * 2 ** -53),
  fc.double({ min: 0.25, max: 2, noNaN: true })
)
const any = fc.oneof(
  { weight: 9, arbitrary: positive },
  { weight: 9, arbitrary: positive.map((value) => -value) },
  { weight: 2, arbitrary: fc.constant(0) }
)
/** Two numbers, often so near to each other that their difference is the last bit. */
const pairs = fc
  .tuple(any, any, fc.integer({ min: -2, max: 2 }), fc.boolean())
  .map(([x, y, ulps, isNear]) => [x, isNear ? x * (1 + ulps * 2 ** -52) : y] as const)
  .chain(([x, y]) => fc.tuple(sized(fc.constant(x)), sized(fc.constant(y))))

const expectWithin = (size: Size, value: number, of: readonly Sized[]): void => {
  expect({ of, size, value, isWithin: isWithin(size, value) }).toEqual({ of, size, value, isWithin: true })
}

test.each<[string, (x: Size, y: Size) => Size, (x: number, y: number) => number]>([
  ['x + y', sizes.add, (x, y) => x + y],
  ['x − y', sizes.sub, (x, y) => x - y],
  ['x y', sizes.mul, (x, y) => x * y],
  ['x/y', sizes.div, (x, y) => x / y],
  ['the larger', sizes.either, Math.max],
  ['the smaller', sizes.either, Math.min]
])('%s is within its size', (name, size, operation) => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      if (name === 'x/y' && y.value === 0) return
      expectWithin(size(x.size, y.size), operation(x.value, y.value), [x, y])
    }),
    { numRuns: 3000 }
  )
})

test.each<[string, (x: Size) => Size, (x: number) => number, fc.Arbitrary<number>]>([
  ['−x', sizes.neg, (x) => -x, any],
  ['√x', sizes.sqrt, Math.sqrt, fc.oneof(positive, fc.constant(0))],
  ['eˣ', sizes.exp, Math.exp, any.filter((x) => Math.abs(x) <= 256)],
  ['ln x', sizes.ln, Math.log, positive]
])('%s is within its size', (_, size, operation, values) => {
  fc.assert(
    fc.property(sized(values), (x) => {
      if (x.size.most <= 8 || operation !== Math.exp) expectWithin(size(x.size), operation(x.value), [x])
    }),
    { numRuns: 1000 }
  )
})

test('√x is larger than an x below 1, and smaller than one above', () => {
  const within = { zero: false, negative: false }
  expect(sizes.sqrt({ least: -20, most: -10, ...within })).toEqual({ least: -10, most: -5, ...within })
  expect(sizes.sqrt({ least: 9, most: 21, ...within })).toEqual({ least: 4, most: 11, ...within })
})

test('what no more than half is taken from is no less than half of itself, and above 0', () => {
  const one = sizeOf(1)
  const upToHalf = { least: -256, most: -1, zero: true, negative: false }
  expect(sizes.sub(one, upToHalf)).toEqual({ least: -1, most: 0, zero: false, negative: false })
  expect(sizes.sub(one, { ...upToHalf, most: 0 })).toMatchObject({ zero: true, negative: true })
})

test('is told where it is far from the ends of float64', () => {
  const of = { zero: false, negative: false }
  expect(isTold({ least: -1000, most: 1000, ...of })).toBe(true)
  expect(isTold({ least: -1001, most: 0, ...of })).toBe(false)
  expect(isTold({ least: 0, most: 1001, ...of })).toBe(false)
})
