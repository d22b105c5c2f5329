/** A front as a picture: the first figure upwards, the second to the right, a third as the shade of its points. */
import type { FileFront } from '../../estimate/front'
import type { TradeMachine } from '../../ledger/time-trade'
import type { Front, FrontPoint } from '../../optimum/front'
import { expecting } from '../../units/argument'
import { dimensions } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { aFront, frontSentences, middleOf } from '../front'
import { figure } from '../ledger'
import { decadesAround, jouleText, logAxis, logOf, powerText, typeset } from './axis'
import { curve, diamond, sampleOf, type Point } from './curve'
import { label, line, shape } from './drawing'
import type { Element } from './element'
import {
  axisBelow,
  axisBeside,
  axisWidth,
  captionOf,
  entriesUnder,
  heading,
  keptApart,
  type Entry
} from './parts'
import { narrowWidth, picture, pictureOptions, type Breadth, type PictureOptions } from './picture'
import { sizes } from './style'
import { acrossOf, type Across } from './sweep-axis'
import { inWords } from './words'

const widths: { readonly [B in Breadth]: number } = { wide: 800, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const plotHeight = 400
const leading = 14

const stroke = { role: 'limRecovered', weight: 2 } as const

/** An axis of a figure; energies by the prefixes of joules. */
const axisOf = (
  values: readonly Quantity<unknown>[],
  range: readonly [number, number],
  along: 'x' | 'y'
): Across => {
  const isEnergy = values.every(({ dimension }) => dimension.key === dimensions.energy.key)
  const isPositive = values.every(({ exact }) => exact.gt(0))
  if (!isEnergy || !isPositive) return acrossOf(values, isPositive ? 'log' : 'linear', range, { along })
  const axis = logAxis(decadesAround(values.map(({ exact }) => logOf(exact))), range, along, jouleText)
  return { axis, isLog: true, symbol: '', at: ({ exact }) => axis.place(logOf(exact)) }
}

const titleOf = (name: string, { symbol, isLog }: Across): string =>
  `${inWords(name)}${symbol === '' ? '' : `, in ${symbol}`}${isLog ? ' (logarithmic)' : ''}`

const dot = ({ x, y }: Point, opacity: number, title: string): readonly Element[] => [
  shape('circle', { fill: 'paper' }, { cx: x, cy: y, r: 4.5 }),
  shape(
    'circle',
    { fill: stroke.role, stroke: stroke.role },
    { 'cx': x, 'cy': y, 'r': 4.5, 'stroke-width': 1, 'fill-opacity': opacity },
    [title]
  )
]

/** Where a step goes from one point to the next: what the front is no better than lies behind it. */
const stairs = (points: readonly Point[], isMost: boolean): readonly Point[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1]
    if (before === undefined) return [point]
    return [isMost ? { x: before.x, y: point.y } : { x: point.x, y: before.y }, point]
  })

/** How deep the shade of a third figure is: the least of it light, the most dark. */
const shadesOf = (values: readonly Quantity<unknown>[]): readonly number[] => {
  const isPositive = values.every(({ exact }) => exact.gt(0))
  const places = values.map(({ exact, value }) => (isPositive ? logOf(exact) : value))
  const [low, high] = [Math.min(...places), Math.max(...places)]
  return places.map((place) => (high > low ? 0.1 + (0.9 * (place - low)) / (high - low) : 0.1))
}

/**
 * A front as an SVG picture, logarithmic where it may be: its designs as points, the file as it stands and, where
 * energy is traded for the duration, cited accelerators as diamonds. Of two figures a line goes from point to point
 * in steps, behind which every design is worse than one of them; a third figure is the shade of the points.
 *
 * @example
 * import { frontFile } from 'limen/files'
 * import { frontPicture } from 'limen/report'
 * import { readFileSync } from 'node:fs'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const svg = pipe(
 *   frontFile(readFileSync('examples/gpt-3.json', 'utf8'), {
 *     of: ['bitFlip', 'duration'],
 *     over: ['duration=1 h..1 yr']
 *   }),
 *   E.map((front) => frontPicture(front))
 * )
 * console.log(E.isRight(svg) && svg.right.includes('the file as it stands')) // true
 *
 * @since 0.11.0
 */
