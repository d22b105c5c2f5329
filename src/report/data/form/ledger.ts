/** Codecs of ledgers as they are written: `limen.estimate/2` and `limen.certified-estimate/2`. */
import { dimensions } from '../../../units/dimension'
import type { Certainty } from '../../../units/enclosure'
import { places } from '../../../ledger/paradigms'
import { record, text, word } from '../../../shape/codec'
import { float, list, whole } from '../../../shape/numbers'
import type { Codec } from '../../../shape/shape'
import { named, objectOr, orNull } from '../../../shape/union'
import type { Assumption } from '../../../estimate/workload-file'
import type { ReadDecades, ReadEntry, ReadEstimate, ReadOutside, ReadPart } from './read'
import { enclosedForm, exactForm, figure, withFigure, type FigureForm } from './figure'
import {
  citedSource,
  claims,
  evidence,
  formatField,
  nameField,
  needed,
  optional,
  paradigmName,
  source,
  tierField
} from './parts'

const decades: Codec<ReadDecades> = named('decades', () =>
  orNull(
    objectOr(
      record('what they lie between', {
        lower: needed(float, 'what they are surely not below'),
        upper: needed(float, 'what they are surely not above')
      }),
      float
    )
  )
)

const decadesField = needed(decades, 'log₁₀ of the total over that of the floor; null where one may be 0')

const assumption: Codec<Assumption> = record('a value that the ledger rests on', {
  name: needed(text, 'the name of its field'),
  pointer: needed(text, 'where it stands, or would stand, in the file: a JSON pointer'),
  value: needed(text, 'with its unit'),
  origin: needed(
    word(['file', 'override', 'default', 'derived', 'trace', 'cited', 'assumed']),
    'where it comes from'
  ),
  why: optional(text, 'why a default holds, how a value was derived, or who supplied it')
})

const measured = withFigure(exactForm, dimensions.energy, 'value', 'what the same learning took', {
  what: needed(text, 'what was measured'),
  upTo: optional(figure(exactForm, dimensions.energy), 'the upper end, where the source gives a range'),
  year: needed(whole(0), 'of the figure or its publication'),
  evidence: needed(evidence, 'how the figure came about; secondary is taken from a work that quotes it'),
  source: needed(citedSource, 'where it comes from'),
  note: optional(text, 'what must be known to use it'),
  decadesAboveFloor: decadesField
})

const outside: Codec<ReadOutside> = record('a row', {
  name: needed(text, 'its name'),
  description: needed(text, 'what it is'),
  problems: needed(
    list(
      record('a problem', {
        model: needed(text, 'the model that has the condition'),
        inputs: needed(list(text, 'a list of inputs'), 'the inputs it is about'),
        found: needed(text, 'what was found'),
        expected: needed(text, 'what is required'),
        message: needed(text, 'both as a sentence')
      }),
      'a list of problems'
    ),
    'what it requires, and what was found'
  )
})

const ledgerFields = <K extends Certainty, F extends string>(form: FigureForm<K>, format: F) => {
  const entry: Codec<ReadEntry<K>> = named('entry', () =>
    withFigure(form, dimensions.energy, 'energy', 'an energy, and what it rests on', {
      tier: tierField,
      claim: needed(claims, 'what may be claimed of it'),
      constraint: needed(text, 'what makes it positive, or what is assumed'),
      sources: needed(list(source, 'a list of sources'), 'where its formulas and figures come from')
    })
  )
  const part: Codec<ReadPart<K>> = withFigure(form, dimensions.energy, 'energy', 'a part of a design', {
    name: needed(text, 'its name within the design'),
    place: needed(word(places), 'where it spends'),
    tier: tierField,
    claim: needed(claims, 'what may be claimed of it'),
    constraint: needed(text, 'what makes it positive, or what is assumed'),
    sources: needed(list(source, 'a list of sources'), 'where its formulas and figures come from')
  })
  const pure = figure(form, dimensions['a pure number'])
  return {
    format: formatField(format),
    name: nameField,
    description: optional(text, 'the description that the file gives'),
    assumptions: needed(list(assumption, 'a list of assumptions'), 'the values that the ledger rests on'),
    notes: optional(list(text, 'a list of sentences'), 'what is said of values that nothing built has'),
    counts: needed(
      record('counts', {
        updates: needed(figure(form, dimensions['number of updates']), 'of all parameters together'),
        macs: needed(figure(form, dimensions['number of macs']), 'multiply-accumulates'),
        flops: needed(figure(form, dimensions['number of flops']), 'operations; one mac is two')
      }),
      'how often what is done'
    ),
    intermediates: needed(
      record('intermediate results', {
        updatesPerParameter: optional(figure(form, dimensions['number of updates per parameter']), 'n'),
        meanStep: optional(pure, 'the mean step ᾱ, relative to the first'),
        shape: optional(pure, 'the convergence shape σ, a mean over hops'),
        retentionBarrier: optional(figure(form, dimensions.energy), 'the barrier of a static memory'),
        staticWrite: optional(figure(form, dimensions['energy per update']), 'writing one cell over it'),
        meanMatchedBarrier: optional(
          figure(form, dimensions['energy per update']),
          'the mean barrier, over hops, that is matched to the optimiser'
        ),
        refrigeration: optional(pure, 'joules at the wall plug for each joule of heat, where it is pumped')
      }),
      'what several entries share, where it has a value'
    ),
    paradigms: needed(
      list(
        record('a paradigm', {
          name: needed(paradigmName, 'its name'),
          description: needed(text, 'what it is'),
          decadesAboveFloor: decadesField,
          walls: optional(
            record('the energies at the walls', {
              memory: needed(entry, 'of reads'),
              update: needed(entry, 'of writes'),
              consolidation: needed(entry, 'of moving what was learned into long-term memory')
            }),
            'the energies at the walls; left out where only the total is known'
          ),
          total: needed(entry, 'the energy in all'),
          wallPlug: optional(entry, 'the total at the wall plug, where heat is pumped out of the cold')
        }),
        'a list of paradigms'
      ),
      'what each row takes: lower bounds first, then costs of machines, then estimates'
    ),
    designs: optional(
      list(
        record('a design', {
          name: needed(text, 'its name'),
          description: needed(text, 'what it is'),
          decadesAboveFloor: decadesField,
          walls: optional(
            record('the energies at the walls', {
              memory: optional(entry, 'of reads'),
              update: optional(entry, 'of writes'),
              consolidation: optional(entry, 'of moving what was learned into long-term memory')
            }),
            'the energies at the walls of which something is known'
          ),
          beside: optional(entry, 'what is spent beside the walls, such as by leakage'),
          parts: optional(list(part, 'a list of parts'), 'what each part takes'),
          total: needed(entry, 'the energy of all that is known'),
          wallPlug: optional(entry, 'the total at the wall plug, where heat is pumped out of the cold')
        }),
        'a list of designs'
      ),
      "designs of one's own"
    ),
    outside: needed(list(outside, 'a list of rows'), 'the rows that have no value here, and why'),
    measured: optional(measured, 'what the same learning took where it took place')
  }
}

/** A ledger as `ledgerJson` writes it. */
export const estimateForm: Codec<ReadEstimate> = record(
  'a ledger',
  ledgerFields(exactForm, 'limen.estimate/2')
)

/** A certified ledger as `ledgerJson` writes it. */
export const certifiedEstimateForm: Codec<ReadEstimate<Certainty>> = record(
  'a certified ledger',
  ledgerFields(enclosedForm, 'limen.certified-estimate/2')
)
