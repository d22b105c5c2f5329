/**
 * Cell files of NVSim and its kin (NVMExplorer, CiMLoop): lines "-Key (unit): value". Some are named
 * `.cell.yaml`, but they are no YAML.
 */
import type { SchemaProblem } from '../../shape/problem'
import { shown } from '../../shape/codec'
import { linesOf, problemAt } from '../text/lines'

/** A value of a cell file, as it stands there. */
export interface CellValue {
  readonly line: number
  /** As it stands in parentheses. */
  readonly unit?: string
  readonly value: string
}

export type CellValues = ReadonlyMap<string, CellValue>

/** "-Key (unit)"; "-DeviceRoadmap -1LP 1HP 2LSTP" has words where others have a unit. */
const pattern = /^-([A-Za-z]\w*)\s*(?:\(([^()]*)\))?/

/** The values of a cell file by key. */
export const cellValues = (source: string, problems: SchemaProblem[]): CellValues => {
  const values = new Map<string, CellValue>()
  for (const { line, text } of linesOf(source)) {
    const plain = text.split(/#|\/\//, 1)[0]!.trim()
    if (plain === '') continue
    const colon = plain.indexOf(':')
    const [, key, unit] = pattern.exec(plain.slice(0, Math.max(colon, 0))) ?? []
    const before = key === undefined ? undefined : values.get(key)
    if (key === undefined)
      problems.push(problemAt(line, `expected "-Key (unit): value", got ${shown(plain)}`))
    else if (before !== undefined)
      problems.push(problemAt(line, `${key} is given twice (first on line ${before.line})`))
    else
      values.set(key, {
        line,
        ...(unit === undefined ? {} : { unit: unit.trim() }),
        value: plain.slice(colon + 1).trim()
      })
  }
  return values
}
