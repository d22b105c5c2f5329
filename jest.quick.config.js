/** The tests that take no more than a minute together, with ten runs of each property that asks for no number. */
import all from './jest.config.js'

/** What takes long: properties over whole ledgers, every command, the documentation. */
const long = [
  'cli',
  'docs',
  'estimate',
  'ledger',
  'report',
  'samples',
  'readings',
  'oracle',
  'reading/(sensitivities|certify|explain|box|interval|decimal)',
  'workload/(ising|quadratic)',
  'shape/uncertain',
  'physics/optimal-reset'
]

/** @type {import('jest').Config} */
export default {
  ...all,
  testPathIgnorePatterns: [`<rootDir>/test/(${long.join('|')})`],
  setupFiles: ['<rootDir>/test/quick.ts']
}
