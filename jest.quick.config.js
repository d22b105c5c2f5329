/** The tests that take no more than a minute together: of units, shapes, formulas, models, bounds and formats. */
import all from './jest.config.js'

/** What takes long: properties over whole ledgers, every command and every function, the documentation. */
const long = [
  'cli',
  'payloads',
  'from-javascript',
  'docs',
  'bound/(instances|counting)',
  'estimate',
  'formula/derivative',
  'ledger',
  'report',
  'samples',
  'readings',
  'oracle',
  'reading/(sensitivities|certify|explain|box|interval|decimal|kernel|evaluate|latex|number|settle)',
  'workload/(ising|quadratic)',
  'shape/uncertain',
  'units/logarithm',
  'format/linear',
  'physics/(optimal-reset|update|models|thermodynamics)'
]

/** @type {import('jest').Config} */
export default {
  ...all,
  testPathIgnorePatterns: [`<rootDir>/test/(${long.join('|')})`]
}
