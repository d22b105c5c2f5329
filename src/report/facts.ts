/** Cited facts as lists: things by their names, with what is known of each. */
import { accelerators } from '../technology/accelerators'
import { chipName, chips } from '../technology/chips'
import { devices } from '../technology/devices'
import type { Fact } from '../technology/facts'
import { citedModels } from '../technology/models'

/** A list of cited things. */
export type FactListName = 'chips' | 'devices' | 'accelerators' | 'ai-models'

/** A thing that is cited, and what is known of it. */
export interface CitedThing {
  readonly name: string
  readonly year?: number
  /** What else tells it from others: who made it, what it ran on. */
  readonly about?: string
  /** By the heading that they have in a table. */
  readonly facts: Readonly<Record<string, Fact<unknown> | undefined>>
}

export const factLists: { readonly [L in FactListName]: { readonly things: () => readonly CitedThing[] } } = {
  'chips': {
    things: () =>
      chips().map((of) => ({ name: chipName(of), facts: { operation: of.energyPerBitOperation } }))
  },
  'devices': {
    things: () =>
      devices().map(({ name, writeEnergy, writePulse, levels, onResistance, offResistance }) => ({
        name,
        facts: { write: writeEnergy, pulse: writePulse, levels, on: onResistance, off: offResistance }
      }))
  },
  'accelerators': {
    things: () =>
      accelerators().map(({ name, manufacturer, year, energyPerOperation, power, peakRate }) => ({
        name,
        year,
        about: manufacturer,
        facts: { operation: energyPerOperation, power, peak: peakRate }
      }))
  },
  'ai-models': {
    things: () =>
      citedModels().map(({ name, year, organization, hardware, ...of }) => ({
        name,
        year,
        about: [organization, hardware].filter((each) => each !== undefined).join(', '),
        facts: {
          parameters: of.parameters,
          operations: of.operations,
          time: of.trainingTime,
          energy: of.energy
        }
      }))
  }
}

/** What is known of a thing. */
export const factsOf = ({
  facts
}: CitedThing): readonly (readonly [heading: string, fact: Fact<unknown>])[] =>
  Object.entries(facts).flatMap(([heading, fact]) => (fact === undefined ? [] : [[heading, fact] as const]))

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * What is cited in a list, as far as all of some words stand in its name, its maker or its year; case and accents
 * do not matter.
 */
export const citedThings = (list: FactListName, words: readonly string[] = []): readonly CitedThing[] =>
  factLists[list].things().filter(({ name, about = '', year = '' }) => {
    const text = folded(`${name} ${about} ${year}`)
    return words.every((word) => text.includes(folded(word)))
  })
