/** Codecs of what several written forms share. */
import { allClaims, tiers, type Source } from '../../../formula/model'
import { paradigmNames } from '../../../ledger/paradigms'
import { text, word, record } from '../../../shape/codec'
import type { AnyCodec, Codec, Field } from '../../../shape/shape'
import { named } from '../../../shape/union'

/** A field that is always there. */
export const needed = <C extends AnyCodec>(codec: C, description: string): Field<C> => ({
  codec,
  description
})

/** A field that may be left out. */
export const optional = <C extends AnyCodec>(
  codec: C,
  description: string
): Field<C> & { readonly optional: true } => ({ codec, description, optional: true })

/** Name and version of a form: the version changes when a reader would have to. */
export const formatField = <const F extends string>(format: F): Field<Codec<F, F>> =>
  needed(word([format]), 'the name of this form and its version')

export const nameField = needed(text, 'the name that the file gives')

export const source: Codec<Source> = named('source', () =>
  record('a source', {
    citation: needed(text, 'as a reference list has it'),
    url: optional(text, 'where to read it')
  })
)

/** One that says where to read it. */
export const citedSource: Codec<Required<Source>> = record('a source', {
  citation: needed(text, 'as a reference list has it'),
  url: needed(text, 'where to read it')
})

/** How a cited figure came about. */
export const evidence = word(['measured', 'simulated', 'derived', 'specified', 'secondary'])

export const claims = word(allClaims)

export const tier = word(tiers)

export const tierField = needed(
  tier,
  'the evidence, by how much it covers: theorem, circuit, model or empirical'
)

export const paradigmName = word(paradigmNames)
