import fc from 'fast-check'
import type { Algebra, Binary, Unary } from '../../src/formula/algebra'
import { constant, exp, ln, ln2, number, two, unity, type Expression } from '../../src/formula/expression'
import { fixedRegisters, fold, program, reader } from '../../src/formula/program'
import { landauer } from '../../src/physics/thermodynamics'
import { numberAlgebra } from '../../src/reading/number'
import type { Dimensionless } from '../../src/units/dimension'
import { kelvin, one } from '../../src/units/si'
import { algebraOf, calls, symbol } from './graphs'

type Pure = Expression<Dimensionless>

const x = symbol('x', one)
const y = symbol('y', one)
const z = symbol('z', one)

/** The float64 algebra, and how often each of its operations was asked for. */
const counting = (): { readonly algebra: Algebra<number>; readonly count: Record<string, number> } => {
  const count: Record<string, number> = {}
  const note = (name: string): void => void (count[name] = (count[name] ?? 0) + 1)
  const operations: Readonly<Record<Unary | Binary, (...of: readonly number[]) => number>> = numberAlgebra
  const algebra = algebraOf<number>(
    (of) => {
      note('constant')
      return numberAlgebra.constant(of)
    },
    (op, ...operands) => {
      note(op)
      return operations[op](...operands)
    }
  )
  return { algebra, count }
}

const run = (of: Pure, names: readonly string[], values: readonly number[]): number => {
  const compiled = program([of.node], names)
  return reader(numberAlgebra, compiled)(values)[compiled.outputs[0]!]!
}

describe('a program', () => {
  test('has its inputs in the order asked for, then its constants, then its steps', () => {
    const compiled = program([x.plus(y.times(3)).node], ['y', 'x'])
    expect(compiled).toEqual({
      inputs: ['y', 'x'],
      constants: [{ decimal: '3' }],
      steps: [
        { arity: 2, op: 'mul', x: 0, y: 2 },
        { arity: 2, op: 'add', x: 1, y: 3 }
      ],
      outputs: [4]
    })
  })

  test('has an input that is asked for and not used, and one that is used and not asked for', () => {
    const compiled = program([z.plus(y).plus(x).node], ['u', 'x'])
    expect(compiled.inputs).toEqual(['u', 'x', 'z', 'y'])
    expect(compiled.steps.map(({ op }) => op)).toEqual(['add', 'add'])
  })

  test('may be no more than an input or a constant', () => {
    expect(program([x.node], [])).toEqual({ inputs: ['x'], constants: [], steps: [], outputs: [0] })
    expect(program([two.node], ['x'])).toEqual({
      inputs: ['x'],
      constants: [{ decimal: '2' }],
      steps: [],
      outputs: [1]
    })
  })

  test('computes as many nodes as asked for, with what they share', () => {
    const sum = x.plus(y)
    const compiled = program([sum.node, sum.squared().node, x.node, sum.node], ['x', 'y'])
    expect(compiled.steps).toHaveLength(2)
    expect(compiled.outputs).toEqual([2, 3, 0, 2])
    expect(reader(numberAlgebra, compiled)([3, 4])).toEqual([3, 4, 7, 49])
  })

  test('has steps that only use registers before them', () => {
    const of = ln(x.plus(unity).over(two)).plus(exp(y).times(x.minus(y)))
    const { inputs, constants, steps } = program([of.node], [])
    steps.forEach((step, at) => {
      const here = inputs.length + constants.length + at
      expect(step.x).toBeLessThan(here)
      if (step.arity === 2) expect(step.y).toBeLessThan(here)
    })
    expect(steps.length).toBeGreaterThan(4)
  })
})

