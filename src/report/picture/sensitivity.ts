/** Which input matters most, as a picture: elasticities as bars to either side, the largest on top. */
import { aText, either, expecting, having } from '../../units/argument'
import type { Explanation } from '../../ledger/explain'
import { type Sensitivity, someSensitivities } from '../../reading/sensitivities'
import { formatWith } from '../../units/format'
import { linearAxis, numberText, typeset } from './axis'
import { box, label, line } from './drawing'
import { element, type Element } from './element'
import { axisBelow, captionOf, heading } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'
import { drawable, shortenedTo, textWidth } from './text'
import { inWords, isOwnWord } from './words'

/** What a picture of elasticities is made of: those alone, or an explanation that has them. @since 0.4.0 */
export type DrawnSensitivities = Pick<Explanation, 'name' | 'sensitivities'> &
  Partial<Pick<Explanation, 'description' | 'unweighed'>>

/** Where a name stands: to the left of its bar, or above it. */
interface Layout {
  readonly width: number
  readonly margin: number
  readonly nameWidth: number
  readonly isAbove: boolean
  readonly pitch: number
}

const layouts: { readonly [B in Breadth]: Layout } = {
  wide: { width: 760, margin: 20, nameWidth: 210, isAbove: false, pitch: 26 },
  narrow: { width: narrowWidth, margin: 14, nameWidth: narrowWidth - 28, isAbove: true, pitch: 38 }
}

const barHeight = 14

/** Whether an elasticity is infinite. */
const isSteep = (value: number): boolean => Math.abs(value) === Infinity

/** An elasticity with its sign, as it is printed. */
const signed = ({ elasticity }: Sensitivity): string => {
  const text = isSteep(elasticity.value) ? '∞' : typeset(formatWith({ digits: 3 })(elasticity))
  return elasticity.exact.gt(0) ? `+${text}` : isSteep(elasticity.value) ? `−${text}` : text
}

const nameOf = ({ input, symbol }: Sensitivity): string => `${inWords(input)} ${symbol}`

const isOne = (of: DrawnSensitivities | readonly Sensitivity[]): of is DrawnSensitivities =>
  !Array.isArray(of)

/** What a figure is called: what a paradigm pays in all or at a wall by what that is. */
const titleOf = ({ name, description }: { readonly name: string; readonly description: string }): string =>
  isOwnWord(name.split('.', 1)[0]!) ? `${name}: ${description}` : description

/** How much a percent is, as a sentence. */
const sentence = (of: Sensitivity): string =>
  isSteep(of.elasticity.value)
    ? `It is infinitely steep in ${nameOf(of)} (${signed(of)}).`
    : `1 % more of ${nameOf(of)} changes it by ${signed(of)} %.`

const bar = (
  of: Sensitivity,
  [zero, end]: readonly [number, number],
  y: number,
  { margin, nameWidth, isAbove }: Layout
): readonly Element[] => {
  const isMore = of.elasticity.exact.gt(0)
  const [x, length] = isMore ? [zero, end - zero] : [end, zero - end]
  const name = shortenedTo(nameWidth, nameOf(of), sizes.body)
  return [
    isAbove
      ? label(margin, y - 11, name, { hasSymbols: true, halo: true })
      : label(margin + nameWidth, y + 4, name, { anchor: 'end', hasSymbols: true }),
    box(
      { x, y: y - barHeight / 2, width: length, height: barHeight },
      isMore ? { fill: 'more', stroke: 'ink' } : { fill: { pattern: 'less' }, stroke: 'ink' },
      { 'stroke-width': 0.75 },
      [element('title', {}, [drawable(of.input)])]
    ),
    label(isMore ? end + 7 : end - 7, y + 4, signed(of), {
      anchor: isMore ? 'start' : 'end',
      isBold: true,
      halo: true
    })
  ]
}

/**
 * Elasticities as an SVG picture, a tornado chart: the largest on top, to the right what makes the
 * value more, to the left (hatched, with a minus) what makes it less. Inputs that change nothing are
 * named under it. Takes what `explainLedger` or `sensitivities` gives.
 *
 * @example
 * import { kelvin, landauer, sensitivities } from 'limen'
 * import { sensitivityPicture } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const knobs = sensitivities(landauer)({ temperature: kelvin(300), errorProbability: 0.01 })
 * const svg = sensitivityPicture({ name: 'landauer', sensitivities: E.isRight(knobs) ? knobs.right : [] })
 * console.log(svg.includes('+1')) // true
 *
 * @since 0.4.0
 */
