/**
 * How much is read, told and drawn at the most, so that any input ends in a result or in an error that says
 * what was too much: in bounded time, and in bounded memory. The page docs/limits.md says why.
 */
export const budget = {
  /** Characters of a file that is read whole. */
  file: 2 ** 26,
  /** Lines and values of a file that is read whole. */
  values: 2 ** 22,
  /** Characters of a line of a file that is read as it streams by, packed or not. */
  line: 2 ** 20,
  /** Lists and objects inside each other in JSON. */
  depth: 200,
  /** The same in YAML. */
  yamlDepth: 100,
  /** Characters of a YAML file: its parser takes a thousand times what stands there. */
  yaml: 2 ** 22,
  /** Values that the aliases of a YAML file make. */
  aliases: 200_000,
  /** Columns of a trace. */
  columns: 10_000,
  /** Characters of a number. */
  numeral: 1000,
  /** Digits of a quantity of a file or a flag, from the first that is not 0. */
  digits: 200,
  /** Problems that are told of a file; the rest is counted. */
  problems: 20,
  /** Characters of what is told of one. */
  sentence: 4000,
  /** And of all that is told of a file. */
  told: 16_000,
  /** Decades of an axis that are marked one by one. */
  decades: 1000,
  /** Points of a curve. */
  points: 10_000,
  /** Points of a grid that is written as it is computed: hours of computing. */
  gridPoints: 10_000_000_000,
  /** Digits that may be asked for. */
  digitsAsked: 400
} as const
