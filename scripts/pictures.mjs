/** Draws the pictures of the documentation: `npm run pictures`, after a build. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { gigahertz, kelvin, kT, microseconds } from 'limen'
import { decodeRegression, learn, learningPicture, logisticLoss } from 'limen/simulate'

const pictures = {
  'docs/brain-scale.svg': ['draw', 'ledger', 'examples/brain-scale.json', '-o'],
  'docs/hardware.svg': ['draw', 'hardware', '-o'],
  'docs/time.svg': ['draw', 'time', 'examples/gpt-3.json', '-o'],
  'docs/experiments.svg': ['draw', 'experiments', '-o'],
  'docs/bit-reset.svg': ['simulate', 'examples/bit-reset.json', '--picture'],
  'docs/bit-reset-work.svg': ['simulate', 'examples/bit-reset.json', '--trajectories', '1e5', '--histogram']
}

for (const [file, args] of Object.entries(pictures))
  execFileSync(process.execPath, ['dist/cli.js', ...args, file], { stdio: ['inherit', 'ignore', 'inherit'] })

const right = (result) => {
  if (result._tag === 'Left') throw new Error(result.left.message)
  return result.right
}

// Rings and crosses, learned by each writer.
const temperature = kelvin(300)
const data = right(decodeRegression(readFileSync('examples/rings-crosses.csv', 'utf8')))
const loss = right(logisticLoss(data, { rungs: 64, range: [-0.5, 0.5], ridge: 1 }))
const conditions = { seed: 1, temperature, attemptRate: gigahertz(1), runs: 4 }
const writers = [
  { writer: 'annealed', duration: microseconds(0.3), energyPerLoss: kT(2000, temperature), rise: 1e-6 },
  { writer: 'tilted', duration: microseconds(1000), updates: 400, hopsPerUpdate: 2, errorProbability: 0.1 },
  { writer: 'static', duration: microseconds(100), updates: 30 }
]
const runs = writers.map((options) => right(learn(loss, { ...conditions, ...options })))
writeFileSync(
  'docs/learning.svg',
  learningPicture({ name: 'Logistic regression of rings and crosses', runs })
)
