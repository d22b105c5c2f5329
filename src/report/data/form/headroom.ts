/** The codec of designs held against the physics as they are written: `limen.headroom/2`. */
import { dimensions } from '../../../units/dimension'
import { record, text, word } from '../../../shape/codec'
import { actionArguments, actionKind } from '../../../format/energies/action'
import { boolean, float, list, whole } from '../../../shape/numbers'
import { named, orNull } from '../../../shape/union'
import { exactForm, figure, withFigure } from './figure'
import { claims, formatField, needed, optional, paradigmName, source, tierField } from './parts'

const energy = named('energy', () => figure(exactForm, dimensions.energy))

const sources = needed(list(source, 'a list of sources'), 'where its formula and figures come from')

/** What is told of all that a design is held against. */
const againstFields = {
  decades: needed(orNull(float), 'log₁₀ of what the design takes over it; null where either is 0'),
  tier: tierField,
  claim: needed(claims, 'what may be claimed of it'),
  constraint: needed(text, 'what makes it positive, or what is assumed'),
  sources
}

const component = needed(text, 'the component, as the file names it')

const given = optional(actionArguments, 'what tells apart entries of one action')

const action = record('an action held against its bounds', {
  component,
  instances: optional(whole(0), 'how many of it there are'),
  action: needed(text, 'the action, as the file names it'),
  kind: needed(actionKind, 'what the action does; an accumulate is no learning update'),
  arguments: given,
  energy: needed(energy, 'what one action takes'),
  resolution: optional(energy, 'below this the file cannot tell an energy from 0'),
  derivation: optional(text, 'how the energy was found'),
  bits: needed(
    record('bits of a word', {
      value: needed(float, 'how many bits one action handles'),
      origin: needed(word(['file', 'told', 'least']), 'who says so; least: one, which bounds every word')
    }),
    'how many bits one action handles'
  ),
  standing: needed(
    word(['above', 'below', 'zero', 'no floor']),
    'where the design stands; zero is not covered by the file, or less than it can tell'
  ),
  floor: needed(
    orNull(text),
    'the largest lower bound, of a class of circuits only where asked for; null where there is none'
  ),
  why: optional(text, 'why there is no floor'),
  resolved: optional(boolean, 'whether the file could tell an energy at the floor from 0'),
  against: needed(
    list(
      withFigure(exactForm, dimensions.energy, 'energy', 'what an action is held against', {
        name: needed(text, 'the model'),
        ...againstFields
      }),
      'a list of figures'
    ),
    'every bound that applies, and the costs of machines: their claims tell which'
  ),
  count: optional(float, 'how often it takes place, over all instances'),
  spent: optional(
    record('what all of them take', {
      energy: needed(energy, 'what all of them take'),
      share: needed(orNull(float), 'of all that was counted, from 0 to 1'),
      headroom: needed(orNull(energy), 'how much of it is above the floor; null where there is none')
    }),
    'what all of them take, where it is known how many there are'
  )
})

const total = record('a total held against a ledger', {
  component: needed(text, 'the component or layer; Total for all of them'),
  parts: needed(list(text, 'a list of parts'), "what it was spent on, in the tool's own words"),
  wall: optional(
    word(['memory', 'update', 'consolidation', 'total']),
    'the wall of the ledger that it belongs to; total for all of the run'
  ),
  energy: needed(energy, 'what it took'),
  resolution: optional(energy, 'below this the file cannot tell an energy from 0'),
  against: needed(
    list(
      withFigure(exactForm, dimensions.energy, 'energy', 'a figure of the ledger', {
        paradigm: needed(paradigmName, 'the paradigm'),
        ...againstFields
      }),
      'a list of figures of the ledger'
    ),
    'what it is held against'
  ),
  why: optional(text, 'why it is held against nothing')
})

const furthest = orNull(
  named('furthest', () =>
    record('an action', {
      component,
      action: needed(text, 'the action, as the file names it'),
      arguments: given
    })
  )
)

/** A comparison as `headroomJson` writes it. */
export const headroomForm = record('a comparison', {
  format: formatField('limen.headroom/2'),
  name: needed(text, 'what the file calls itself, or else how it was called'),
  source: needed(text, 'the kind of file, such as Accelergy ERT'),
  inputs: needed(
    list(
      record('a value that the comparison rests on', {
        name: needed(text, 'what it is'),
        value: needed(text, 'with its unit'),
        origin: needed(word(['given', 'workload', 'default']), 'where it comes from'),
        why: optional(text, 'why a default holds')
      }),
      'a list of values'
    ),
    'the values that the comparison rests on'
  ),
  actions: needed(list(action, 'a list of actions'), 'each action of each component'),
  spent: optional(energy, 'what the counted actions take together'),
  largest: needed(
    record('the largest headroom', {
      decades: needed(furthest, 'the action furthest above its floor, in decades; null where there is none'),
      joules: needed(furthest, 'the action that spends most above its floor; null where none is counted')
    }),
    'where the headroom is largest'
  ),
  totals: needed(list(total, 'a list of totals'), 'what was spent in all, held against a ledger'),
  notCovered: needed(list(text, 'a list of sentences'), 'what the comparison does not cover'),
  notes: needed(list(text, 'a list of sentences'), 'what was read into the file')
})
