/**
 * `expect`, asked a few million times in a run: what is true beyond doubt, by
 * the same equality, is over with that; what is not, or is asked in another way, is left to jest's own, which makes two hundred and fifty
 * functions and two stack traces for every value before it is asked anything.
 */
const { equals, iterableEquality } = require('@jest/expect-utils')

const compared = (compare) => (actual, expected) =>
  typeof actual === 'number' && typeof expected === 'number' ? compare(actual, expected) : undefined

/** Whether an expectation is true of `actual`, where that is beyond doubt. */
const truths = {
  toBe: (actual, expected) => Object.is(actual, expected),
  toEqual: (actual, expected) => equals(actual, expected, [iterableEquality]),
  toBeUndefined: (actual) => actual === undefined,
  toBeDefined: (actual) => actual !== undefined,
  toBeNull: (actual) => actual === null,
  toBeNaN: (actual) => Number.isNaN(actual),
  toBeLessThan: compared((a, b) => a < b),
  toBeLessThanOrEqual: compared((a, b) => a <= b),
  toBeGreaterThan: compared((a, b) => a > b),
  toBeGreaterThanOrEqual: compared((a, b) => a >= b),
  toHaveLength: (actual, expected) =>
    (typeof actual === 'string' || Array.isArray(actual)) && Number.isSafeInteger(expected) && expected >= 0
      ? actual.length === expected
      : undefined,
  toContain: (actual, expected) => {
    if (Array.isArray(actual)) return actual.indexOf(expected) !== -1
    return typeof actual === 'string' && typeof expected === 'string' ? actual.includes(expected) : undefined
  },
  toMatch: (actual, expected) => {
    if (typeof actual !== 'string') return undefined
    if (typeof expected === 'string') return actual.includes(expected)
    return expected instanceof RegExp && !expected.global && !expected.sticky
      ? expected.test(actual)
      : undefined
  }
}

const whole = globalThis.expect

/** Matchers of a value that are asked whether they are true, or not: what is not so is jest's to say. */
const asking = (wanted, of) => {
  class Asked {
    constructor(actual) {
      this.actual = actual
    }
  }
  for (const name of Object.keys(of()).filter((name) => typeof of()[name] === 'function'))
    Asked.prototype[name] = function matcher(...expected) {
      if (truths[name]?.(this.actual, ...expected) === wanted) {
        whole.getState().assertionCalls += 1
        return
      }
      try {
        of(this.actual)[name](...expected)
      } catch (error) {
        Error.captureStackTrace(error, matcher)
        throw error
      }
    }
  return Asked
}

const Not = asking(false, (actual) => whole(actual).not)

class Expectation extends asking(true, whole) {
  get not() {
    return new Not(this.actual)
  }
  get resolves() {
    return whole(this.actual).resolves
  }
  get rejects() {
    return whole(this.actual).rejects
  }
}

globalThis.expect = Object.assign((actual) => new Expectation(actual), whole)
