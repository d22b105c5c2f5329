import { defineConfig } from 'tsup'

/** d3 has no CommonJS: what is used of it goes into the bundle. */
const drawing = [/^d3-/, 'internmap']

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    target: 'node20',
    clean: true,
    treeshake: true,
    noExternal: [/^fp-ts\//, 'io-ts', ...drawing]
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    noExternal: drawing
  }
])
