/** What memories that learned are told by: a text for people, a table of their course for programs. */
import { learningCsv, learningJson } from '../../../src/report/data/learning'
import { learningText } from '../../../src/report/text/learning'
import { terminalColumns } from '../../../src/report/text/table'
import { learn, type LearningRun } from '../../../src/simulation/learn'
import { isingLoss } from '../../../src/simulation/loss/ising'
import type { SampleMean } from '../../../src/simulation/sample'
import { gigahertz, kelvin, kT, microseconds } from '../../../src/units/si'
import { isingProblem } from '../../../src/workload/ising/problem'
import { right } from '../../reading/values'

const temperature = kelvin(300)
const pair = isingLoss(right(isingProblem({ spins: 2, couplings: [[0, 1, 1]], fields: [1, 0] })))
const conditions = { seed: 3, temperature, attemptRate: gigahertz(1), duration: microseconds(0.2) }
const run = right(
  learn(pair, {
    ...conditions,
    writer: 'annealed',
    energyPerLoss: kT(6, temperature),
    steps: 10
  })
)

test('a text tells loss, heat and hops, and of each verdict whether it is a bound and of which machine', () => {
  const text = learningText('a pair', [run])
  expect(text).toContain('Learning: a pair')
  expect(text.replace(/\s+/g, ' ')).toContain(
    '2 parameters of 2 rungs at 300.0 K, attempts at 1.000 GHz; 16 runs of 200.0 ns, seed 3'
  )
  expect(text).toContain(`${Number(run.final.mean.toPrecision(4))} ± `)
  const line = (name: string): string => text.split('\n').find((each) => each.startsWith(`  ${name}`))!
  expect(line('discardedInformation')).toMatch(/lower bound$/)
  expect(line('floor')).toMatch(/lower bound$/)
  expect(line('static')).toMatch(/cost of another machine$/)
  for (const each of text.split('\n')) expect(each.length).toBeLessThanOrEqual(terminalColumns)
  expect(text).not.toContain('REFUTED')
})

test('a refuted bound is an alarm', () => {
  const verdicts = run.verdicts.map((each) => ({ ...each, refuted: each.name === 'floor' }))
  const alarmed: LearningRun = { ...run, verdicts }
  expect(learningText('a pair', [alarmed])).toContain(': REFUTED')
  expect(learningText('a pair', [alarmed])).toContain('floor lies above what was achieved')
})

test('several writers stand beside each other, and each has its own verdicts', () => {
  const written = right(
    learn(pair, {
      ...conditions,
      writer: 'static',
      updates: 4
    })
  )
  const lines = learningText('a pair', [run, written]).split('\n')
  expect(lines[1]!.trim().split(/ {2,}/)).toEqual(['loss before', 'after', 'the best run', 'heat', 'hops'])
  expect(lines[2]).toMatch(/^ {2}annealed +.* -2 /)
  expect(lines[3]).toMatch(/^ {2}static +.* -2 /)
  expect(lines.filter((line) => line.startsWith('  discardedInformation'))).toHaveLength(2)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(terminalColumns)
})

test('entropy is told at some moments of a long course: in the table and for programs alike', () => {
  const long = right(learn(pair, { ...conditions, writer: 'static', updates: 99 }))
  const places = long.course.entropyLost!.map(({ at }) => at)
  expect(places).toHaveLength(33)
  const cells = learningCsv([long])
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(',').slice(6))
  const { runs } = learningJson('a pair', [long]) as {
    runs: readonly { course: readonly { entropyLost?: SampleMean }[] }[]
  }
  runs[0]!.course.forEach(({ entropyLost }, at) => {
    expect(entropyLost !== undefined).toBe(places.includes(at))
    expect(cells[at]).toEqual(
      entropyLost === undefined ? ['', ''] : [entropyLost.mean, entropyLost.error].map(String)
    )
  })
})

test('the table of the course has a row at the start and after each step, to the last digit', () => {
  const [head, ...rows] = learningCsv([run]).trimEnd().split(/\r?\n/)
  expect(head).toBe('writer,time_s,heat_J,loss,hops,reads_mac,entropy_lost_nat,entropy_lost_error_nat')
  const { time, joules, loss, hops, reads, entropyLost } = run.course
  expect(rows.map((row) => row.split(',').slice(1).map(Number))).toEqual(
    Array.from(time, (each, at) => {
      const { mean, error } = entropyLost![at]!
      return [each, joules[at], loss[at], hops[at], reads[at], mean, error]
    })
  )
  expect(rows).toHaveLength(11)
  for (const row of rows) expect(row).toMatch(/^annealed,/)
  expect(learningCsv([run, run]).split('\n')).toHaveLength(1 + 2 * 11 + 1)
})
