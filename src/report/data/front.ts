/** A front of a workload file, for other programs. */
import type { FileFront } from '../../estimate/front'
import { csvText } from '../../format/text/csv-text'
import type { Front } from '../../optimum/front'
import { expecting } from '../../units/argument'
import type { Quantity } from '../../units/quantity'
import { jsonText } from '../../units/visible'
import { aFront, besides, frontSentences, middleOf } from '../front'
import { quantityJson } from './ledger'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const frontFormat = 'limen.front/1'

const foundJson = ({ points, tried, refined, current }: Front) => ({
  tried,
  refined,
  points: points.map(({ values, chosen }) => ({
    values: values.map(quantityJson),
    design: chosen.map(({ name, value, end }) => ({ name, ...quantityJson(value), end: end ?? null }))
  })),
  current:
    current === undefined
      ? null
      : {
          values: current.values.map(quantityJson),
          instead: current.instead.map((each) => (each === undefined ? null : quantityJson(each)))
        }
})

/** A front of a workload file as JSON; values are decimal texts in coherent SI. @since 0.11.0 */
export const frontJson = expecting('frontJson', { of: aFront }, (of: FileFront): string => {
  const { name, figures, limits, choices, found, machines, floor } = of
  const about = {
    format: frontFormat,
    name,
    figures: figures.map(({ name, wanted, claim, constraint }, at) => {
      const least = found.kind === 'found' ? found.bounds[at] : undefined
      return {
        ...{ name, wanted, ...(claim === undefined ? {} : { claim }), constraint },
        bound: least?.value === undefined ? null : quantityJson(least.value),
        closed: least?.isDone === true
      }
    }),
    limits: limits.map(({ figure, relation, bound }) => ({ figure, relation, bound: quantityJson(bound) })),
    choices: choices.map(({ name, from, to, whole }) => ({
      ...{ name, from: quantityJson(from), to: quantityJson(to), whole }
    })),
    machines: machines.map(({ name, year, duration, energy }) => ({
      ...{ name, year, duration: quantityJson(duration), energy: quantityJson(energy) }
    })),
    floor: floor === undefined ? null : quantityJson(floor)
  }
  const says = frontSentences(of)
  return `${jsonText(
    found.kind === 'found'
      ? { ...about, kind: found.kind, says, ...foundJson(found) }
      : { ...about, kind: found.kind, says, proven: found.isProven, pieces: found.pieces, why: found.why },
    2
  )}\n`
})

/** The designs of a front as CSV: figures and what was chosen, in coherent SI, as float64. @since 0.11.0 */
export const frontCsv = expecting('frontCsv', { of: aFront }, (of: FileFront): string => {
  const { figures, choices, found } = of
  const chosen = besides(of)
  const headed = (name: string, { dimension }: Pick<Quantity<unknown>, 'dimension'>): string =>
    [name, dimension.coherentUnit].filter((each) => each !== '').join('_')
  const points = found.kind === 'found' ? found.points : []
  const first = points[0]
  return csvText([
    [
      ...figures.map(({ name }, i) => (first === undefined ? name : headed(name, first.values[i]!))),
      ...chosen.map(([name, at]) => headed(name, choices[at]!.from))
    ],
    ...points.map((point) => [
      ...point.values.map((value) => String(middleOf(value).value)),
      ...chosen.map(([, at]) => String(point.chosen[at]!.value.value))
    ])
  ])
})
