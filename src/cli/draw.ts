/** `limen draw`: pictures of a ledger, as SVG, PNG or PDF. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { explainLedger } from '../ledger/explain'
import { runBarrier } from '../ledger/run-barrier'
import { spaced, type Spacing } from '../ledger/spaced'
import { strangeInput, sweepable } from '../ledger/columns'
import { judgedExperiments } from '../ledger/judged-experiments'
import type { Scenario } from '../ledger/scenario'
import { certifiedSweep, sweep } from '../ledger/sweep'
import { timeTrade } from '../ledger/time-trade'
import { duration, precision } from '../physics/inputs'
import { toPrint } from '../reading/evaluate'
import type { AnyEstimate } from '../report/ledger'
import { barrierPicture } from '../report/picture/barrier'
import { experimentsPicture } from '../report/picture/experiments'
import { hardwarePicture } from '../report/picture/hardware'
import { ledgerPicture } from '../report/picture/ledger'
import type { PictureOptions } from '../report/picture/picture'
import { sensitivityPicture } from '../report/picture/sensitivity'
import { sweepPicture } from '../report/picture/sweep'
import { timePicture } from '../report/picture/time'
import { problemsOf, quantity } from '../shape/codec'
import { pointerOfInput, type Estimate } from '../estimate/workload-file'
import { leaves } from '../format/workload/scenario'
import { literal } from '../estimate/supplied'
import * as budget from '../units/budget'
import type { Quantity } from '../units/quantity'
import { strangeFigure } from './figures'
import { exit, type Io } from './io'
import { exact, makingOf } from './making'
import { layout, layoutOf, putPicture, undrawn as refused } from './pictures'
import { digitsOf, readWorkload, takingWorkload, type Flags } from './workload'
import { added } from './summaries'

/** Options of every picture. */
const drawing = (): readonly Option[] => [
  new Option(
    '-o, --output <file>',
    'where to write it, as SVG or, by its name, PNG or PDF (else SVG to standard output)'
  ),
  ...layout()
]

const outputOf = (flags: Flags): string | undefined => flags['output'] as string | undefined

const optionsOf = (flags: Flags): PictureOptions => layoutOf(flags, outputOf(flags))

const put = (io: Io, svg: string, flags: Flags): Promise<number> => putPicture(io, svg, outputOf(flags))

/** A picture of an estimate, or why there is none. */
type Draw<A extends AnyEstimate = Estimate> = (io: Io, estimate: A, flags: Flags) => Promise<number>

const barrier: Draw = async (io, { ledger, run: recorded }, flags) => {
  const run = runBarrier(ledger.scenario, recorded === undefined ? {} : { run: recorded })
  if (E.isLeft(run)) return refused(io, run.left.message)
  return put(io, barrierPicture(run.right, optionsOf(flags)), flags)
}

const sensitivity: Draw = async (io, { ledger }, flags) => {
  const figure = String(flags['figure'])
  const wrong = strangeFigure(ledger, figure)
  if (wrong !== undefined) return refused(io, wrong.message, wrong.code)
  const explained = explainLedger(ledger, [figure], toPrint(digitsOf(flags)))
  if (E.isLeft(explained)) return refused(io, explained.left.message)
  const svg = explained.right.map((each) => sensitivityPicture(each, optionsOf(flags))).join('')
  return put(io, svg, flags)
}

/** An input by its own name, or by that of the field which says it and nothing else: operations are flops. */
const inputOf = (name: string, inputs: readonly string[]): string => {
  const pointer = leaves.find((leaf) => leaf.name === name)?.pointer
  const [input = name, ...more] = inputs.filter((each) => pointerOfInput(each) === pointer)
  return inputs.includes(name) || more.length > 0 ? name : input
}

