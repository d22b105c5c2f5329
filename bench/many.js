/**
 * What a ledger of a workload file costs: the first of its kind against those that follow, as ratios
 * within this run.
 */
import { readFileSync } from 'node:fs'
import { Bench } from 'tinybench'
import { certifiedFileEstimator, estimateFile, certifiedEstimateFile, fileEstimator } from 'limen/files'

const text = readFileSync(new URL('../examples/brain-scale.json', import.meta.url), 'utf8')
const bench = new Bench({ time: 2000 })
const [exact, certified] = [fileEstimator(), certifiedFileEstimator()]

bench
  .add('fileEstimator, after the first', () => exact(text))
  .add('estimateFile', () => estimateFile(text))
  .add('certifiedFileEstimator, after the first', () => certified(text))
  .add('certifiedEstimateFile', () => certifiedEstimateFile(text))
await bench.run()

const times = bench.tasks.map(({ name, result }) => [name, result.latency.p50])
const [[, least]] = times
for (const [name, time] of times)
  console.log(
    `${name.padEnd(42)} ${time.toFixed(2).padStart(8)} ms  ${(time / least).toFixed(1).padStart(5)}×`
  )