export const sensitivityPicture = expecting(
  'sensitivityPicture',
  {
    of: either(
      'sensitivities, or an explanation with them',
      someSensitivities,
      having('an explanation', { name: aText, sensitivities: someSensitivities })
    ),
    options: pictureOptions
  },
  (of: DrawnSensitivities | readonly Sensitivity[], options: PictureOptions = {}): string => {
    const { name, description, sensitivities } = isOne(of)
      ? of
      : { name: 'Sensitivities', description: undefined, sensitivities: of }
    const layout = layouts[options.width ?? 'wide']
    const { width, margin, nameWidth, isAbove, pitch } = layout
    const sorted = [...sensitivities].sort((a, b) =>
      b.elasticity.exact.abs().comparedTo(a.elasticity.exact.abs())
    )
    const [still, moving] = [
      sorted.filter(({ elasticity }) => elasticity.exact.isZero()),
      sorted.filter(({ elasticity }) => !elasticity.exact.isZero())
    ]
    const values = moving.map(({ elasticity }) => elasticity.value)
    const finite = values.filter((value) => !isSteep(value))
    const isUp = (value: number): boolean => value > 0
    // A bar without end goes to the end of the axis, which then is on its side.
    const span = Math.max(0, ...finite.map(Math.abs)) || 1
    const steep = values.filter(isSteep).map((value) => (isUp(value) ? span : -span))
    const [least, most] = [Math.min(0, ...finite, ...steep), Math.max(0, ...finite, ...steep)]
    const room = (which: (value: number) => boolean): number =>
      Math.max(
        0,
        ...moving
          .filter(({ elasticity }) => which(elasticity.value))
          .map((each) => textWidth(signed(each), sizes.body, true) + 12)
      )
    const left = margin + (isAbove ? 0 : nameWidth + 14) + room((value) => value < 0)
    const right = width - margin - Math.max(24, room(isUp))
    const axis = linearAxis([least, most > least ? most : 1], [left, right], 'x', numberText)
    const head = heading(
      width,
      margin,
      isOne(of) && description !== undefined ? titleOf({ name, description }) : name,
      ['Elasticities: percent of the energy per percent of each input']
    )
    const first = head.height + (isAbove ? 30 : 18)
    const bottom = first + Math.max(0, moving.length - 1) * pitch + 20
    const notes = [
      ...(sensitivities.length === 0
        ? [
            `There are no elasticities: ${isOne(of) && of.unweighed !== undefined ? of.unweighed : 'the value is 0 here'}.`
          ]
        : []),
      ...(steep.length > 0 ? ['∞: infinitely steep here; its bar is cut off.'] : []),
      ...(values.some((value) => value < 0)
        ? ['Hatched, to the left: more of the input is less energy.']
        : []),
      ...(still.length === 0 ? [] : [`No effect here: ${still.map(nameOf).join(', ')}.`])
    ]
    const isEmpty = moving.length === 0
    const caption = captionOf(width, margin, isEmpty ? first : bottom + 58, notes)
    const zero = axis.place(0)
    const place = (value: number): number => axis.place(isSteep(value) ? (isUp(value) ? most : least) : value)
    return picture(
      {
        kind: 'sensitivity',
        title: `${name}: how much each input matters`,
        description: `Elasticities, the largest first. ${moving.map(sentence).join(' ')} ${notes.join(' ')}`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          ...(isEmpty
            ? []
            : axisBelow(axis, bottom, 'elasticity', { top: first - (isAbove ? 26 : 14), width })),
          ...moving.flatMap((each, at) =>
            bar(each, [zero, place(each.elasticity.value)], first + at * pitch, layout)
          ),
          ...(isEmpty ? [] : [line([zero, first - barHeight], [zero, bottom], 'ink')]),
          ...caption.elements
        ]
      },
      options
    )
  }
)
