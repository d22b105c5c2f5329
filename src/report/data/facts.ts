/** Cited facts for other programs. */
import { jsonText } from '../../units/visible'
import { factsOf, type CitedThing, type FactListName } from '../facts'

/** Things of a list as JSON, `limen.facts/1`: values as decimal texts in coherent SI. */
export const factsJson = (list: FactListName, things: readonly CitedThing[]): string => {
  const value = {
    format: 'limen.facts/1',
    list,
    things: things.map((thing) => ({
      name: thing.name,
      ...(thing.year === undefined ? {} : { year: thing.year }),
      ...(thing.about === undefined || thing.about === '' ? {} : { about: thing.about }),
      facts: factsOf(thing).map(([, { what, value, upTo, year, evidence, source, note }]) => ({
        what,
        value: value.exact.toString(),
        ...(upTo === undefined ? {} : { upTo: upTo.exact.toString() }),
        unit: value.dimension.coherentUnit,
        year,
        evidence,
        source,
        ...(note === undefined ? {} : { note })
      }))
    }))
  }
  return `${jsonText(value, 2)}\n`
}
