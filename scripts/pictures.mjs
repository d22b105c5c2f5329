/** Draws the pictures of the documentation: `npm run pictures`, after a build. */
import { execFileSync } from 'node:child_process'

const pictures = {
  'docs/brain-scale.svg': ['draw', 'ledger', 'examples/brain-scale.json', '-o'],
  'docs/hardware.svg': ['draw', 'hardware', '-o'],
  'docs/experiments.svg': ['draw', 'experiments', '-o'],
  'docs/bit-reset.svg': ['simulate', 'examples/bit-reset.json', '--picture']
}

for (const [file, args] of Object.entries(pictures))
  execFileSync(process.execPath, ['dist/cli.js', ...args, file], { stdio: ['inherit', 'ignore', 'inherit'] })
