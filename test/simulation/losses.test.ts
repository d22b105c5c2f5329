/** Losses on ladders: what is kept of them agrees with what they are, wherever the rungs have gone. */
import fc from 'fast-check'
import { boxProgramLoss } from '../../src/simulation/loss/box-program'
import { isingLoss } from '../../src/simulation/loss/ising'
import { leastSquaresLoss } from '../../src/simulation/loss/least-squares'
import { logisticLoss } from '../../src/simulation/loss/logistic'
import type { Loss } from '../../src/simulation/loss/loss'
import { isingProblem } from '../../src/workload/ising/problem'
import { quadraticProgram } from '../../src/workload/quadratic/program'
import { left, right } from '../reading/values'

const features = [
  [1, 0, -2],
  [0.5, 3, 1],
  [-1, 2, 0],
  [2, -1, 1]
]

const glass = right(
  isingProblem({
    spins: 4,
    couplings: [
      [0, 1, 1],
      [1, 2, -2],
      [2, 3, 0.5],
      [0, 3, 3]
    ],
    fields: [0.5, 0, -1, 0]
  })
)

/** Two variables in a box, whose sum is to be 1 to 2. */
const program = right(
  quadraticProgram({
    P: {
      dense: [
        [2, 0.5],
        [0.5, 1]
      ]
    },
    q: [-1, 3],
    r: 7,
    A: {
      dense: [
        [1, 0],
        [0, -2],
        [1, 1]
      ]
    },
    l: [-1, -4, 1],
    u: [3, 6, 2]
  })
)

/** x is 2, y from −1 to 4, z has no bounds, and all of them together are at most 3. */
const fixed = right(
  quadraticProgram({
    P: {
      dense: [
        [2, 1, 0],
        [1, 3, 0],
        [0, 0, 1]
      ]
    },
    q: [1, -2, 0.5],
    r: 0.25,
    A: {
      dense: [
        [-3, 0, 0],
        [0, -2, 0],
        [1, 1, 1]
      ]
    },
    l: [-6, -8, -Infinity],
    u: [-6, 2, 3]
  })
)

/** Each loss, and what it is by hand, from the values of its parameters. */
const cases: Readonly<Record<string, readonly [loss: Loss, byHand: (values: readonly number[]) => number]>> =
  {
    'least squares': [
      right(
        leastSquaresLoss({ features, labels: [1, -2, 0.5, 3] }, { rungs: 17, range: [-2, 2.5], ridge: 0.3 })
      ),
      (w) =>
        features.reduce(
          (sum, row, at) =>
            sum + (row.reduce((dot, x, i) => dot + x * w[i]!, 0) - [1, -2, 0.5, 3][at]!) ** 2 / 2,
          0.15 * w.reduce((sum, each) => sum + each ** 2, 0)
        )
    ],
    'logistic regression': [
      right(logisticLoss({ features, labels: [1, 0, 1, 0] }, { rungs: 33, range: [-3, 1], ridge: 0.3 })),
      (w) =>
        features.reduce(
          (sum, row, at) =>
            sum + Math.log(1 + Math.exp([-1, 1, -1, 1][at]! * row.reduce((dot, x, i) => dot + x * w[i]!, 0))),
          0.15 * w.reduce((sum, each) => sum + each ** 2, 0)
        )
    ],
    'an Ising problem': [
      isingLoss(glass),
      ([a, b, c, d]) => -(a! * b! - 2 * b! * c! + 0.5 * c! * d! + 3 * a! * d!) - 0.5 * a! + c!
    ],
    'a program in a box': [
      right(boxProgramLoss(program, { rungs: 12, penalty: 4 })),
      ([a, b]) =>
        a! ** 2 +
        0.5 * a! * b! +
        b! ** 2 / 2 -
        a! +
        3 * b! +
        7 +
        2 * (Math.max(0, a! + b! - 2) ** 2 + Math.max(0, 1 - a! - b!) ** 2)
    ],
    'a program, one of whose variables is fixed and one free': [
      right(boxProgramLoss(fixed, { rungs: 12, penalty: 4, range: [-3, 5] })),
      ([y, z]) =>
        4 +
        2 * y! +
        1.5 * y! ** 2 +
        z! ** 2 / 2 +
        2 -
        2 * y! +
        z! / 2 +
        0.25 +
        2 * Math.max(0, y! + z! - 1) ** 2
    ]
  }

const anyRungs = ({ parameters, rungs }: Loss) =>
  fc.array(fc.integer({ min: 0, max: rungs - 1 }), { minLength: parameters, maxLength: parameters })

