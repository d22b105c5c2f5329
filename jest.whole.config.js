/** All tests, in one run. */
import all from './jest.config.js'

/** @type {import('jest').Config} */
export default { ...all, testMatch: ['<rootDir>/test/whole.ts'], verbose: false }
