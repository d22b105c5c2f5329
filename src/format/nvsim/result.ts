/** What NVSim, and DESTINY after it, print of a memory: the energies of an access to all of it. */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { joules } from '../../units/si'
import { shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaProblem } from '../../shape/problem'
import { kindOf } from '../energies/kind'
import { lastLine, linesOf, parted, problemAt, unless } from '../text/lines'
import { countIn, energyIn, halfLastPlace } from '../text/numeral'
import { energyUnit } from '../text/unit'

/**
 * The thing and the value of a line " -  Read Dynamic Energy = 18.250pJ", where it is of that quantity; what
 * stands behind "|---" is a part of it.
 */
const itemOf = (text: string, quantity: string): readonly [thing: string, value: string] | undefined => {
  const [key, value] = parted(text, /=/) ?? ['', '']
  if (!/^-\s/.test(key) || !key.endsWith(quantity)) return undefined
  const thing = key.slice(1, -quantity.length)
  return /^[\w\s]*\s$/.test(thing) ? [thing.trim(), value] : undefined
}

/** "18.250pJ", "1.2nJ per page". */
const valuePattern = /^(\S*?)\s*([a-zA-Zµ]?J)(?:\s+per\s+(\S[^]*))?$/

const actionNames: Readonly<Record<string, string>> = { 'programming': 'program', 'cache hit': 'hit' }

const actionOf = (words: string): string => {
  const name = words.toLowerCase()
  return Object.hasOwn(actionNames, name) ? actionNames[name]! : name.replace(/^cache /, '')
}

/** The part of the design that a heading begins: those of a cache have results of their own. */
const partOf = (text: string): string | undefined => {
  const [, part] = /^\s*CACHE (DATA|TAG) ARRAY/.exec(text) ?? []
  return part === undefined
    ? /^\s*CACHE DESIGN/.test(text)
      ? 'cache'
      : undefined
    : `${part.toLowerCase()} array`
}

/**
 * The energies of a result of NVSim: of a read and a write (or a set and a reset) of the whole memory,
 * each of a word of its data width. What is wrong has its line.
 *
 * @example
 * import { decodeNvsimResult } from 'limen/files'
 * decodeNvsimResult('Data Width : 64Bits (8Bytes)\n -  Read Dynamic Energy = much\n')
 * // left: (line 2): Read Dynamic Energy: expected an energy with its unit, such as "18.250pJ", got "much"
 *
 * @since 0.6.0
 */
export const decodeNvsimResult = fromText<[name?: string], EnergyTable>((source, name = 'NVSim result') => {
  const lines = linesOf(source)
  const problems: SchemaProblem[] = []
  const actions: ActionEnergy[] = []
  const notes: string[] = []
  const seen = new Map<string, number>()
  let part = 'memory'
  let width: number | undefined
  for (const { line, text } of lines) {
    part = partOf(text) ?? part
    const [, bits] = /^\s*Data Width\s*:\s*(\d+)\s*Bits/i.exec(text) ?? []
    if (bits !== undefined) {
      width = countIn(bits)
      if (width === undefined)
        problems.push(problemAt(line, `Data Width: expected a number of bits below 2^53, got ${shown(bits)}`))
    }
    const [, power] = itemOf(text, 'Leakage Power') ?? []
    if (power !== undefined)
      notes.push(`Leakage Power of the ${part}, ${power}, is a power: it is held against nothing`)
    const [words = '', value = ''] = itemOf(text, 'Dynamic Energy') ?? []
    if (words === '') continue
    const [, numeral = '', symbol = '', per] = valuePattern.exec(value) ?? []
    const unit = energyUnit(symbol)
    const energy = unit === undefined ? undefined : energyIn(unit)(numeral)
    if (unit === undefined || energy === undefined) {
      problems.push(
        problemAt(
          line,
          `${words} Dynamic Energy: expected an energy with its unit, such as "18.250pJ", got ${shown(value)}`
        )
      )
      continue
    }
    const action = actionOf(words)
    const before = seen.get(`${part} ${action}`) ?? 0
    seen.set(`${part} ${action}`, before + 1)
    const word = part === 'memory' && per === undefined && width !== 0 ? width : undefined
    if (per !== undefined && part === 'memory') notes.push(`the energy of "${action}" is that of a ${per}`)
    actions.push({
      // A search for several aims prints a design for each.
      component: before === 0 ? part : `${part} (design ${before + 1})`,
      action,
      kind: kindOf(action),
      energy,
      ...(word === undefined ? {} : { bits: word }),
      resolution: joules(halfLastPlace(numeral).times(unit.factor))
    })
  }
  if (actions.length === 0 && problems.length === 0)
    return E.left(
      schemaError([
        problemAt(lastLine(lines), 'expected a line such as "- Read Dynamic Energy = 18.250pJ", got none')
      ])
    )
  return unless(problems, () => ({
    format: 'NVSim result',
    name,
    actions,
    totals: [],
    notes: [
      'energies are those of one access to the whole memory, with the circuits around its cells',
      ...notes
    ]
  }))
})