/** The two ends of a sweep, or all that is wrong with them. */
const endsIn = (
  of: Parameters<typeof quantity<unknown>>[0],
  flags: Flags
): E.Either<string, readonly Quantity<unknown>[]> => {
  const codec = quantity(of, `1 ${of.unit.symbol}`.trim())
  const read = ['from', 'to'].map((name) => {
    const text = String(flags[name])
    const decoded = codec.decode(literal(text))
    return E.mapLeft((errors: Parameters<typeof problemsOf>[0]) =>
      problemsOf(errors).map(({ message }) => `--${name}: ${message}`)
    )(decoded)
  })
  const problems = read.flatMap((each) => (E.isLeft(each) ? each.left : []))
  return problems.length > 0
    ? E.left(problems.join('\n'))
    : E.right(read.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

const swept: Draw<AnyEstimate> = async (io, { ledger: { scenario } }, flags) => {
  const inputs = sweepable(scenario)
  const name = inputOf(String(flags['input']), Object.keys(inputs))
  const of = Object.hasOwn(inputs, name) ? inputs[name] : undefined
  if (of === undefined) return refused(io, strangeInput('sweep', scenario, name).message, exit.wrongUsage)
  const ends = endsIn(of, flags)
  if (E.isLeft(ends)) return refused(io, ends.left, exit.wrongUsage)
  const [from, to] = ends.right as readonly [Quantity<unknown>, Quantity<unknown>] // one for each flag
  const scale = flags['scale'] as Spacing | undefined
  const values = spaced(from, to, flags['points'] as number, scale)
  if (values.length === 0) return refused(io, '--scale log: expected ends above 0', exit.wrongUsage)
  const result =
    flags['certified'] === true
      ? certifiedSweep(scenario, name, values)
      : sweep(scenario as Scenario, name, values) // nothing in it is uncertain
  if (E.isLeft(result)) return refused(io, result.left.message)
  const drawn = sweepPicture(result.right, { ...optionsOf(flags), ...(scale === undefined ? {} : { scale }) })
  return put(io, drawn, flags)
}

/** A text of quantities apart by commas; those that cannot be read are told with the option. */
const listIn = <D>(
  codec: ReturnType<typeof quantity<D>>,
  option: string,
  texts: readonly string[]
): E.Either<string, readonly Quantity<D>[]> => {
  const read = texts.map((text) => codec.decode(literal(text)))
  const problems = read.flatMap((each) =>
    E.isLeft(each) ? problemsOf(each.left).map(({ message }) => `--${option}: ${message}`) : []
  )
  return problems.length > 0
    ? E.left(problems.join('\n'))
    : E.right(read.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

const apart = (text: string): readonly string[] => text.split(',').map((each) => each.trim())

const timed: Draw = async (io, { ledger: { scenario } }, flags) => {
  const { from, to, precisions, show, accelerators } = flags as Readonly<Record<string, string | undefined>>
  const times = listIn(
    quantity(duration, '1 h'),
    'from and --to',
    [from, to].flatMap((each) => each ?? [])
  )
  const bits = listIn(
    quantity(precision, '8 bit'),
    'precisions',
    precisions === undefined ? [] : apart(precisions)
  )
  const wrong = [times, bits].flatMap((each) => (E.isLeft(each) ? [each.left] : []))
  if (E.isLeft(times) || E.isLeft(bits)) return refused(io, wrong.join('\n'), exit.wrongUsage)
  const [first, last] = from === undefined ? [undefined, times.right[0]] : times.right
  const trade = timeTrade(scenario, {
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
    ...(precisions === undefined ? {} : { precisions: bits.right }),
    ...(show === undefined ? {} : { rows: apart(show) }),
    ...(accelerators === undefined
      ? {}
      : { accelerators: accelerators.trim() === '' ? [] : apart(accelerators) })
  })
  if (E.isLeft(trade)) return refused(io, trade.left.message, exit.wrongUsage)
  return put(io, timePicture(trade.right, optionsOf(flags)), flags)
}

const pointsFrom = (text: string): number => {
  const points = Number(text)
  if (/^\d+$/.test(text) && points >= 2 && points <= budget.points) return points
  throw new InvalidArgumentError(`Expected a whole number from 2 to ${budget.points}.`)
}

/** Adds the command. */
export const addDraw = (program: Command, io: Io, done: (code: number) => void): void => {
  const draw = added(program, 'draw')
  const drawnFromFile = (name: string, description: string, own: readonly Option[], picture: Draw): void => {
    takingWorkload(draw.command(name).description(description), [...own, ...drawing()]).action(
      async (file: string | undefined, flags: Flags) => {
        const estimate = await readWorkload(io, file, flags, exact)
        done(E.isLeft(estimate) ? estimate.left : await picture(io, estimate.right, flags))
      }
    )
  }
  const drawnOfAny = (
    name: string,
    description: string,
    own: readonly Option[],
    picture: Draw<AnyEstimate>
  ) => {
    const certified = new Option('--certified', 'draw rigorous enclosures; values may be uncertain')
    takingWorkload(draw.command(name).description(description), [...own, certified, ...drawing()]).action(
      async (file: string | undefined, flags: Flags) => {
        const estimate = await readWorkload(io, file, flags, makingOf(flags))
        done(E.isLeft(estimate) ? estimate.left : await picture(io, estimate.right, flags))
      }
    )
  }
  drawnOfAny(
    'ledger',
    'a point for each paradigm, two lower bounds as lines, the shares of the walls',
    [],
    (io, estimate, flags) => put(io, ledgerPicture(estimate, optionsOf(flags)), flags)
  )
  drawnOfAny(
    'sweep',
    'energy of each paradigm against an input',
    [
      new Option('--input <name>', 'the input that runs, such as temperature').makeOptionMandatory(),
      new Option('--from <value>', 'its first value, with a unit').makeOptionMandatory(),
      new Option('--to <value>', 'its last value, with a unit').makeOptionMandatory(),
      new Option('--points <n>', 'how many values').argParser(pointsFrom).default(50),
      new Option('--scale <scale>', 'of the input (else log from 1.5 decades on)').choices(['log', 'linear'])
    ],
    swept
  )
  drawnFromFile(
    'time',
    'energy against the time of a run, at several precisions, with cited accelerators',
    [
      new Option('--from <time>', 'the shortest (else a thousandth of the workload’s)'),
      new Option('--to <time>', 'the longest (else a thousand times the workload’s)'),
      new Option('--precisions <list>', 'of the solution (else "4 bit, 8 bit, 12 bit")'),
      new Option('--show <rows>', 'rows of the ledger (else floor, limRecovered, cim)'),
      new Option('--accelerators <list>', 'cited ones (else an A100, an H100 and a TPU v4); "" for none')
    ],
    timed
  )
  drawnFromFile('barrier', 'the barrier of the memory over the updates of a run', [], barrier)
  drawnFromFile(
    'sensitivity',
    'how much each input matters',
    [
      new Option('--figure <name>', 'a paradigm or figure, such as cim or limDissipated.update').default(
        'limDissipated'
      )
    ],
    sensitivity
  )
  const drawnFromFacts = (
    name: string,
    description: string,
    picture: (options: PictureOptions) => string
  ): void => {
    const command = draw.command(name).description(description)
    for (const option of drawing()) command.addOption(option)
    command.action(async (flags: Flags) => {
      done(await put(io, picture(optionsOf(flags)), flags))
    })
  }
  drawnFromFacts('hardware', 'how far above kT ln 2 hardware is, from cited facts', hardwarePicture)
  drawnFromFacts('experiments', 'published erasures of a bit, each with what bounds ask for', (options) =>
    experimentsPicture(judgedExperiments(), options)
  )
}