describe('sharing', () => {
  test('a diamond is computed once', () => {
    const sum = x.plus(y)
    const diamond = sum.times(2).plus(sum.times(sum))
    const { algebra, count } = counting()
    expect(fold(algebra, (name) => ({ x: 3, y: 4 })[name]!)(diamond.node)).toBe(63)
    expect(count).toEqual({ constant: 1, add: 2, mul: 2 })
  })

  test('a tower of a hundred diamonds takes a hundred steps', () => {
    let tower: Pure = x
    for (let i = 0; i < 100; i++) tower = tower.plus(tower)
    const { algebra, count } = counting()
    expect(fold(algebra, () => 1)(tower.node)).toBe(2 ** 100)
    expect(count).toEqual({ add: 100 })
  })

  test('equal parts that were written apart get one register', () => {
    const compiled = program([x.plus(y).times(x.plus(y)).node, ln(x.plus(y)).node, ln(x.plus(y)).node], [])
    expect(compiled.steps.map(({ op }) => op)).toEqual(['add', 'mul', 'ln'])
    expect(compiled.outputs).toEqual([3, 4, 4])
  })

  test('equal inputs and equal constants get one register', () => {
    const compiled = program([x.times(number(2)).plus(symbol('x', one).times(two)).node], [])
    expect([compiled.inputs, compiled.constants]).toEqual([['x'], [{ decimal: '2' }]])
    expect(compiled.steps.map(({ op }) => op)).toEqual(['mul', 'add'])
  })

  test('what differs in its order, its operation or its operand does not', () => {
    const apart = [x.minus(y), y.minus(x), x.over(y), x.minus(z), ln(x), exp(x)]
    const { outputs } = program(apart.map((of) => of.node), []) // prettier-ignore
    expect(new Set(outputs).size).toBe(apart.length)
  })

  test('constants of one value keep the symbols they are known by', () => {
    const n = constant('2', one, 'n')
    expect(fold(calls, (name) => name)(two.times(n).node)).toBe('mul(2, n)')
    expect(fold(calls, (name) => name)(n.times(two).node)).toBe('mul(n, 2)')
  })
})

describe('what no input reaches', () => {
  const of = x.times(ln2).plus(ln2.over(two).minus(unity)).plus(exp(x))

  test('is known', () => {
    const compiled = program([of.node], ['x'])
    const { inputs, constants, steps } = compiled
    expect(inputs).toEqual(['x'])
    expect(constants.map(({ decimal }) => decimal)).toEqual(['2', '1'])
    expect(steps.map(({ op }) => op)).toEqual(['ln', 'mul', 'div', 'sub', 'add', 'exp', 'add'])
    expect(fixedRegisters(compiled)).toEqual([
      false,
      true,
      true,
      true,
      false,
      true,
      true,
      false,
      false,
      false
    ])
  })

  test('is computed once for a reader, and the rest for every value', () => {
    const { algebra, count } = counting()
    const read = reader(algebra, program([of.node], ['x']))
    for (const value of [1, 2, 3, 3]) read([value])
    expect(count).toEqual({ constant: 2, ln: 1, div: 1, sub: 1, mul: 3, add: 6, exp: 3 })
  })

  test('is all that no other input than before reaches', () => {
    const { algebra, count } = counting()
    const compiled = program([exp(x).plus(ln(y)).node], ['x', 'y'])
    const read = reader(algebra, compiled)
    for (const y of [1, 2, 3]) expect(read([0, y])[compiled.outputs[0]!]).toBe(1 + Math.log(y))
    expect(count).toEqual({ exp: 1, ln: 3, add: 3 })
  })

  test('tells 0 from −0', () => {
    const compiled = program([x.over(y).node], ['x', 'y'])
    const read = reader(numberAlgebra, compiled)
    expect([0, -0].map((zero) => read([1, zero])[compiled.outputs[0]!])).toEqual([Infinity, -Infinity])
  })

  test('a reader keeps nothing from one run to the next', () => {
    const compiled = program([of.node], ['x'])
    const read = reader(numberAlgebra, compiled)
    const out = compiled.outputs[0]!
    const first = read([1])
    const kept = [...first]
    const value = (v: number): number => v * Math.LN2 + (Math.LN2 / 2 - 1) + Math.exp(v)
    expect([read([2])[out], read([1])[out], read([3])[out]]).toEqual([value(2), value(1), value(3)])
    expect(first[out]).toBe(value(1))
    expect(first).toEqual(kept)
  })
})

