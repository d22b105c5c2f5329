/** WebAssembly in bytes: instructions on pairs of float64 and on whole numbers, a module of them, and its host. */

/** Instructions, one after another. What one takes stands before it. */
export type Code = number | readonly Code[]

const flat = (code: Code, bytes: number[] = []): number[] => {
  if (typeof code === 'number') bytes.push(code)
  else for (const each of code) flat(each, bytes)
  return bytes
}

/** A whole number in groups of seven bits, the lowest first. */
const whole = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...whole(value >>> 7)]

/** A local variable. */
export const local = (at: number): Code => [0x20, whole(at)]
export const set = (at: number, value: Code): Code => [value, 0x21, whole(at)]

/** An instruction on single numbers. */
const single =
  (opcode: number) =>
  (...taken: readonly Code[]): Code => [taken, opcode]

/** Whole numbers of 32 bits: one from −64 to 63, and what is done with them. */
export const int = (value: number): Code => [0x41, value & 127]
export const ints = {
  sum: single(0x6a),
  difference: single(0x6b),
  product: single(0x6c),
  xor: single(0x73),
  shiftLeft: single(0x74),
  rotateLeft: single(0x77),
  isAtMost: single(0x4c),
  /** Of numbers without a sign. */
  isLess: single(0x49),
  isWordAtMost: single(0x4d),
  asFloat: single(0xb7)
} as const

/** How a number is read from memory and written to it; its bytes are a power of two. */
const inMemory = (read: number, write: number, power: number) => ({
  load: (at: Code, offset: number): Code => [at, read, power, whole(offset)],
  store: (at: Code, offset: number, value: Code): Code => [at, value, write, power, whole(offset)]
})
export const byte = inMemory(0x2c, 0x3a, 0)
export const word = inMemory(0x28, 0x36, 2)
export const float = { ...inMemory(0x2b, 0x39, 3), sum: single(0xa0), product: single(0xa2) } as const

/** Repeated while it is told to be. */
export const repeat = (body: Code, isMore: Code): Code => [0x03, 0x40, body, isMore, 0x0d, 0, 0x0b]
export const choose = (test: Code, yes: Code, no: Code): Code => [test, 0x04, 0x40, yes, 0x05, no, 0x0b]

/** An instruction on pairs. */
const pair =
  (opcode: number) =>
  (...taken: readonly Code[]): Code => [taken, 0xfd, whole(opcode)]

const place = (offset: number): Code => [3, whole(offset)]
export const load = (at: Code, offset: number): Code => [pair(0x00)(at), place(offset)]
export const store = (at: Code, offset: number, value: Code): Code => [pair(0x0b)(at, value), place(offset)]

export const twice = pair(0x14)
/** The first of a pair, 0, or the second, 1. */
export const oneOf = (x: Code, at: number): Code => [pair(0x21)(x), at]
export const withSecond = (x: Code, value: Code): Code => [pair(0x22)(x, value), 1]

/** A function that is given, by its number among them. */
export const call = (at: number, taken: readonly Code[]): Code => [taken, 0x10, whole(at)]

/** Comparisons have all bits set where they hold. */
export const comparisons = {
  '===': pair(0x47),
  '<': pair(0x49),
  '>': pair(0x4a),
  '<=': pair(0x4b),
  '>=': pair(0x4c)
} as const

export const not = pair(0x4d)
export const and = pair(0x4e)
export const or = pair(0x50)
/** Bits of the first where those of the third are set, and else of the second. */
export const select = pair(0x52)
export const isAllSet = pair(0xc3)

/** Numbers as their bits, which are whole numbers. */
export const shiftLeft = (x: Code, by: number): Code => pair(0xcb)(x, int(by))
export const shiftRight = (x: Code, by: number): Code => pair(0xcd)(x, int(by))
export const addBits = pair(0xce)
export const subBits = pair(0xd1)

export const abs = pair(0xec)
export const neg = pair(0xed)
export const sqrt = pair(0xef)
export const add = pair(0xf0)
export const sub = pair(0xf1)
export const mul = pair(0xf2)
export const div = pair(0xf3)
export const min = pair(0xf4)
export const max = pair(0xf5)

const [int32, float64, pairOf64] = [0x7f, 0x7c, 0x7b]
/** Types of local variables. */
export const types = { int: int32, float: float64, pair: pairOf64 } as const

const list = (items: readonly Code[]): Code => [whole(items.length), items]
const text = (of: string): Code => list(Array.from(of, (each) => each.charCodeAt(0)))
const sized = (content: Code): Code => {
  const bytes = flat(content)
  return [whole(bytes.length), bytes]
}
const type = (from: readonly number[], to: readonly number[]): Code => [0x60, list(from), list(to)]

/** A function of whole numbers and then so many local variables of a type, by the name under which it is found. */
export interface Export {
  readonly name: string
  readonly parameters: 0 | 2
  readonly locals: readonly (readonly [count: number, type: number])[]
  readonly body: Code
}

/** A function of one or two float64 that is given. */
export interface Import {
  readonly name: string
  readonly arity: 1 | 2
}

/** A module; it is given its memory and some functions, as of the object `on`. */
export const moduleOf = (imports: readonly Import[], exports: readonly Export[]): Uint8Array<ArrayBuffer> => {
  const signatures = [
    type([], []),
    type([float64], [float64]),
    type([float64, float64], [float64]),
    type([int32, int32], [])
  ]
  const sections: readonly (readonly [number, readonly Code[]])[] = [
    [1, signatures],
    [
      2,
      [
        [text('on'), text('memory'), 2, 0, 1],
        ...imports.map(({ name, arity }) => [text('on'), text(name), 0, arity])
      ]
    ],
    [3, exports.map(({ parameters }) => (parameters === 0 ? 0 : 3))],
    [7, exports.map(({ name }, k) => [text(name), 0, whole(imports.length + k)])],
    [
      10,
      exports.map(({ locals, body }) =>
        sized([list(locals.map(([count, type]) => [whole(count), type])), body, 0x0b])
      )
    ]
  ]
  return Uint8Array.from(
    flat([[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], sections.map(([id, items]) => [id, sized(list(items))])])
  )
}

/** What is used of WebAssembly, which hosts need not have. */
interface Host {
  readonly Memory: new (of: { readonly initial: number }) => Memory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, given: { readonly on: object }) => { readonly exports: unknown }
}
export interface Memory {
  readonly buffer: ArrayBuffer
  readonly grow: (pages: number) => number
}

const host = (): Host => (globalThis as unknown as { readonly WebAssembly: Host }).WebAssembly

const page = 2 ** 16
export const pagesOf = (bytes: number): number => Math.ceil(bytes / page)

/** A memory of some bytes; throws where a host has no WebAssembly. */
export const memoryOf = (bytes: number): Memory => new (host().Memory)({ initial: pagesOf(bytes) })

/** What a module of some bytes exports, on what it is given; throws where a host forbids it. */
export const exportsOf = <A>(bytes: Uint8Array<ArrayBuffer>, on: object): A => {
  const { Instance, Module } = host()
  return new Instance(new Module(bytes), { on }).exports as A
}
