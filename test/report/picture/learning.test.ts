/** Loss against heat as a picture. */
import fc from 'fast-check'
import { learningPicture, taken } from '../../../src/report/picture/learning'
import { breadths } from '../../../src/report/picture/picture'
import { learn, type LearningRun } from '../../../src/simulation/learn'
import type { LearnOptions } from '../../../src/simulation/learn-plan'
import { isingLoss } from '../../../src/simulation/loss/ising'
import { logisticLoss } from '../../../src/simulation/loss/logistic'
import type { Loss } from '../../../src/simulation/loss/loss'
import { gigahertz, kelvin, kT, microseconds } from '../../../src/units/si'
import { maxCut } from '../../../src/workload/ising/problem'
import { right } from './arbitrary'
import { named, problemsOf, read, textOf, type Tag } from './svg'

const temperature = kelvin(300)
const conditions = { seed: 1, temperature, attemptRate: gigahertz(1), duration: microseconds(2), runs: 6 }

const annealed: LearnOptions = { ...conditions, writer: 'annealed', energyPerLoss: kT(20, temperature) }
const tilted: LearnOptions = { ...conditions, writer: 'tilted', updates: 12 }
const written: LearnOptions = { ...conditions, writer: 'static', updates: 12 }

const curveLoss = right(
  logisticLoss(
    {
      features: [
        [1, -1],
        [1, 2],
        [1, 0.5]
      ],
      labels: [0, 1, 1]
    },
    { rungs: 17, range: [-4, 4], ridge: 0.1 }
  )
)
const cut = isingLoss(
  right(
    maxCut({
      nodes: 5,
      edges: [
        [0, 1, 1],
        [1, 2, 2],
        [2, 3, 1],
        [3, 4, 3],
        [0, 4, 1]
      ]
    })
  )
)

const all = (loss: Loss): readonly LearningRun[] =>
  [annealed, tilted, written].map((options) => right(learn(loss, options)))

const runs = all(curveLoss)
const picture = (of: readonly LearningRun[], width: (typeof breadths)[number] = 'wide'): string =>
  learningPicture({ name: 'some points', runs: of }, { width })
const texts = (svg: Tag): readonly string[] => named(svg, 'text').map(textOf)

/** Where a power of ten stands on an axis, from two that are written. */
const axis = (svg: Tag, along: 'x' | 'y', exponentOf: (text: string) => number | undefined) => {
  const marks = named(svg, 'text').flatMap(({ attributes, ...tag }) => {
    const exponent =
      attributes['text-anchor'] === (along === 'x' ? 'middle' : 'end')
        ? exponentOf(textOf({ attributes, ...tag }))
        : undefined
    return exponent === undefined
      ? []
      : [{ exponent, at: Number(attributes[along]) - (along === 'x' ? 0 : 4) }]
  })
  const [a, b] = [marks[0]!, marks.at(-1)!]
  return (log: number): number => a.at + ((log - a.exponent) * (b.at - a.at)) / (b.exponent - a.exponent)
}

const prefixes: Readonly<Record<string, number>> = { y: -24, z: -21, a: -18, f: -15 }

const jouleExponent = (text: string): number | undefined => {
  const [, digits, prefix] = /^(10*) ([yzaf])J$/.exec(text) ?? []
  return digits === undefined ? undefined : digits.length - 1 + prefixes[prefix!]!
}

