/** Bounds before experiments, and before what is built, for other programs: JSON and CSV. */
import type { JudgedEnergy } from '../../ledger/judged-energies'
import type { JudgedExperiment } from '../../ledger/judged-experiments'
import type { Experiment } from '../../technology/experiments'
import type { Fact } from '../../technology/facts'
import { csvText } from '../../format/text/csv-text'
import type { Dimensionless } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { jsonText } from '../../units/visible'
import { inJoules } from '../experiments'
import { citation } from '../ledger'
import { quantityJson } from './ledger'

/** A field that is left out where there is nothing to say. */
const some = (key: string, value: unknown): object => (value === undefined ? {} : { [key]: value })

const textOf = (of: Quantity<unknown> | undefined): string | undefined => of?.exact.toString()

const factJson = ({ year, evidence, source, note }: Fact<unknown>) => ({
  year,
  evidence,
  source,
  ...some('note', note)
})

/** In kT, and in J where the temperature is known. */
const thermal = (experiment: Experiment, of: Quantity<Dimensionless>) => {
  const energy = inJoules(experiment, of)
  return { kT: textOf(of), ...some('energy', energy === undefined ? undefined : quantityJson(energy)) }
}

const experimentJson = ({ experiment, judgements }: JudgedExperiment) => {
  const { name, memory, quantity, measured, uncertainty, known, taken, state, breaks } = experiment
  return {
    ...{ name, memory, quantity },
    measured: { ...thermal(experiment, measured.value), ...some('uncertainty', textOf(uncertainty)) },
    ...factJson(measured),
    known: Object.fromEntries(
      Object.entries(known).map(([input, value]: [string, Quantity<unknown>]) => [input, quantityJson(value)])
    ),
    ...{ taken, state, breaks },
    judgements: judgements.map(({ bound, standing, least, margin, broken, why }) => ({
      bound: bound.name,
      standing,
      ...some('least', least === undefined ? undefined : thermal(experiment, least)),
      ...some('margin', margin),
      ...some('broken', broken),
      ...some('why', why),
      ...{ tier: bound.tier, constraint: bound.constraint, sources: bound.sources }
    }))
  }
}

const energyJson = ({ table, name, fact, held }: JudgedEnergy) => {
  const { action, word, floor, standing, why } = held
  return {
    ...{ table, name },
    ...factJson(fact),
    ...{ kind: action.kind, bits: word.bits, energy: quantityJson(action.energy), standing },
    ...some(
      'floor',
      floor === undefined
        ? undefined
        : {
            bound: floor.name,
            ...quantityJson(floor.energy),
            ...{ decades: floor.decades, tier: floor.tier, constraint: floor.constraint }
          }
    ),
    ...some('why', why)
  }
}

/** Both tables as JSON, `limen.experiments/1`: values as decimal texts, in kT or in coherent SI. */
export const experimentsJson = (
  experiments: readonly JudgedExperiment[],
  energies: readonly JudgedEnergy[]
): string => {
  const value = {
    format: 'limen.experiments/1',
    experiments: experiments.map(experimentJson),
    energies: energies.map(energyJson)
  }
  return `${jsonText(value, 2)}\n`
}

const header = [
  ...['table', 'name', 'year', 'evidence', 'what', 'measured_kT', 'uncertainty_kT', 'measured_J', 'bound'],
  ...['least_kT', 'least_J', 'margin', 'decades', 'standing', 'broken', 'why', 'constraint', 'source', 'note']
]

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)

const experimentRows = ({ experiment, judgements }: JudgedExperiment): readonly (readonly string[])[] => {
  const { name, quantity, measured, uncertainty } = experiment
  const { year, evidence, value, source, note = '' } = measured
  return judgements.map(({ bound, standing, least, margin, broken, why }) => [
    ...['experiments', name, String(year), evidence, quantity],
    ...[textOf(value), textOf(uncertainty), textOf(inJoules(experiment, value))].map((text) => text ?? ''),
    ...[
      bound.name,
      textOf(least) ?? '',
      textOf(least && inJoules(experiment, least)) ?? '',
      number(margin),
      ''
    ],
    ...[standing, broken ?? '', why ?? '', bound.constraint, citation(source), note]
  ])
}

const energyRow = ({ table, name, fact, held }: JudgedEnergy): readonly string[] => {
  const { action, word, floor, standing, why = '' } = held
  return [
    ...[table, name, String(fact.year), fact.evidence, `${action.kind} of ${word.bits} bit`, '', ''],
    ...[action.energy.exact.toString(), floor?.name ?? '', '', textOf(floor?.energy) ?? '', ''],
    ...[
      number(floor?.decades),
      standing,
      '',
      why,
      floor?.constraint ?? '',
      citation(fact.source),
      fact.note ?? ''
    ]
  ]
}

/** Both tables as CSV (RFC 4180): a row for each experiment and bound, then for each cited energy and its floor. */
export const experimentsCsv = (
  experiments: readonly JudgedExperiment[],
  energies: readonly JudgedEnergy[]
): string => csvText([header, ...experiments.flatMap(experimentRows), ...energies.map(energyRow)])
