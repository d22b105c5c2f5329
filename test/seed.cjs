/**
 * How random tests draw: as often as they say, or else as fast-check does, LIMEN_DRAWS=1000 for more; and from
 * one seed where LIMEN_SEED gives one, so that a gate answers the same twice.
 */
const { LIMEN_SEED: seed, LIMEN_DRAWS: draws } = process.env

require('fast-check').configureGlobal({
  ...(draws === undefined ? {} : { numRuns: Number(draws) }),
  ...(seed === undefined ? {} : { seed: Number(seed) })
})

// Errors are values here, made by the thousand: jest would have each remember a hundred of its callers.
Error.stackTraceLimit = 20