describe.each(Object.entries(cases))('%s', (_, [loss, byHand]) => {
  const valuesAt = (x: ArrayLike<number>): readonly number[] =>
    Array.from(x, (rung, i) => loss.valueAt(i, rung))
  const scale = 100

  test('a move changes what is kept as it changes the loss', () => {
    fc.assert(
      fc.property(
        anyRungs(loss),
        fc.array(anyRungs(loss), { minLength: 1, maxLength: 8 }),
        (from, targets) => {
          const x = Int32Array.from(from)
          const kept = loss.begin(x)
          expect(kept.value() / scale).toBeCloseTo(byHand(valuesAt(x)) / scale, 12)
          for (const target of targets)
            target.forEach((rung, i) => {
              const before = byHand(valuesAt(x))
              const by = rung - x[i]!
              const rise = kept.rise(i, by)
              kept.move(i, by)
              expect(x[i]).toBe(rung)
              const after = byHand(valuesAt(x))
              expect(rise / scale).toBeCloseTo((after - before) / scale, 11)
              expect(kept.value() / scale).toBeCloseTo(after / scale, 11)
            })
        }
      ),
      { numRuns: 50 }
    )
  })

  test('a slope is that of the loss by its value, and no steeper than its curvature lets it grow', () => {
    fc.assert(
      fc.property(anyRungs(loss), fc.nat(loss.parameters - 1), (from, i) => {
        const kept = loss.begin(Int32Array.from(from))
        const shifted = (by: number): number => {
          const values = [...valuesAt(from)]
          values[i]! += by * (loss.valueAt(i, 1) - loss.valueAt(i, 0))
          return byHand(values)
        }
        expect(kept.slope(i) / scale).toBeCloseTo((shifted(1e-4) - shifted(-1e-4)) / 2e-4 / scale, 5)
        const second = shifted(1) + shifted(-1) - 2 * shifted(0)
        expect(second).toBeLessThanOrEqual(loss.curvatures[i]! * (1 + 1e-9) + 1e-9)
      }),
      { numRuns: 50 }
    )
  })
})

test('the ends of a ladder are those of its box', () => {
  const loss = right(boxProgramLoss(program, { rungs: 12, penalty: 4 }))
  expect([loss.valueAt(0, 0), loss.valueAt(0, 11)]).toEqual([-1, 3])
  expect([loss.valueAt(1, 0), loss.valueAt(1, 11)]).toEqual([-3, 2])
})

test('a fixed variable is no parameter, and a range stands in for bounds that are not there', () => {
  const loss = right(boxProgramLoss(fixed, { rungs: 12, penalty: 4, range: [-3, 5] }))
  expect([loss.parameters, loss.variables]).toEqual([2, [1, 2]])
  expect([0, 1].map((i) => [loss.valueAt(i, 0), loss.valueAt(i, 11)])).toEqual([
    [-1, 4],
    [-3, 5]
  ])
  expect(right(boxProgramLoss(program, { rungs: 12, penalty: 4 })).variables).toBeUndefined()
})

const told = (of: ReturnType<typeof boxProgramLoss>): readonly string[] => left(of).message.split('\n')

test('a program without a box, and constraints without a penalty, are told at once', () => {
  const open = right(quadraticProgram({ q: [0, 0], A: { dense: [[1, 1]] }, l: [-Infinity], u: [1] }))
  expect(told(boxProgramLoss(open, { rungs: 1 }))).toEqual([
    'boxProgramLoss: ladders/rungs: expected a whole number from 2 to 1048576, got 1',
    'boxProgramLoss: ladders/penalty: expected a finite number above 0, as constraints of several variables are penalties, got none',
    'boxProgramLoss: ladders/range: expected two finite numbers that rise, or two finite bounds of each variable, got none, and 2 variables that lack a bound: program/q/0 and program/q/1'
  ])
  expect(told(boxProgramLoss(fixed, { rungs: 2, penalty: 1, range: [1, 1] }))).toEqual([
    'boxProgramLoss: ladders/range: expected two finite numbers that rise, got [1, 1]'
  ])
})

/** Variables each with its bounds. */
const bounded = (l: readonly number[], u: readonly number[]) =>
  right(
    quadraticProgram({
      q: l.map(() => 1),
      A: { dense: l.map((_, i) => l.map((__, j) => (i === j ? 1 : 0))) },
      l: [...l],
      u: [...u]
    })
  )

test('a variable needs a range, of its bounds or of what stands in for them; one at least must have one', () => {
  // Above 5, and no higher than the range goes.
  expect(told(boxProgramLoss(bounded([5, 0], [Infinity, 1]), { rungs: 2, range: [-1, 1] }))).toEqual([
    'boxProgramLoss: program/q/0: expected ends of a ladder that leave it a range, or bounds that are one value, got 5 to 1'
  ])
  // The end of a range is not a bound: this is not fixed.
  expect(told(boxProgramLoss(bounded([1, 0], [Infinity, 1]), { rungs: 2, range: [-1, 1] }))).toEqual([
    'boxProgramLoss: program/q/0: expected ends of a ladder that leave it a range, or bounds that are one value, got 1 to 1'
  ])
  expect(told(boxProgramLoss(bounded([2, 3], [2, 3]), { rungs: 2 }))).toEqual([
    'boxProgramLoss: program/q: expected a variable at least that is not fixed, got none'
  ])
})

test('all that is wrong with a regression is told with its place', () => {
  const wrong = logisticLoss(
    { features: [[1, NaN], [2]], labels: [0, -1, 7] },
    { rungs: 2.5, range: [1, 1], ridge: -1 }
  )
  expect(left(wrong).message.split('\n')).toEqual([
    'logisticLoss: regression/features/0/1: expected a finite number, got NaN',
    'logisticLoss: regression/features/1: expected 2 features, as the first row has, got 1',
    'logisticLoss: regression/labels: expected 2, one for each row, got 3',
    'logisticLoss: regression/labels/2: expected a label of −1, 0 or 1, got 7',
    'logisticLoss: ladders/rungs: expected a whole number from 2 to 1048576, got 2.5',
    'logisticLoss: ladders/range: expected two finite numbers that rise, got [1, 1]',
    'logisticLoss: ladders/ridge: expected a finite number of 0 or above, got -1',
    'logisticLoss: regression/labels: expected labels of −1 and 1, or of 0 and 1, got both −1 and 0'
  ])
})
