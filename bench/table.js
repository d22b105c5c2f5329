/** What every bench shares: medians within one run, and a table of what was measured beside its goal. */

/**
 * The median CPU time of each of some runs, by their names, in nanoseconds. They take turns, so that what else
 * the machine does falls on all of them; the first turns are not counted.
 */
export const medians = (runs, { turns = 21, warmUp = 6 } = {}) => {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let turn = 0; turn < turns + warmUp; turn++)
    for (const [name, run] of Object.entries(runs)) {
      const before = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(before)
      if (turn >= warmUp) times[name].push((user + system) * 1000)
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]])
  )
}

const shown = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

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
