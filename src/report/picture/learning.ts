/** What memories lose against what that takes, as they learn: a line for each writer, and what bounds their heat. */
import { aLearningRun, type LearningRun } from '../../simulation/learn'
import type { LearnOptions } from '../../simulation/learn-plan'
import type { LearningVerdict } from '../../simulation/learning-verdict'
import { aText, expecting, having, listOf, optional, wordOf } from '../../units/argument'
import { formatWith } from '../../units/format'
import { joules, one } from '../../units/si'
import { decadesAround, jouleText, logAxis, powerText, typeset } from './axis'
import { curve, sampleOf, type Stroke } from './curve'
import { label, line } from './drawing'
import { axisBelow, axisBeside, axisWidth, captionOf, entriesUnder, heading, type Entry } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'

/** What losses may be drawn against. */
export const taken = ['heat', 'hops', 'entropy', 'reads'] as const

/** Runs that are drawn in one picture. @since 0.10.0 */
export interface DrawnLearning {
  readonly name: string
  /** Of one loss. */
  readonly runs: readonly LearningRun[]
  /**
   * What the loss is drawn against: heat given off (the default), hops, the entropy given up, or what was read of
   * slopes. @since 0.12.0
   */
  readonly against?: (typeof taken)[number]
}

/** What a run had taken at a place in its course. */
interface Moment {
  readonly at: number
  readonly spent: number
}

/** What learning takes, as losses are drawn against it. */
interface Taken {
  readonly moments: (run: LearningRun) => readonly Moment[]
  readonly name: string
  readonly axis: string
  readonly tick: typeof jouleText
  /** So much of it. */
  readonly text: (amount: number) => string
  readonly note: string
}

const strokes: { readonly [W in LearnOptions['writer']]: Stroke } = {
  annealed: { role: 'own', weight: 2.5 },
  tilted: { role: 'limRecovered', dash: '9 3', weight: 2.5 },
  static: { role: 'cim', dash: '18 4', weight: 2.5 }
}

const titles: { readonly [W in LearnOptions['writer']]: string } = {
  annealed: 'annealed: energies rise, the memory hops as it will',
  tilted: 'tilted: learning-in-memory, a standing tilt for each update',
  static: 'static: cells behind full barriers, each flip written'
}

