/** One seed for all random tests, where LIMEN_SEED gives one: a gate answers the same twice. */
const seed = process.env.LIMEN_SEED

if (seed !== undefined) require('fast-check').configureGlobal({ seed: Number(seed) })
