/**
 * What the ledger of a workload file costs: brain-scale.json, each time of a temperature and a rate of errors of its
 * own; by an estimator of many files, and by itself.
 */
import { readFileSync } from 'node:fs'
import {
  certifiedEstimateFile, certifiedFileEstimator, estimateFile, fileEstimator
} from 'limen/files' // prettier-ignore
import { cpuTime, inTurns, printAlone, right, row } from './table.js'

const file = JSON.parse(readFileSync(new URL('../examples/brain-scale.json', import.meta.url), 'utf8'))
let seed = 0
const text = () => {
  const n = (seed += 1)
  const design = { ...file.design, temperature: `${290 + n / 1024} K`, errorProbability: 0.01 + n * 1e-7 }
  return JSON.stringify({ ...file, design })
}

const count = 30
/** The CPU time of one of some files: of as many for each, or the collector of garbage comes to some alone. */
const each = (estimate) => () => {
  const texts = Array.from({ length: count }, text)
  return (
    cpuTime(() => {
      for (const each of texts) right(estimate(each))
    }) / count
  )
}

export const rows = () => {
  const times = inTurns(
    {
      many: each(fileEstimator()),
      one: each(estimateFile),
      certifiedMany: each(certifiedFileEstimator()),
      certifiedOne: each(certifiedEstimateFile)
    },
    { turns: 15, warmUp: 5 }
  )
  return [
    row('fileEstimator', 'records a CPU-second', 1e9 / times.many, '≥ 5e3 /s'),
    row('estimateFile: the time', 'fileEstimator', times.one / times.many),
    row('certifiedFileEstimator: the time', 'fileEstimator', times.certifiedMany / times.many),
    row('certifiedEstimateFile: the time', 'certifiedFileEstimator', times.certifiedOne / times.certifiedMany)
  ]
}

await printAlone(import.meta.url, 'Ledgers of files (CPU medians)', rows)
