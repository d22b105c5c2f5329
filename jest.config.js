/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // d3 is published as ES modules, and beside them as scripts that jest can load.
  moduleNameMapper: { '^(d3-[a-z-]+|internmap)$': '<rootDir>/node_modules/$1/dist/$1.js' },
  setupFiles: ['<rootDir>/test/seed.cjs'],
  setupFilesAfterEnv: ['<rootDir>/test/expect.cjs'],
  // hyparquet is published as ES modules alone.
  transform: { '^.+\\.ts$|/node_modules/hyparquet[^/]*/.+\\.js$': '<rootDir>/test/transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)']
}