const widths: { readonly [B in Breadth]: number } = { wide: 760, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const plotHeight = 320

const number = (value: number): string => typeset(formatWith({ digits: 3 })(one(value)))
const energy = (inJoules: number): string => typeset(formatWith({ digits: 3 })(joules(inJoules)))

/** Points of a course that are drawn, at most. */
const mostPoints = 400

/** A column of the course, as many of its places as are drawn and its last. */
const column =
  (of: (course: LearningRun['course']) => Float64Array) =>
  ({ course }: LearningRun): readonly Moment[] => {
    const spent = of(course)
    const stride = Math.max(1, Math.ceil(spent.length / mostPoints))
    return Array.from(spent, (each, at) => ({ at, spent: each })).filter(
      ({ at }) => at % stride === 0 || at === spent.length - 1
    )
  }

const takenOf: { readonly [A in NonNullable<DrawnLearning['against']>]: Taken } = {
  heat: {
    moments: column(({ joules: heat }) => heat),
    name: 'heat',
    axis: 'heat given off, in joules',
    tick: jouleText,
    text: energy,
    note: 'Heat is that of hops; the static writer’s is the cost of its cells. What is read to direct updates is not in it.'
  },
  hops: {
    moments: column(({ hops }) => hops),
    name: 'hops',
    axis: 'hops of a run',
    tick: powerText,
    text: (hops) => `${number(hops)} hops`,
    note: 'Hops of the static writer are cells that flip.'
  },
  entropy: {
    moments: ({ course }) => (course.entropyLost ?? []).map(({ at, mean }) => ({ at, spent: mean })),
    name: 'entropy given up',
    axis: 'entropy given up, at least, in nats',
    tick: powerText,
    text: (nats) => `${number(nats)} nat`,
    note: 'Entropy is estimated from where the ladders of all runs stand, and low in the mean; of fewer than 4 runs none is told.'
  },
  reads: {
    moments: column(({ reads }) => reads),
    name: 'reads',
    axis: 'multiply-accumulates of reading slopes',
    tick: powerText,
    text: (macs) => `${number(macs)} mac`,
    note: 'The annealed writer reads nothing: the memory hops as it will.'
  }
}

/** A line across: where it stands, and what it says. */
interface Mark {
  readonly at: number
  readonly stroke: Stroke
  readonly text: string
}

const lowest = (runs: readonly LearningRun[], name: string): LearningVerdict | undefined =>
  runs
    .flatMap(({ verdicts }) => verdicts.filter((each) => each.name === name))
    .filter((each) => each.energy.value > 0)
    .sort((a, b) => a.energy.value - b.energy.value)[0]

/** What bounds the runs: the entropy that each gave up, and the floor of a solution known to each bit. */
const marksOf = (runs: readonly LearningRun[]): readonly Mark[] => {
  const information = lowest(runs, 'discardedInformation')
  const floor = lowest(runs, 'floor')
  return [
    ...(information === undefined
      ? []
      : [
          {
            at: information.energy.value,
            stroke: { role: 'muted', dash: '2 3', weight: 1.5 } as const,
            text: `entropy given up by the end of each, at least: ${energy(information.energy.value)}`
          }
        ]),
    ...(floor === undefined
      ? []
      : [
          {
            at: floor.energy.value,
            stroke: { role: 'ink', weight: 2 } as const,
            text: `floor: ${floor.speaks ? 'of spins' : 'each bit of the solution set'}, ${energy(floor.energy.value)}`
          }
        ])
  ]
}

/** What is to be known of some writers. */
const namedNote = (
  of: readonly { readonly writer: LearnOptions['writer'] }[],
  what: string
): readonly string[] =>
  of.length === 0 ? [] : [`${of.map(({ writer }) => writer).join(', ')}: the mean ${what}.`]

/**
 * Each course from where any is taken, and of all losses what is above the axis' zero. What is given back is not
 * drawn: a point stands where more has been taken than ever before.
 */
const coursesOf = (runs: readonly LearningRun[], zero: number, moments: Taken['moments']) =>
  runs.map((run) => {
    const { course, options } = run
    const points = moments(run)
      .map(({ at, spent }) => ({ loss: course.loss[at]! - zero, spent }))
      .filter(({ loss, spent }) => loss > 0 && spent > 0)
    const further = points.reduce<typeof points>(
      (kept, point) => (point.spent > (kept.at(-1)?.spent ?? 0) ? [...kept, point] : kept),
      []
    )
    return { writer: options.writer, points: further }
  })

/**
 * Loss against joules as an SVG picture, both logarithmic: a line for each run, with the entropy that its memory gave
 * up and the floor of a solution known to each bit as lines across. Where losses are not above 0, as those of Ising
 * problems are, what they are above the least that any run found is drawn. Or loss against hops, the entropy given up,
 * or reads.
 *
 * @example
 * import { gigahertz, kelvin, kT, microseconds } from 'limen'
 * import { isingLoss, learn, learningPicture } from 'limen/simulate'
 * import { maxCut } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const T = kelvin(300)
 * const conditions = { seed: 1, temperature: T, attemptRate: gigahertz(1), duration: microseconds(1) }
 * const svg = pipe(
 *   maxCut({ nodes: 3, edges: [[0, 1, 1], [1, 2, 1], [0, 2, 1]] }),
 *   E.chain((problem) => learn(isingLoss(problem), { writer: 'annealed', energyPerLoss: kT(2, T), ...conditions })),
 *   E.map((run) => learningPicture({ name: 'triangle', runs: [run] }))
 * )
 * console.log(E.isRight(svg) && svg.right.includes('triangle')) // true
 *
 * @since 0.10.0
 */
export const learningPicture = expecting(
  'learningPicture',
  {
    learning: having('a name and runs', {
      name: aText,
      against: optional(wordOf(taken)),
      runs: listOf('a list of runs', aLearningRun)
    }),
    options: pictureOptions
  },
  ({ name, runs, against = 'heat' }: DrawnLearning, options: PictureOptions = {}): string => {
    const { moments, name: takes, axis, tick, text: amountOf, note } = takenOf[against]
    const breadth = options.width ?? 'wide'
    const [width, margin] = [widths[breadth], margins[breadth]]
    const losses = runs.flatMap(({ course }) => Array.from(course.loss))
    const least = Math.min(...runs.map(({ best }) => best.loss), ...losses)
    const zero = least > 0 ? 0 : least
    const lossName = zero === 0 ? 'loss' : 'loss above the least found'
    const courses = coursesOf(runs, zero, moments).filter(({ points }) => points.length > 0)
    const marks = against === 'heat' ? marksOf(runs) : []
    const head = heading(width, margin, name, [`Loss against ${takes}, as memories learn`])
    const entries: readonly Entry[] = [
      ...runs.map((run): Entry => {
        const {
          options: { writer },
          final
        } = run
        const spent = moments(run).at(-1)?.spent
        return {
          text: `${titles[writer]}: ${number(final.mean)}${spent === undefined ? '' : ` for ${amountOf(spent)}`}`,
          role: strokes[writer].role,
          sample: (x, y) => sampleOf(strokes[writer], x, y)
        }
      }),
      ...marks.map(({ stroke, text }): Entry => ({
        text,
        role: stroke.role,
        sample: (x, y) => sampleOf(stroke, x, y)
      }))
    ]
    const first = runs[0]
    const notes = [
      ...(courses.length === 0
        ? [`There is nothing to draw: no run took any ${takes} and kept a loss.`]
        : []),
      ...(first === undefined
        ? []
        : [
            `${first.loss.parameters} parameters of ${first.loss.rungs} rungs; means over ${[...new Set(runs.map((run) => run.runs))].join(', ')} runs.`
          ]),
      ...namedNote(
        courses.filter(({ writer }) =>
          runs.some(({ options, course }) => options.writer === writer && course.loss.includes(zero))
        ),
        'reaches the least loss found, for which a logarithmic axis has no place, and its line ends before it'
      ),
      ...namedNote(
        runs
          .map(({ options }) => options)
          .filter(({ writer }) => !courses.some((each) => each.writer === writer)),
        `has no line, as it kept no loss above the least found at any ${takes} above 0`
      ),
      note,
      ...(marks.length > 0 &&
      runs.some(({ verdicts }) => verdicts.some(({ name: which, speaks }) => which === 'floor' && !speaks))
        ? [
            'The floor is of a memory that ends with each bit of the solution set: one that ends less sharply may end before it.'
          ]
        : [])
    ]
    const described = {
      kind: 'learning',
      title: `${name}: loss against ${takes}`,
      description: `${entries.map(({ text }) => `${text}.`).join(' ')} ${notes.join(' ')}`,
      width
    }
    if (courses.length === 0) {
      const caption = captionOf(width, margin, head.height + 12, notes)
      return picture(
        {
          ...described,
          height: caption.bottom + margin - 6,
          children: [...head.elements, ...caption.elements]
        },
        options
      )
    }
    const top = head.height + 22
    const bottom = top + plotHeight
    const points = courses.flatMap((each) => each.points)
    const up = logAxis(
      decadesAround(points.map(({ loss }) => Math.log10(loss))),
      [bottom, top],
      'y',
      powerText
    )
    const left = margin + axisWidth(up)
    const right = width - margin - 4
    const across = logAxis(
      decadesAround([
        ...points.map(({ spent }) => Math.log10(spent)),
        ...marks.map(({ at }) => Math.log10(at))
      ]),
      [left, right],
      'x',
      tick
    )
    const legend = entriesUnder(width, margin, bottom + 58, entries)
    const caption = captionOf(width, margin, legend.bottom + 6, notes)
    return picture(
      {
        ...described,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          label(margin, top - 10, `${lossName} (logarithmic)`, { size: sizes.small, role: 'muted' }),
          ...axisBeside(up, left, 'left', right),
          ...axisBelow(across, bottom, `${axis} (logarithmic)`, { top, width }),
          ...marks.map(({ at, stroke: { role, dash, weight } }) => {
            const x = across.place(Math.log10(at))
            return line([x, top], [x, bottom], role, { 'stroke-dasharray': dash, 'stroke-width': weight })
          }),
          ...courses.flatMap(({ writer, points: of }) =>
            curve(
              of.map(({ loss, spent }) => ({
                x: across.place(Math.log10(spent)),
                y: up.place(Math.log10(loss))
              })),
              strokes[writer],
              writer
            )
          ),
          ...legend.elements,
          ...caption.elements
        ]
      },
      options
    )
  }
)
