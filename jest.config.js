/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    // The full type check, so that a @ts-expect-error line that compiles fails its test.
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }]
  }
}