describe('the models in a formula', () => {
  const T = symbol('T', kelvin)
  const ε = symbol('ε', one)
  const twice = landauer.of({ temperature: T, errorProbability: ε }).times(2)

  test('are opened', () => {
    expect(program([twice.node], []).inputs).toEqual(['T', 'ε'])
    const kTln2 = fold(numberAlgebra, (name) => ({ 'T': 300, 'ε': 0 })[name]!)(twice.node)
    expect(kTln2).toBeCloseTo(2 * 1.380649e-23 * 300 * Math.LN2, 30)
    expect(kTln2 / (2 * 1.380649e-23 * 300 * Math.LN2)).toBeCloseTo(1, 14)
  })

  test('are left unopened where asked, each by its symbol', () => {
    expect(program([twice.node], [], true)).toEqual({
      inputs: [landauer.symbol],
      constants: [{ decimal: '2' }],
      steps: [{ arity: 2, op: 'mul', x: 0, y: 1 }],
      outputs: [2]
    })
    expect(fold(calls, (name) => name, true)(twice.node)).toBe('mul(E_L, 2)')
  })

  test('inputs go by their names, and in an unopened formula by their symbols', () => {
    const rate = symbol('attemptRate', one, 'f₀')
    expect(program([rate.plus(rate).node], []).inputs).toEqual(['attemptRate'])
    expect(fold(calls, (name) => name, true)(rate.plus(rate).node)).toBe('add(f₀, f₀)')
  })
})

/** A small language of its own, to tell what a fold should give. */
type Tree =
  | { readonly of: 'x' | 'y' }
  | { readonly of: 'number'; readonly value: number }
  | { readonly of: 'plus' | 'minus' | 'times' | 'over'; readonly left: Tree; readonly right: Tree }
  | { readonly of: 'negated' | 'exp'; readonly left: Tree }

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 7 },
    fc.record({ of: fc.constantFrom('x' as const, 'y' as const) }),
    fc.record({ of: fc.constant('number' as const), value: fc.constantFrom(0.5, 2, -3) }),
    fc.record({
      of: fc.constantFrom('plus' as const, 'minus' as const, 'times' as const, 'over' as const),
      left: tie('tree'),
      right: tie('tree')
    }),
    fc.record({ of: fc.constantFrom('negated' as const, 'exp' as const), left: tie('tree') })
  )
}))

const expressionOf = (t: Tree): Pure => {
  switch (t.of) {
    case 'x':
      return x
    case 'y':
      return y
    case 'number':
      return number(t.value)
    case 'negated':
      return expressionOf(t.left).negated()
    case 'exp':
      return exp(expressionOf(t.left))
    default: {
      const [left, right] = [expressionOf(t.left), expressionOf(t.right)]
      return {
        plus: left.plus(right),
        minus: left.minus(right),
        times: left.times(right),
        over: left.over(right)
      }[t.of]
    }
  }
}

const valueOf = (t: Tree, at: { readonly x: number; readonly y: number }): number => {
  switch (t.of) {
    case 'x':
    case 'y':
      return at[t.of]
    case 'number':
      return t.value
    case 'negated':
      return -valueOf(t.left, at)
    case 'exp': {
      const power = valueOf(t.left, at)
      return power < -708 || power > 709 ? NaN : Math.exp(power)
    }
    default: {
      const [left, right] = [valueOf(t.left, at), valueOf(t.right, at)]
      return { plus: left + right, minus: left - right, times: left * right, over: left / right }[t.of]
    }
  }
}

describe('the fold', () => {
  test('gives what the formula means, read from the inside out', () => {
    const finite = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(tree, finite, finite, (t, a, b) => {
        expect(run(expressionOf(t), ['x', 'y'], [a, b])).toBe(valueOf(t, { x: a, y: b }))
      }),
      { numRuns: 300 }
    )
  })

  test('needs no more steps than the formula has operations', () => {
    const operations = (t: Tree): number =>
      'right' in t ? 1 + operations(t.left) + operations(t.right) : 'left' in t ? 1 + operations(t.left) : 0
    fc.assert(
      fc.property(tree, (t) => {
        const { steps } = program([expressionOf(t).node], [])
        expect(steps.length).toBeLessThanOrEqual(operations(t))
        expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length)
      })
    )
  })
})
