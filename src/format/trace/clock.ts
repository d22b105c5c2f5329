/**
 * The clock of a trace: how many steps each row stands for. It is told by a column that counts steps or
 * epochs, or by the user; rows that share a step are one.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ColumnNames } from './columns'
import type { Numbers } from './row'

/** What of a log tells the time. @since 0.6.0 */
export type ClockColumn = 'step' | 'epoch' | 'updates' | 'row'

/** The choices of it. */
export const clockColumns: readonly ClockColumn[] = ['step', 'epoch', 'updates', 'row']

/** What the user says of it. @since 0.6.0 */
export interface ClockOptions {
  /** How many updates a row stands for, where the log does not tell. */
  readonly updatesPerRow?: number
  /** How many updates an epoch has, for logs that count epochs. */
  readonly stepsPerEpoch?: number
}

/** What a clock tells of a whole log. */
export interface ClockTold {
  readonly by: ClockColumn
  /** Whether the steps that rows stand for are updates; else they only weigh the rows. */
  readonly known: boolean
  readonly notes: readonly string[]
}

/** A clock: rows in, steps out, a row or two later. */
export interface Clock {
  /** Takes a row; right: whether it told of a step. */
  readonly take: (row: Numbers, telling: boolean) => E.Either<string, boolean>
  /** Steps that took place, as the log says elsewhere: how many, or up to which in the numbers of its rows. */
  readonly reach: (step: number, as: 'count' | 'row') => void
  readonly end: () => ClockTold
}

interface Held {
  readonly at: number
  readonly epoch: number | undefined
  row: Numbers
  /** Steps since the row before; undefined for the first, until the spacing shows them. */
  since: number | undefined
}

/** That a row told of a step. */
const told = E.right(true)

/** Why several rows of an epoch do not tell how many steps each stands for. */
const between = 'no column counts the steps between'

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

/** Whether two rows tell of the same thing, each in its own way. */
const collide = (first: Numbers, second: Numbers): boolean =>
  first.objective !== undefined && second.objective !== undefined && first.objective !== second.objective

/** Those of one row where it tells them, else those of another that shares its step. */
const merged = (first: Numbers, second: Numbers): Numbers => ({ ...second, ...first })

/**
 * A clock that gives each step, with the steps that it stands for, to `emit`. It holds a row back until the
 * next step begins, since rows may share one, and the first until the spacing of rows is seen.
 */