export const frontPicture = expecting(
  'frontPicture',
  { of: aFront, options: pictureOptions },
  (of: FileFront, options: PictureOptions = {}): string => {
    const { name, found, figures } = of
    const breadth = options.width ?? 'wide'
    const [width, margin] = [widths[breadth], margins[breadth]]
    const traded = figures.map((each) => inWords(each.name))
    const sentences = [
      ...frontSentences(of),
      ...figures.flatMap(({ name, claim }) => (claim === undefined ? [] : [`${name}: ${claim}.`]))
    ].map((sentence) => typeset(inWords(sentence)))
    const described = {
      kind: 'front',
      title: `${name}: ${traded.join(' against ')}`,
      description: sentences.join(' '),
      width
    }
    const head = heading(width, margin, name, [
      `What was found of ${traded.slice(0, 1).join()} against ${traded.slice(1).join(' and ')}`
    ])
    if (found.kind === 'none') {
      const caption = captionOf(width, margin, head.height + 12, sentences)
      const children = [...head.elements, ...caption.elements]
      return picture({ ...described, height: caption.bottom + margin - 6, children }, options)
    }
    return picture({ ...described, ...drawn(of, found, { width, margin, head, sentences }) }, options)
  }
)

const floorStroke = { role: 'ink', weight: 2 } as const
const productStroke = { role: 'muted', dash: '1 5', weight: 1 } as const

/** About as many lines are drawn of equal products. */
const mostProducts = 12

/** Where the product of two figures is the same, at decades of it; where both axes are logarithmic. */
const productLines = (
  up: Across,
  across: Across
): { readonly lines: readonly (readonly Point[])[]; readonly factor: string } | undefined => {
  if (!up.isLog || !across.isLog) return undefined
  const [[y0, y1], [x0, x1]] = [up.axis.domain, across.axis.domain]
  const step = Math.max(1, Math.ceil((y1 - y0 + x1 - x0) / mostProducts))
  const first = Math.ceil((x0 + y0) / step)
  const count = Math.floor((x1 + y1) / step) - first + 1
  const lines = Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step).map((sum) =>
    [Math.max(x0, sum - y1), Math.min(x1, sum - y0)].map((x): Point => ({
      x: across.axis.place(x),
      y: up.axis.place(sum - x)
    }))
  )
  return lines.length === 0 ? undefined : { lines, factor: powerText(step) }
}

interface Layout {
  readonly width: number
  readonly margin: number
  readonly head: ReturnType<typeof heading>
  readonly sentences: readonly string[]
}

