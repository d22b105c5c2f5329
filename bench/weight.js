/** What a user's program weighs, bundled for Node by esbuild, with decimal.js, gzipped; each runs too. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { printAlone, row } from './table.js'

const programs = [
  ['kelvin', `import { kelvin } from 'limen'; console.log(kelvin(300).value)`, '300', '≤ 15 kB'],
  [
    'landauer, kelvin and format',
    `import { format, kelvin, landauer } from 'limen'
     console.log(format(landauer({ temperature: kelvin(300), errorProbability: 0 }).right))`,
    '2.871 zJ/bit',
    '≤ 30 kB'
  ]
]

export const rows = () =>
  Promise.all(
    programs.map(async ([what, contents, prints, goal]) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
        bundle: true,
        // The package, and not the sources that the paths of this folder name for it.
        tsconfigRaw: {},
        minify: true,
        platform: 'node',
        format: 'esm',
        logLevel: 'error',
        write: false
      })
      const { text, contents: bytes } = outputFiles[0]
      const said = execFileSync(process.execPath, ['--input-type=module'], { input: text, encoding: 'utf8' })
      if (said.trim() !== prints) throw new Error(`the bundle of ${what} prints ${said}`)
      return row(`${what}, bundled`, 'gzipped, with decimal.js', gzipSync(bytes).length / 1000, goal)
    })
  )

await printAlone(import.meta.url, 'Weights', rows)
