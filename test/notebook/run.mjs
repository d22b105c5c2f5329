/**
 * Runs the tutorial notebook as a reader would, with limen as it is packed, and holds its outputs to
 * those that stand in it. Exits with 1 where a cell fails or gives something else.
 *
 *   node test/notebook/run.mjs           checks
 *   node test/notebook/run.mjs --write   writes the outputs into the notebook
 *
 * It wants Debian's jupyter-nbconvert, jupyter-client and jupyter-core; where they are missing it says
 * that it skips.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const home = join(here, '../..')
const notebook = join(home, 'docs/tutorial.ipynb')
const jupyter = process.env['JUPYTER'] ?? '/usr/bin/jupyter'

const isThere =
  existsSync(jupyter) && spawnSync(jupyter, ['nbconvert', '--version'], { stdio: 'ignore' }).status === 0

if (!isThere) {
  console.log(`SKIPPED: the notebook was not run, for there is no ${jupyter} with nbconvert.`)
  console.log('         apt-get install jupyter-nbconvert jupyter-client jupyter-core')
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'limen-notebook-'))

const npm = (args, cwd = folder) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })

/** limen as it is packed, tslab, and a kernel that is it: `tslab install` wants IPython, and this does not. */
const install = () => {
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(folder, file))
  npm(['ci'])
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], home)
  )
  npm(['install', '--no-save', join(folder, filename)])
  const kernel = join(folder, 'jupyter/kernels/tslab')
  mkdirSync(kernel, { recursive: true })
  const tslab = join(folder, 'node_modules/tslab/bin/tslab')
  writeFileSync(
    join(kernel, 'kernel.json'),
    JSON.stringify({
      argv: [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'],
      display_name: 'TypeScript',
      language: 'typescript'
    })
  )
}

/** A notebook executed: its exit code, what was said, and the notebook with its outputs. */
const executed = (source, ...options) => {
  writeFileSync(join(folder, 'in.ipynb'), JSON.stringify(source))
  const { status, stderr } = spawnSync(
    jupyter,
    ['nbconvert', '--to', 'notebook', '--execute', ...options, '--output', 'out.ipynb', 'in.ipynb'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, JUPYTER_PATH: join(folder, 'jupyter'), NO_COLOR: '1' }
    }
  )
  const result = status === 0 ? JSON.parse(readFileSync(join(folder, 'out.ipynb'), 'utf8')) : undefined
  return { status, stderr, result }
}

const joined = (text) => (Array.isArray(text) ? text.join('') : text)

/** What a reader sees of the outputs of a cell, without what differs from run to run. */
const seen = ({ outputs = [] }) =>
  outputs.map(({ output_type: type, name, text, data }) =>
    type === 'stream'
      ? { type, name, text: joined(text) }
      : { type, data: Object.fromEntries(Object.entries(data ?? {}).map(([mime, of]) => [mime, joined(of)])) }
  )

const without = (cell) => ({ ...cell, metadata: {}, outputs: [], execution_count: null })

const failingOn = (source) => ({
  cells: [{ cell_type: 'code', id: 'one', execution_count: null, metadata: {}, outputs: [], source }],
  metadata: { kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' } },
  nbformat: 4,
  nbformat_minor: 5
})

/** Where two texts part, with a little of what stands around it. */
const parting = (a, b) => {
  const at = [...a].findIndex((letter, k) => letter !== b[k])
  const from = Math.max(0, (at < 0 ? a.length : at) - 60)
  return [a, b].map((text) => JSON.stringify(text.slice(from, from + 160)))
}

/** Cells of a notebook whose outputs are not those that stand in it, in sentences. */
const differences = (stands, ran) =>
  stands.cells.flatMap((cell, at) => {
    if (cell.cell_type !== 'code') return []
    const [before, now] = [seen(cell), seen(ran.cells[at])].map((outputs) => JSON.stringify(outputs))
    if (before === now) return []
    const [had, gives] = parting(before, now)
    return [`cell ${at + 1} gives\n  … ${gives} …\nwhere the notebook has\n  … ${had} …`]
  })

try {
  install()
  const source = JSON.parse(readFileSync(notebook, 'utf8'))
  const cells = source.cells.map((cell) => (cell.cell_type === 'code' ? without(cell) : cell))
  const { status, stderr, result } = executed({ ...source, cells })
  if (status !== 0) throw new Error(`the notebook fails:\n${stderr}`)

  if (process.argv.includes('--write')) {
    const written = result.cells.map((cell, at) =>
      cell.cell_type === 'code' ? { ...cell, metadata: {}, execution_count: null } : source.cells[at]
    )
    writeFileSync(notebook, `${JSON.stringify({ ...source, cells: written }, null, 1)}\n`)
    console.log('written: docs/tutorial.ipynb')
  } else {
    const found = differences(source, result)
    if (found.length > 0) throw new Error(found.join('\n\n'))
    console.log(`ok: the tutorial runs, and its ${cells.length} cells give what they show`)
  }

  const wrong = failingOn(
    "import { landauer, perSecond } from 'limen'\nlandauer({ temperature: perSecond(300), errorProbability: 0 })"
  )
  if (executed(wrong).status === 0) throw new Error('a rate was taken for a temperature')
  const said = JSON.stringify(executed(wrong, '--allow-errors').result?.cells)
  if (!/Frequency.*Temperature/.test(said)) throw new Error(`the error names no dimensions: ${said}`)
  console.log('ok: a unit of the wrong dimension is an error in the notebook')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
