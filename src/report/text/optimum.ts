/** The best of a workload file, for a terminal: what was found, what none costs less than, and what binds. */
import type { FileOptimum } from '../../estimate/optimise'
import { oneLine } from '../../shape/words'
import { aNumber, expecting, optional } from '../../units/argument'
import { formatWith } from '../../units/format'
import { anOptimum, optimumSays } from '../optimum'
import { aPaint, plain, type Paint } from './ledger'
import { listed } from './lines'
import { aligned, terminalColumns, wrapped } from './table'

/** Digits of a design: an optimum is flat, and so many are enough to have it. */
const designDigits = 6

/** Two ends, with their unit once where it is one. */
const between = (from: string, to: string): string => {
  const [number = '', unit] = from.split(' ')
  return `${unit !== undefined && to.endsWith(` ${unit}`) ? number : from} to ${to}`
}

/** The inputs that were chosen, each between its ends, with its elasticity. */
const table = ({ choices, found }: FileOptimum, paint: Paint, digits: number): readonly string[] => {
  if (found.kind === 'none') return []
  const text = (digits: number) => formatWith<unknown>({ digits })
  const rows = found.chosen.map(({ name, value, elasticity }, at) => {
    const { from, to, whole } = choices[at]!
    const ends = `${between(text(4)(from), text(4)(to))}${whole ? ', whole' : ''}`
    return [name, text(digits)(value), ends, Math.abs(elasticity) < 5e-4 ? '0' : elasticity.toFixed(3)]
  })
  const [head = '', ...lines] = aligned(
    [['', 'chosen', 'between', 'elasticity'], ...rows],
    ['left', 'right', 'left', 'right']
  )
  return [paint.faint(head), ...lines]
}

/** The best of a workload file as text, ending in a line break. @since 0.11.0 */
export const optimumText = expecting(
  'optimumText',
  { of: anOptimum, paint: aPaint, digits: optional(aNumber) },
  (of: FileOptimum, paint: Paint = plain, digits?: number): string => {
    const inner = terminalColumns - 2
    const rows = table(of, paint, digits ?? designDigits)
    const rests = [of.claim, of.constraint].filter((text) => text !== undefined && text !== '').join('; ')
    return [
      ...wrapped(oneLine(`The least ${of.objective}: ${of.name}`), terminalColumns).map(paint.heading),
      ...optimumSays(of, digits).flatMap((sentence) => wrapped(sentence, inner).map((line) => `  ${line}`)),
      ...(rows.length === 0 ? [] : ['', ...rows.map((line) => `  ${line}`)]),
      ...(rests === '' ? [] : ['', ...listed([[of.objective, rests]], inner).map((line) => `  ${line}`)]),
      ''
    ].join('\n')
  }
)