export const clock = (
  { updatesPerRow, stepsPerEpoch }: ClockOptions,
  columns: () => ColumnNames,
  emit: (row: Numbers, since: number, isLast: boolean, isRow: boolean) => void
): Clock => {
  let by: ClockColumn | undefined
  let held: Held | undefined
  let first: number | undefined
  let firstSince: number | undefined
  let fromZero = false
  let steps = 0
  let shared = 0
  let crowded = 0
  let restarts = 0
  let lone = false
  let beyond = 0

  const unit = (): string => (by === 'epoch' ? 'epoch' : 'step')

  /** The steps of the first row, once the spacing to the second is known. */
  const begin = (at: number, spacing: number): number => {
    // Loggers that count from 0 write 9, 19, 29 for every tenth.
    fromZero = at === 0 || (at > 1 && at % spacing !== 0 && (at + 1) % spacing === 0)
    const taken = fromZero ? at + 1 : at
    firstSince = at === 0 ? 1 : taken % spacing === 0 ? Math.min(taken, spacing) : taken < spacing ? taken : 1
    return firstSince
  }
  const release = (isLast: boolean): void => {
    if (held === undefined) return
    const since = held.since ?? 1
    emit(
      held.row,
      updatesPerRow ?? (by === 'epoch' ? since * (stepsPerEpoch ?? 1) : since),
      isLast,
      !(isLast && beyond > 0)
    )
  }
  const hold = (next: Held): void => {
    release(false)
    held = next
    steps++
  }
  const isAnew = (epoch: number | undefined, at: number, before: Held): boolean => {
    if (by !== 'step' || at > before.at || epoch === undefined || before.epoch === undefined) return false
    return epoch > before.epoch && (at < before.at || /iter/i.test(columns().step ?? ''))
  }
  const silentUnlessSized = (
    { learningRate, relativeStep }: Numbers,
    column: string
  ): E.Either<string, boolean> =>
    learningRate === undefined && relativeStep === undefined
      ? E.right(false)
      : E.left(`expected the ${column} of this row, as those before have, got nothing`)
  const take = (row: Numbers, telling: boolean): E.Either<string, boolean> => {
    if (!telling) return E.right(false)
    by ??=
      row.updates !== undefined
        ? 'updates'
        : row.step !== undefined
          ? 'step'
          : row.epoch !== undefined
            ? 'epoch'
            : 'row'
    if (by === 'updates' || by === 'row') {
      if (by === 'row' && row.step !== undefined) return E.left('a step, and none in the rows before')
      if (by === 'updates' && row.updates === undefined) return silentUnlessSized(row, 'updates')
      hold({ at: steps, epoch: undefined, row, since: 1 })
      return told
    }
    const at = row[by]
    if (at === undefined) return silentUnlessSized(row, by)
    const { epoch } = row
    if (held === undefined) {
      first = at
      hold({ at, epoch, row, since: undefined })
    } else if (isAnew(epoch, at, held)) {
      restarts++
      if (held.since === undefined) held.since = firstSince = fromZero ? held.at + 1 : held.at
      const taken = fromZero ? at + 1 : at
      const left = stepsPerEpoch === undefined ? 0 : stepsPerEpoch - (fromZero ? held.at + 1 : held.at)
      if (left < 0) return E.left(`expected at most ${stepsPerEpoch!} steps in an epoch, got ${held.at}`)
      hold({ at, epoch, row, since: left + taken })
    } else if (at === held.at && by === 'epoch' && collide(held.row, row)) {
      if (stepsPerEpoch !== undefined && updatesPerRow === undefined)
        return E.left(
          `expected one row of epoch ${at}, got another: ${between}; --column step=NAME says which does, or say --updates-per-row`
        )
      crowded++
      held.since ??= 1
      hold({ at, epoch, row, since: 1 })
    } else if (at === held.at) {
      shared++
      held.row = merged(held.row, row)
    } else if (at < held.at)
      return E.left(
        `expected ${by === 'epoch' ? 'an epoch' : 'a step'} after ${held.at}, got ${at}: another run, or one that went on from an earlier step, whose rows --skip-bad-lines passes over`
      )
    else {
      held.since ??= begin(held.at, at - held.at)
      hold({ at, epoch, row, since: at - held.at })
    }
    return told
  }
  const reach = (step: number, as: 'count' | 'row'): void => {
    if (by !== 'step' || held === undefined || restarts > 0) return
    if (as === 'row' && held.since === undefined) return
    held.since ??= firstSince = held.at
    const last = as === 'count' && fromZero ? held.at + 1 : held.at
    if (!(step > last)) return
    beyond = step - last
    hold({ at: step, epoch: held.epoch, row: {}, since: beyond })
    steps--
  }
  const firstNote = (): readonly string[] => {
    if (by !== 'step' || first === undefined || firstSince === undefined || first === 1) return []
    const before = (fromZero ? first + 1 : first) - firstSince
    return [
      `the first row, at step ${first}, stands for ${count(firstSince, 'step')}${
        before > 0 ? `; the ${count(before, 'step')} before are not in this log, and not counted` : ''
      }`
    ]
  }
  const notes = (known: boolean): readonly string[] => {
    if (by === 'updates') return []
    const given =
      updatesPerRow === undefined
        ? []
        : [`each row is counted as ${count(updatesPerRow, 'update')}, as was said`]
    const merges =
      shared > 0 ? [`${count(shared, 'row')} shared the ${unit()} of the row before: merged`] : []
    const crowds =
      crowded > 0
        ? [
            `${crowded === 1 ? '1 row is' : `${crowded} rows are`} of the epoch of the row before, and ${between}: each is taken for as many as another; --column step=NAME if one does`
          ]
        : []
    if (updatesPerRow !== undefined) return [...given, ...merges]
    if (by === 'row')
      return ['no column counts steps: each row is taken for one step; --updates-per-row says otherwise']
    if (by === 'epoch')
      return [
        known
          ? `steps are counted by epochs of ${stepsPerEpoch!} updates, as was said`
          : `rows count epochs, not steps: the log does not tell how many updates an epoch has; say --steps-per-epoch or --updates-per-row`,
        ...crowds,
        ...merges
      ]
    return [
      ...(lone
        ? [
            `all rows are of step ${first!}: how many steps they stand for the log does not tell; say --updates-per-row`
          ]
        : firstNote()),
      ...merges,
      ...(beyond > 0
        ? [
            `the log says that ${count(beyond, 'step')} followed the last row: counted, their size is not known`
          ]
        : []),
      ...(restarts > 0
        ? [
            `steps begin anew with the epoch (${count(restarts, 'time')})${
              stepsPerEpoch === undefined
                ? ': steps after the last row of an epoch are not in this log, and not counted; --steps-per-epoch tells them'
                : `, of ${stepsPerEpoch} updates each, as was said`
            }`
          ]
        : [])
    ]
  }
  const end = (): ClockTold => {
    // A single step has no spacing: from the first step on it is one, else it is not known.
    lone = by === 'step' && held !== undefined && held.since === undefined && first! > 1
    release(true)
    const known =
      updatesPerRow !== undefined ||
      (by === 'epoch' ? stepsPerEpoch !== undefined : by === 'step' ? !lone : by !== undefined)
    return { by: by ?? 'row', known, notes: notes(known) }
  }
  return { take, reach, end }
}
