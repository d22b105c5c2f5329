/**
 * What an explorer shows of a value: its ledger, a sweep, sensitivities, by the library's own readings and
 * renderers. What is made for one value serves the next.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { frontValue, type FileFront } from '../estimate/front'
import {
  certifiedEstimateValue,
  pointerOfInput,
  estimateValue,
  type CertifiedEstimate,
  type Estimate
} from '../estimate/workload-file'
import { workloadFile } from '../format/workload/scenario'
import type { Inputs, ModelData, Values } from '../formula/model'
import { ledgerRows } from '../ledger/estimate'
import { spaced } from '../ledger/spaced'
import { sweepable } from '../ledger/columns'
import { sweep } from '../ledger/sweep'
import type { Sensitive } from '../reading/sensitivities'
import { sensitivitiesNumber } from '../reading/sensitivities-number'
import { toPrint } from '../reading/evaluate'
import { lineBlocks, tableBlocks } from '../report/document/figures'
import { htmlBlocks } from '../report/document/html'
import { decades, figure, rowsOf, type AnyEstimate } from '../report/ledger'
import type { PictureOptions } from '../report/picture/picture'
import { sensitivityPicture } from '../report/picture/sensitivity'
import { sweepPicture } from '../report/picture/sweep'
import type { SchemaError } from '../shape/problem'
import { formatWith } from '../units/format'
import { isUncertain } from '../units/uncertain'
import { controlsOf, type Control, type Knob } from './control'
import { middleIn, rescaled, scaleOf, type Scale } from './scale'
import { changed } from './state'

/** The controls of a value. */
export const controlsIn = (value: unknown): readonly Control[] => controlsOf(workloadFile.shape, value)

export const knobsIn = (controls: readonly Control[]): readonly Knob[] =>
  controls.filter((each) => each.kind === 'knob')

/** The knob of an input of the ledger. */
const knobOf = (input: string, knobs: readonly Knob[]): Knob | undefined => {
  const pointer = pointerOfInput(input)
  return knobs.find(
    (knob) =>
      knob.pointer === pointer ||
      // Operations that are given with their tokens are one deeper in the file.
      knob.pointer === `${pointer}/${input}` ||
      // An input of a design is called after the part that it is of.
      (knob.isListed && input === (knob.name === 'figure' ? knob.group : `${knob.group}, ${knob.name}`))
  )
}

/** What a sweep may run through: inputs of the ledger, each with its knob. */
export const sweptInputs = ({ ledger }: Estimate, knobs: readonly Knob[]): Readonly<Record<string, Knob>> =>
  Object.fromEntries(
    Object.keys(sweepable(ledger.scenario)).flatMap((input) => {
      const knob = knobOf(input, knobs)
      return knob === undefined ? [] : [[input, knob]]
    })
  )

/** Values with what is uncertain at its middle. */
const atMiddles = (value: unknown, knobs: readonly Knob[]): unknown =>
  changed(
    value,
    new Map(
      knobs.flatMap(({ pointer, measure, text }) => {
        const middle = isUncertain(text) ? middleIn(measure, text) : undefined
        return middle === undefined ? [] : [[pointer, formatWith({ digits: 'all' })(middle)]]
      })
    )
  )

/** A row in words. */
export interface Answer {
  readonly total: string
  /** Every digit, in joules; of an enclosure its lower end. */
  readonly exact: string
  readonly decades: string
}

const sweptPoints = 40

/** How far a front is searched for while a person waits. */
const frontSearch = { levels: 6, pieces: 100 }

/** A picture as SVG; or why there is none. */
export type Pictured = E.Either<string, string>

const messageOf = ({ message }: { readonly message: string }): string => message

/** What shows one value after another. */
export interface Explorer {
  /** The ledger of a value; of what is uncertain, at its middle. */
  readonly ledger: (value: unknown, knobs: readonly Knob[]) => E.Either<SchemaError, Estimate>
  /** The certified ledger of a value, which takes longer. */
  readonly certified: (value: unknown) => E.Either<SchemaError, CertifiedEstimate>
  readonly answer: (estimate: AnyEstimate, row: string) => Answer | undefined
  /** The ledger as HTML. */
  readonly table: (estimate: AnyEstimate) => string
  /** The totals while an input runs through the stops of its knob. */
  readonly sweep: (estimate: Estimate, input: string, knob: Knob, options?: PictureOptions) => Pictured
  /**
   * What a row is traded for as its run may take longer, over the time and another input, each within the reach of its
   * knob; the file as it stands beside it. It takes some tenths of a second.
   */
  readonly front: (
    value: unknown,
    knobs: readonly Knob[],
    row: string,
    ...inputs: readonly (readonly [name: string, knob: Knob])[]
  ) => E.Either<string, FileFront>
  /** What the total of a row depends on. */
  readonly tornado: (estimate: Estimate, row: string, options?: PictureOptions) => Pictured
}

export const explorer = (digits?: number): Explorer => {
  const options = toPrint(digits)
  const slopes = new WeakMap<ModelData, Sensitive<Inputs>>()
  // A sweep stays where it is while its own input moves.
  const scales = new Map<string, Scale>()
  const slopesOf = (model: ModelData): Sensitive<Inputs> => {
    const made = slopes.get(model) ?? sensitivitiesNumber(model)
    slopes.set(model, made)
    return made
  }
  return {
    ledger: (value, knobs) => estimateValue(atMiddles(value, knobs), {}, options),
    certified: (value) => certifiedEstimateValue(value, {}, options),
    answer: (estimate, row) => {
      const found = rowsOf(estimate).find(({ name }) => name === row)
      if (found === undefined) return undefined
      const { energy } = found.total
      const { exact: least } = 'exact' in energy ? energy : energy.lower
      return { total: figure(energy, digits), exact: least.toString(), decades: decades(found) }
    },
    table: (estimate) => htmlBlocks([...tableBlocks(estimate, digits), ...lineBlocks(estimate, digits)]),
    sweep: ({ ledger }, input, knob, pictured) => {
      const now = scaleOf(knob)! // it is of a ledger
      const { stops, textAt } = rescaled(scales.get(knob.pointer), now)
      scales.set(knob.pointer, { ...now, stops })
      const [from, to] = [stops[0]!, stops.at(-1)!].map((stop) => middleIn(knob.measure, textAt(stop))!)
      return pipe(
        sweep(ledger.scenario, input, spaced(from!, to!, sweptPoints)),
        E.bimap(messageOf, (swept) => sweepPicture(swept, pictured))
      )
    },
    front: (value, knobs, row, ...inputs) => {
      const over = inputs.flatMap(([name, knob]) => {
        const scale = scaleOf(knob)
        return scale === undefined
          ? []
          : [`${name}=${scale.textAt(scale.stops[0]!)}..${scale.textAt(scale.stops.at(-1)!)}`]
      })
      return E.mapLeft(messageOf)(
        frontValue(atMiddles(value, knobs), { of: [row, 'duration'], over }, {}, options, frontSearch)
      )
    },
    tornado: ({ ledger }, row, pictured) => {
      const found = ledgerRows(ledger).find(({ name }) => name === row)
      if (found === undefined) return E.left(`${row} has no value here`)
      const { name, description, total } = found
      return pipe(
        slopesOf(total.model)(ledger.inputs as Values<Inputs>), // a ledger holds the inputs of its models
        E.bimap(messageOf, (sensitivities) =>
          sensitivityPicture({ name, description, sensitivities }, pictured)
        )
      )
    }
  }
}
