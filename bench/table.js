/** What every bench shares: medians within one run, and a table of what was measured beside its goal. */

import { fileURLToPath } from 'node:url'

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

/** The CPU time of a run, in nanoseconds. */
export const cpuTime = (run) => {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) * 1000
}

/**
 * The medians of what some measures tell, by their names. They take turns, so that what else the machine does
 * falls on all of them; the first turns are not counted.
 */
export const inTurns = (measures, { turns = 21, warmUp = 6 } = {}) => {
  const told = Object.fromEntries(Object.keys(measures).map((name) => [name, []]))
  for (let turn = 0; turn < turns + warmUp; turn++)
    for (const [name, measure] of Object.entries(measures)) {
      const value = measure()
      if (turn >= warmUp) told[name].push(value)
    }
  return Object.fromEntries(Object.entries(told).map(([name, all]) => [name, median(all)]))
}

/** The median CPU time of each of some runs, by their names, in nanoseconds. */
export const medians = (runs, options) =>
  inTurns(Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, () => cpuTime(run)])), options)

/** The right of an Either; nothing is measured of what failed. */
export const right = (result) => {
  if (result._tag === 'Left') throw new Error(result.left.message)
  return result.right
}

const shown = (value) => {
  if (Math.abs(value) >= 1e5) return value.toExponential(2).replace('+', '')
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/**
 * A row: `measured` in the unit of the goal, such as '≥ 0.95×' or '≤ 5 ns'; without a goal it only tells. One
 * that could not be measured says why instead of a number.
 */
export const row = (what, against, measured, goal = '') => {
  const [, sign, least, unit = '×'] = /^([≤≥]) ([\d.e]+)(.*)$/.exec(goal) ?? []
  if (typeof measured !== 'number')
    return { what, against, measured: String(measured), goal, met: 'not measured' }
  const isMet = sign === '≤' ? measured <= Number(least) : measured >= Number(least)
  return {
    what,
    against,
    measured: `${shown(measured)}${unit}`,
    goal,
    met: goal === '' ? '' : isMet ? 'yes' : 'no'
  }
}

/** Prints rows under their heads. */
export const print = (title, rows) => {
  const heads = ['what', 'against', 'measured', 'goal', 'met']
  const all = [Object.fromEntries(heads.map((head) => [head, head])), ...rows]
  const widths = heads.map((head) => Math.max(...all.map((each) => [...each[head]].length)))
  const line = (each) =>
    heads
      .map((head, at) => {
        const gap = ' '.repeat(widths[at] - [...each[head]].length)
        return head === 'measured' ? gap + each[head] : each[head] + gap
      })
      .join('  ')
      .trimEnd()
  console.log(`\n${title}`)
  for (const each of all) console.log(line(each))
}

/** Prints the rows of a bench that is run by itself; with --json, as JSON for the one that runs it. */
export const printAlone = async (url, title, rows) => {
  if (process.argv[1] !== fileURLToPath(url)) return
  const found = await rows()
  if (process.argv[2] === '--json') console.log(JSON.stringify(found))
  else print(title, found)
}
