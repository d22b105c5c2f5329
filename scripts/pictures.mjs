/** Draws the pictures of the documentation: `npm run pictures`, after a build. */
import { execFileSync } from 'node:child_process'

const pictures = {
  'docs/brain-scale.svg': ['ledger', 'examples/brain-scale.json'],
  'docs/hardware.svg': ['hardware'],
  'docs/experiments.svg': ['experiments']
}

for (const [file, args] of Object.entries(pictures))
  execFileSync(process.execPath, ['dist/cli.js', 'draw', ...args, '-o', file], { stdio: 'inherit' })
