/** Threads as a user has them, of modules that are bundled as the package has them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

/** The module of a thread, in a file of its own. */
export const bundled = (source: string): { readonly module: URL; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'limen-threads-'))
  const outfile = join(folder, 'thread.mjs')
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    // A thread draws nothing, and writes no file.
    external: ['@resvg/*', '@myriaddreamin/*', 'apache-arrow', 'hyparquet-writer'],
    banner: {
      js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);"
    }
  })
  return {
    module: pathToFileURL(outfile),
    remove: () => {
      rmSync(folder, { recursive: true })
    }
  }
}
