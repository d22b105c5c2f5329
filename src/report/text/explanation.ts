/** Where the figures of a ledger come from, for a terminal. */
import { aNumber, expecting, optional } from '../../units/argument'
import { type Explanation, someExplanations } from '../../ledger/explain'
import type { Derivation } from '../../reading/explain'
import type { Sensitivity } from '../../reading/sensitivities'
import { derivationText } from './derivation'
import { aPaint, type Paint, plain } from './ledger'
import { gap, hanging } from './lines'
import { aligned, bar, terminalColumns } from './table'
import { oneLine } from '../../shape/words'

const barColumns = 16
const lineWidth = terminalColumns

/** An elasticity as it is printed, with its sign: "+0.20", "−∞". */
export const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Number.isFinite(value) ? Math.abs(value).toFixed(2) : '∞'}`

/** The inputs that matter, and how much, the most important first. */
export const sensitivityLines = (sensitivities: readonly Sensitivity[]): readonly string[] => {
  const all = sensitivities.map((each) => ({ ...each, percent: each.elasticity.value }))
  const felt = all.filter(({ percent }) => Math.abs(percent) >= 0.005)
  const sizes = felt.map(({ percent }) => Math.abs(percent))
  const most = Math.max(...sizes.filter(Number.isFinite))
  return aligned(
    felt.map(({ symbol, input, percent }) => [
      symbol,
      signed(percent),
      bar(
        Number.isFinite(percent) ? Math.round((Math.abs(percent) / most) * barColumns * 8) / 8 : barColumns
      ),
      input
    ]),
    ['left', 'right', 'left', 'left']
  )
}

/** Whether a figure is 0 whatever is given; its constraint says why. */
const isFree = ({ value, inputs }: Derivation): boolean =>
  value.exact.isZero() && inputs.every(({ unused }) => unused === true)

/** A name, that it is 0, and why. */
const free = ({ name, constraint }: Derivation, paint: Paint): readonly string[] =>
  hanging(`${oneLine(name)} 0: ${constraint}`, lineWidth).map((line) =>
    line.startsWith(oneLine(name))
      ? paint.strong(oneLine(name)) + gap + line.slice(oneLine(name).length + 1)
      : line
  )

/** Explanations as text, ending in a line break. */
export const explanationText = expecting(
  'explanationText',
  { explanations: someExplanations, paint: aPaint, digits: optional(aNumber) },
  (explanations: readonly Explanation[], paint: Paint = plain, digits?: number): string =>
    explanations
      .flatMap(({ name, description, derivations, sensitivities, unweighed }) => [
        ...hanging(`${name}: ${description}`, lineWidth).map(paint.heading),
        '',
        ...derivations.flatMap((derivation) =>
          isFree(derivation) ? [...free(derivation, paint), ''] : [derivationText(derivation, paint, digits)]
        ),
        ...(sensitivities.length === 0
          ? unweighed === undefined || derivations.every(isFree)
            ? []
            : [`There are no sensitivities: ${unweighed}.`, '']
          : [
              paint.heading(oneLine(`What ${name} is sensitive to, in percent per percent`)),
              ...sensitivityLines(sensitivities).map((line) => `  ${line}`),
              ''
            ])
      ])
      .join('\n')
)
