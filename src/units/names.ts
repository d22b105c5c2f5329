/** What the units are called in a program: `kelvin` for K. */
import * as si from './si'
import type { Unit } from './unit'

/** The name of a unit among those that the library exports. */
export const exportedName = (of: Unit<unknown>): string | undefined =>
  Object.entries(si).find(([, each]) => each === of)?.[0]