test('the curves are where losses and heats are, and the lines where the bounds are', () => {
  const svg = read(picture(runs))
  const across = axis(svg, 'x', jouleExponent)
  const up = axis(svg, 'y', (text) =>
    /^0\.01$|^0\.1$|^10*$/.test(text) ? Math.log10(Number(text)) : undefined
  )
  const paths = named(svg, 'path').filter(({ children }) => children.length > 0)
  expect(paths).toHaveLength(3)
  paths.forEach(({ attributes }, at) => {
    const { course } = runs[at]!
    const [, x, y] = /([-\d.]+) ([-\d.]+)$/.exec(attributes['d']!)!
    expect(Math.abs(Number(x) - across(Math.log10(course.joules.at(-1)!)))).toBeLessThan(0.5)
    expect(Math.abs(Number(y) - up(Math.log10(course.loss.at(-1)!)))).toBeLessThan(0.5)
  })
  const bounds = ['discardedInformation', 'floor'].map((name) =>
    Math.min(
      ...runs
        .flatMap(({ verdicts }) => verdicts.filter((each) => each.name === name))
        .map(({ energy }) => energy.value)
    )
  )
  const lines = named(svg, 'line').filter(({ attributes }) =>
    /^(1\.5|2)$/.test(attributes['stroke-width'] ?? '')
  )
  expect(lines).toHaveLength(2)
  lines.forEach(({ attributes }, at) => {
    expect(Math.abs(Number(attributes['x1']) - across(Math.log10(bounds[at]!)))).toBeLessThan(0.5)
  })
})

test.each([
  ['hops', ({ course }: LearningRun) => course.hops.at(-1)!],
  ['reads', ({ course }: LearningRun) => course.reads.at(-1)!],
  ['entropy', ({ course }: LearningRun) => course.entropyLost!.at(-1)!.mean]
] as const)(
  'drawn against %s, the curves end where the course does, and no bound of heat is there',
  (against, of) => {
    const svg = read(learningPicture({ name: 'some points', runs, against }))
    const across = axis(svg, 'x', (text) =>
      /^0\.1$|^10*$/.test(text) ? Math.log10(Number(text)) : undefined
    )
    const drawn = runs.filter((run) => of(run) > 0)
    const paths = named(svg, 'path').filter(({ children }) => children.length > 0)
    expect(paths).toHaveLength(drawn.length)
    paths.forEach(({ attributes }, at) => {
      const [, x] = /([-\d.]+) ([-\d.]+)$/.exec(attributes['d']!)!
      expect(Math.abs(Number(x) - across(Math.log10(of(drawn[at]!))))).toBeLessThan(0.5)
    })
    expect(texts(svg).join(' ')).not.toMatch(/floor|heat/)
  }
)

test('what none of the runs took is said to leave nothing to draw', () => {
  const svg = learningPicture({ name: 'spins', runs: [runs[0]!], against: 'reads' })
  expect(problemsOf(svg)).toEqual([])
  expect(texts(read(svg)).join(' ')).toContain('no run took any reads')
})

test('each writer is named with its loss and heat, in texts and in the description', () => {
  const svg = read(picture(runs))
  const desc = textOf(named(svg, 'desc')[0]!)
  for (const [at, writer] of ['annealed', 'tilted', 'static'].entries()) {
    const loss = runs[at]!.final.mean.toPrecision(3)
    expect(texts(svg).some((text) => text.startsWith(`${writer}: `) && text.includes(` ${loss} for `))).toBe(
      true
    )
    expect(desc).toContain(`${writer}: `)
  }
})

test('losses below 0 are drawn above the least that was found', () => {
  expect(texts(read(picture(all(cut))))).toContain('loss above the least found (logarithmic)')
  expect(texts(read(picture(runs)))).toContain('loss (logarithmic)')
})

test('without a run there is nothing to draw', () => {
  const svg = picture([])
  expect(problemsOf(svg)).toEqual([])
  expect(texts(read(svg)).join(' ')).toContain('There is nothing to draw')
})

test('a picture of any runs is well formed, and its texts are apart and within it', () => {
  fc.assert(
    fc.property(
      fc.subarray([...runs, ...all(cut)], { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...breadths),
      fc.constantFrom(...taken),
      fc.string(),
      (of, width, against, name) => {
        expect(problemsOf(learningPicture({ name, runs: of, against }, { width }))).toEqual([])
      }
    ),
    { numRuns: 40 }
  )
})