const drawn = (
  { figures, machines, choices, floor }: FileFront,
  { points, current }: Front,
  { width, margin, head, sentences }: Layout
): { readonly height: number; readonly children: readonly Element[] } => {
  const placed = machines.map((machine) => ({
    machine,
    values: figures.map((_, i): Quantity<unknown> => {
      const isEnergy = points[0]!.values[i]!.dimension.key === dimensions.energy.key
      return isEnergy ? machine.energy : machine.duration
    })
  }))
  // Of three figures no accelerator has the third.
  const others = figures.length === 2 ? placed : []
  const valuesOf = ({ values }: Pick<FrontPoint, 'values'>): readonly Quantity<unknown>[] =>
    values.map(middleOf)
  const all = points.map(valuesOf)
  const here = current === undefined ? undefined : valuesOf(current)
  const every = [...all, ...(here === undefined ? [] : [here]), ...others.map(({ values }) => values)]
  const top = head.height + 22
  const bottom = top + plotHeight
  const isEnergy = all[0]!.map(({ dimension }) => dimension.key === dimensions.energy.key)
  const floored = (i: 0 | 1): readonly Quantity<unknown>[] =>
    floor === undefined || isEnergy[i] !== true ? [] : [floor]
  const up = axisOf([...every.map(([y]) => y!), ...floored(0)], [bottom, top], 'y')
  const left = margin + axisWidth(up.axis)
  const right = width - margin - 12
  const across = axisOf([...every.map(([, x]) => x!), ...floored(1)], [left, right], 'x')
  const placeOf = ([y, x]: readonly Quantity<unknown>[]): Point => ({ x: across.at(x!), y: up.at(y!) })
  const told = (values: readonly Quantity<unknown>[]): string =>
    values.map((value, i) => `${inWords(figures[i]!.name)} ${typeset(figure(value))}`).join(', ')
  const takes = ({ name, year, energy, duration }: TradeMachine): string =>
    `${name}, ${year}: ${figure(energy)} in ${figure(duration)}`
  const floors = [
    ...floored(0).map((of) => [
      { x: left, y: up.at(of) },
      { x: right, y: up.at(of) }
    ]),
    ...floored(1).map((of) => [
      { x: across.at(of), y: top },
      { x: across.at(of), y: bottom }
    ])
  ]
  const products = figures.every(({ wanted }) => wanted === 'least') ? productLines(up, across) : undefined
  const third = figures[2]
  const shades = third === undefined ? all.map(() => 1) : shadesOf(all.map(([, , value]) => value!))
  const sorted = all.map(placeOf).sort((a, b) => a.x - b.x || b.y - a.y)
  const chosenAt = ({ chosen }: FrontPoint): string =>
    chosen
      .filter((_, at) => !figures.some(({ name }) => name === choices[at]!.name))
      .map(({ name, value }) => `${inWords(name)} ${typeset(figure(value))}`)
      .join(', ')
  const dots = points.flatMap((point, at) =>
    dot(placeOf(all[at]!), shades[at]!, [told(all[at]!), chosenAt(point)].filter(Boolean).join('; '))
  )
  const thirds = all.map((values) => values[2]).filter((value) => value !== undefined)
  const ordered = [...thirds].sort((a, b) => a.exact.comparedTo(b.exact))
  const entries: readonly Entry[] = [
    {
      text: `designs of which none that was looked at is better in ${third === undefined ? 'both' : 'all three'}`,
      role: stroke.role,
      sample: (x, y) => dot({ x: x + 17, y }, 1, 'a design')
    },
    ...(third === undefined || ordered.length < 2
      ? []
      : [
          {
            text: `${inWords(third.name)}: ${typeset(figure(ordered[0]))}, light, to ${typeset(figure(ordered.at(-1)))}, dark`,
            role: stroke.role,
            sample: (x: number, y: number) =>
              [0.1, 0.55, 1].flatMap((opacity, at) => dot({ x: x + 6 + at * 11, y }, opacity, 'a shade'))
          } satisfies Entry
        ]),
    ...(here === undefined
      ? []
      : [
          {
            text: `the file as it stands: ${told(here)}`,
            role: 'own',
            sample: (x: number, y: number) => diamond({ x: x + 17, y }, 'own', 'the file as it stands')
          } satisfies Entry
        ]),
    ...(floors.length === 0
      ? []
      : [
          {
            text: `floor of the file as it stands, a lower bound: ${typeset(figure(floor))}`,
            role: 'ink',
            sample: (x: number, y: number) => sampleOf(floorStroke, x, y)
          } satisfies Entry
        ]),
    ...(products === undefined
      ? []
      : [
          {
            text: `along a dotted line ${inWords(figures[0]!.name)} × ${inWords(figures[1]!.name)} is the same, from line to line ${products.factor} times`,
            role: 'muted',
            sample: (x: number, y: number) => sampleOf(productStroke, x, y)
          } satisfies Entry
        ]),
    ...others.map(({ machine }): Entry => ({
      text: `${takes(machine)}; one, at its peak rate`,
      role: 'accelerator',
      sample: (x, y) => diamond({ x: x + 17, y }, 'accelerator', machine.name)
    }))
  ]
  const machinePlaces = others.map(({ values }) => placeOf(values))
  const named = keptApart(
    machinePlaces.map(({ y }) => y + 4),
    leading,
    [top + 10, bottom]
  )
  // All to the left of the leftmost, so that no name lies on a point.
  const beside = Math.min(...machinePlaces.map(({ x }) => x)) - 24
  const names = others.flatMap(({ machine }, at) => {
    const { x, y } = machinePlaces[at]!
    return [
      line([beside + 3, named[at]! - 4], [x, y], 'muted', { 'stroke-width': 0.75 }),
      label(beside, named[at]!, machine.name, {
        ...{ size: sizes.small, role: 'accelerator', anchor: 'end', halo: true }
      })
    ]
  })
  const legend = entriesUnder(width, margin, bottom + 58, entries)
  const caption = captionOf(width, margin, legend.bottom + 6, sentences)
  return {
    height: caption.bottom + margin - 6,
    children: [
      ...head.elements,
      label(margin, top - 10, titleOf(figures[0]!.name, up), {
        size: sizes.small,
        role: 'muted',
        hasSymbols: true
      }),
      ...axisBeside(up.axis, left, 'left', right),
      ...axisBelow(across.axis, bottom, titleOf(figures[1]!.name, across), { top, width }),
      ...(products?.lines ?? []).flatMap((points) => curve(points, productStroke)),
      ...floors.flatMap((points) => curve(points, floorStroke, 'floor')),
      ...(third === undefined
        ? curve(stairs(sorted, figures[1]!.wanted === 'most'), stroke, 'the front')
        : []),
      ...dots,
      ...names,
      ...others.flatMap(({ machine, values }) => diamond(placeOf(values), 'accelerator', takes(machine))),
      ...(here === undefined ? [] : diamond(placeOf(here), 'own', `the file as it stands: ${told(here)}`)),
      ...legend.elements,
      ...caption.elements
    ]
  }
}
