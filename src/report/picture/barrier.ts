/** The barrier of a memory that follows its optimiser, over the updates of a run. */
import { expecting } from '../../units/argument'
import type { Spacing } from '../../ledger/spaced'
import { aBarrier, type RunBarrier } from '../../ledger/run-barrier'
import type { Convergence } from '../../ledger/paradigms'
import { meanMatchedBarrier } from '../../physics/update'
import { nodeText } from '../../reading/text'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { joules, one } from '../../units/si'
import { figure } from '../ledger'
import { linearAxis, logAxis, numberText, powerText, typeset } from './axis'
import { pathOf } from './curve'
import { label, line, shape } from './drawing'
import { axisBelow, axisBeside, axisWidth, captionOf, entriesUnder, heading, keptApart } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, scaledOptions } from './picture'
import { sizes, type Role } from './style'
import { textWidth } from './text'

/** How a barrier is drawn. @since 0.4.0 */
export interface BarrierOptions extends PictureOptions {
  /** Of the updates. Default: "log" where steps shrink as a power of their number, else "linear". */
  readonly scale?: Spacing
}

const widths: { readonly [B in Breadth]: number } = { wide: 760, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const plotHeight = 300

const steps: { readonly [C in Convergence]: string } = {
  constant: 'steps that do not shrink',
  exponential: 'steps that shrink by a constant factor',
  powerLaw: 'steps that shrink as a power of their number',
  measured: 'steps as measured'
}

/** A barrier in units of kT, as it is printed. */
const thermalText = (energy: Quantity<unknown>, thermal: Quantity<unknown>): string =>
  `${typeset(formatWith({ digits: 3 })(one(energy.exact.div(thermal.exact))))} kT`

/**
 * The barrier over a run as an SVG picture: B_k in kT to the left and in joules to the right, its mean
 * over the hops, and the barrier of a static memory that holds the solution, as lines.
 *
 * @example
 * import { runBarrier } from 'limen'
 * import { estimateFile } from 'limen/files'
 * import { barrierPicture } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const svg = pipe(
 *   estimateFile(`{
 *     "name": "small",
 *     "workload": {
 *       "parameters": "1e6 parameter",
 *       "precision": "8 bit",
 *       "convergence": "exponential",
 *       "duration": "1 h",
 *       "operations": "1e12 flop",
 *       "updates": "one per flop"
 *     }
 *   }`),
 *   E.chainW(({ ledger }) => runBarrier(ledger.scenario)),
 *   E.map((run) => barrierPicture(run))
 * )
 * console.log(E.isRight(svg) && svg.right.includes('static memory')) // true
 *
 * @since 0.4.0
 */
export const barrierPicture = expecting(
  'barrierPicture',
  { run: aBarrier, options: scaledOptions },
  (run: RunBarrier, options: BarrierOptions = {}): string => {
    const { name, convergence, updates, points, first, last, mean, retention, thermal } = run
    const breadth = options.width ?? 'wide'
    const [width, margin, isWide] = [widths[breadth], margins[breadth], breadth === 'wide']
    const inThermal = (energy: Quantity<unknown>): number => energy.exact.div(thermal.exact).toNumber()
    const lines: readonly {
      readonly text: string
      readonly of: Quantity<unknown>
      readonly role: Role
      readonly dash: string
    }[] = [
      { text: 'static memory', of: retention, role: 'cim', dash: '2 3' },
      { text: 'mean over hops', of: mean, role: 'limRecovered', dash: '9 4' },
      // Where no update is known but its size, the ends of the run are.
      ...(points.length > 0
        ? []
        : [
            { text: 'first update', of: first, role: 'muted' as const, dash: '1 3' },
            { text: 'last update', of: last, role: 'muted' as const, dash: '1 3' }
          ])
    ]
    const heights = [...lines.map(({ of }) => of), ...points.map(({ barrier }) => barrier)].map(inThermal)
    const head = heading(width, margin, name, [
      `Energy barrier of the memory over the updates of a parameter: ${steps[convergence]}`
    ])
    const top = head.height + 22
    const bottom = top + plotHeight
    const up = linearAxis([0, Math.max(...heights, 1)], [bottom, top], 'y', numberText)
    const left = margin + axisWidth(up)
    const ends = [
      ...new Set([first, last].map((of) => typeset(formatWith({ digits: 3 })(one(inThermal(of))))))
    ]
    const sideTexts = [
      ...lines.map(({ text, of, role, dash }) => ({
        text,
        figures: `${thermalText(of, thermal)}, ${typeset(figure(of, 3))}`,
        role,
        of,
        dash
      })),
      ...(points.length === 0
        ? []
        : [
            {
              text: 'matched, B_k',
              figures: `${ends.join(' to ')} kT`,
              role: 'ink' as const,
              of: points.at(-1)!.barrier,
              dash: undefined
            }
          ])
    ]
    const sideWidth = Math.max(
      ...sideTexts
        .flatMap(({ text, figures }) => [text, figures])
        .map((text) => textWidth(text, sizes.small, true))
    )
    const joulesTop = up.domain[1] * thermal.value
    const inJoules = linearAxis(
      [0, joulesTop],
      [bottom, top],
      'y',
      (value) => (value === 0 ? '0' : formatWith({ digits: 'all' })(joules(Number(value.toPrecision(10))))),
      false
    )
    const jouleWidth = axisWidth(inJoules)
    const right = width - margin - (isWide ? sideWidth + 16 : 0) - jouleWidth
    const isLog = (options.scale ?? (convergence === 'powerLaw' ? 'log' : 'linear')) === 'log' && updates > 1
    const across = isLog
      ? logAxis([0, Math.log10(updates)], [left, right], 'x', powerText)
      : linearAxis(
          [points[0]?.update ?? 1, Math.max(updates, (points[0]?.update ?? 1) + 1)],
          [left, right],
          'x',
          numberText,
          false
        )
    const path = pathOf(
      points.map(({ update, barrier }) => ({
        x: across.place(isLog ? Math.log10(update) : update),
        y: up.place(inThermal(barrier))
      }))
    )
    const lineHeights = lines.map(({ of }) => up.place(inThermal(of)))
    const places = keptApart(
      sideTexts.map(({ of }) => up.place(inThermal(of)) - 1),
      32,
      [top + 8, bottom - 16]
    )
    const side = right + jouleWidth + 14
    const notes = [
      // The mean over one hop is its barrier: σ b ln 2 is its ln(1/α).
      `Matched: B_k = ${nodeText(meanMatchedBarrier.node).replace('σ b ln 2', 'ln(1/α_k)')}: under the tilt of the drive h₁ α_k hops are attempted in the slot of update k, where α_k is its relative step; so the fewer the hops, the higher the barrier.`,
      ...(points.length > 0
        ? []
        : ['Only the shape of the convergence is known, not every step: its mean, and both ends.'])
    ]
    const legend = entriesUnder(
      width,
      margin,
      bottom + 58,
      isWide
        ? []
        : sideTexts.map(({ text, figures, role, dash }) => ({
            text: `${text}: ${figures}`,
            role,
            sample: (x, y) => [
              line([x, y], [x + 34, y], role, { 'stroke-width': 2, 'stroke-dasharray': dash })
            ]
          }))
    )
    const caption = captionOf(width, margin, legend.bottom + (isWide ? 0 : 6), notes)
    const say = (of: Quantity<unknown>): string => `${thermalText(of, thermal)} (${figure(of, 3)})`
    return picture(
      {
        kind: 'barrier',
        title: `${name}: barrier of the memory over a run`,
        description: `From ${say(first)} at the first to ${say(last)} at the last of ${figure(one(updates))} updates of a parameter, with ${steps[convergence]}; its mean over the hops is ${say(mean)}; a static memory that holds the solution needs ${say(retention)}.`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          label(margin, top - 10, 'barrier, in kT', { size: sizes.small, role: 'muted' }),
          label(right + jouleWidth, top - 10, 'in joules', {
            size: sizes.small,
            role: 'muted',
            anchor: 'end'
          }),
          ...axisBeside(up, left, 'left', right),
          ...axisBeside(inJoules, right, 'right'),
          ...axisBelow(across, bottom, `update k of a parameter${isLog ? ' (logarithmic)' : ''}`, {
            top,
            width
          }),
          ...lines.map(({ role, dash }, at) =>
            line([left, lineHeights[at]!], [right, lineHeights[at]!], role, {
              'stroke-width': 2,
              'stroke-dasharray': dash
            })
          ),
          ...(points.length === 0
            ? []
            : [
                shape(
                  'path',
                  { stroke: 'ink' },
                  { 'd': path, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }
                )
              ]),
          ...(isWide
            ? sideTexts.flatMap(({ text, figures, role }, at) => [
                label(side, places[at]!, text, { size: sizes.small, isBold: true, role, hasSymbols: true }),
                label(side, places[at]! + 14, figures, { size: sizes.small, role: 'muted' })
              ])
            : legend.elements),
          ...caption.elements
        ]
      },
      options
    )
  }
)
