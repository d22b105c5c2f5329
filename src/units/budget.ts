/**
 * How much is read, told and drawn at the most, so that any input ends in a result or in an error that says
 * what was too much: in bounded time, and in bounded memory. The page docs/limits.md says why.
 */
/** Characters of a file that is read whole. */
export const file = 2 ** 26
/** Lines and values of a file that is read whole. */
export const values = 2 ** 22
/** Characters of a line of a file that is read as it streams by, packed or not. */
export const line = 2 ** 20
/** Lists and objects inside each other in JSON. */
export const depth = 200
/** The same in YAML. */
export const yamlDepth = 100
/** Characters of a YAML file: its parser takes a thousand times what stands there. */
export const yaml = 2 ** 22
/** Values that the aliases of a YAML file make. */
export const aliases = 200_000
/** Columns of a trace. */
export const columns = 10_000
/** Characters of a number. */
export const numeral = 1000
/** Digits of a quantity of a file or a flag, from the first that is not 0. */
export const digits = 200
/** Problems that are told of a file; the rest is counted. */
export const problems = 20
/** Characters of what is told of one. */
export const sentence = 4000
/** And of all that is told of a file. */
export const told = 16_000
/** Decades of an axis that are marked one by one. */
export const decades = 1000
/** Points of a curve. */
export const points = 10_000
/** Points of a grid that is written as it is computed: hours of computing. */
export const gridPoints = 10_000_000_000
/** Digits that may be asked for. */
export const digitsAsked = 400
