/**
 * Runs docs/python.md as a reader would: its commands and programs in order, in an empty folder with limen and a
 * virtual environment. A block of text is what the block before it prints. Validates CITATION.cff, too.
 *
 *   node test/python/run.mjs
 *
 * It wants Python with pip, in PYTHON or on the PATH, and dist/. Where Python, a package or a command is
 * missing, the rest of the section is skipped, and a line says so. Exits with 1 where something prints
 * another thing.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(dirname(fileURLToPath(import.meta.url)), '../..')
const page = readFileSync(join(home, 'docs/python.md'), 'utf8')

/** The newest Python that has venv, also of pyenv: what is written wants 3.12 at one place. */
const newest = () => {
  const version = 'import venv, ensurepip, sys; print(sys.version_info[0] * 1000 + sys.version_info[1])'
  const pyenv = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions')
  const ofPyenv = existsSync(pyenv) ? readdirSync(pyenv) : []
  const found = [
    ...['python3', 'python3.14', 'python3.13', 'python3.12'],
    ...ofPyenv.map((each) => join(pyenv, each, 'bin/python3'))
  ].flatMap((command) => {
    const { status, stdout } = spawnSync(command, ['-c', version], { encoding: 'utf8' })
    return status === 0 ? [{ command, of: Number(stdout) }] : []
  })
  return process.env['PYTHON'] ?? found.sort((a, b) => b.of - a.of)[0]?.command
}

const python = newest()
if (python === undefined) {
  console.log('SKIPPED: docs/python.md was not run, for there is no python3 with venv')
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'limen-python-'))
const environment = join(folder, 'venv')
/** What is run has a home of its own, but for pip, which may have its settings at home. */
const run = (command, args, { cwd = folder, HOME = folder } = {}) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
    env: {
      ...process.env,
      HOME,
      VIRTUAL_ENV: environment,
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      PATH: [join(environment, 'bin'), process.env['PATH']].join(delimiter)
    }
  })
const counts = { passed: 0, failed: 0, skipped: 0 }

const told = ({ stdout, stderr, error }) => `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim()
const lastLine = (of) => told(of).split('\n').at(-1)

/** Why a line of the shell cannot be run here; undefined if it can. */
const lacking = (line) => {
  const [command] = line.split(' ')
  if (command === 'pip') {
    const installed = run('bash', ['-c', line], { HOME: homedir() })
    return installed.status === 0 ? undefined : lastLine(installed)
  }
  return run('bash', ['-c', `command -v ${command}`]).status === 0 ? undefined : `there is no ${command}`
}

/** Runs the blocks of a section until one cannot be run, or fails. */
const runSection = ({ title, blocks }) => {
  let printed = ''
  for (const { language, text } of blocks) {
    if (language === 'yaml') writeFileSync(join(folder, 'counts.yaml'), text)
    else if (language === 'text') {
      if (printed === text) continue
      counts.failed++
      return console.error(`not so: ${title}: expected\n${text}got\n${printed}`)
    } else {
      const lines = language === 'sh' ? text.trim().split('\n') : []
      const missing = lines.map(lacking).find((why) => why !== undefined)
      if (missing !== undefined) {
        counts.skipped++
        return console.log(`SKIPPED: ${title}: ${missing}`)
      }
      const ran =
        language === 'sh'
          ? run('bash', [
              '-euo',
              'pipefail',
              '-c',
              lines.filter((line) => !line.startsWith('pip ')).join('\n')
            ])
          : run('python', ['-c', text])
      if (ran.status !== 0) {
        counts.failed++
        return console.error(`not so: ${title}: ${text}fails: ${told(ran)}`)
      }
      printed = ran.stdout
    }
  }
  counts.passed++
  console.log(`ok: ${title}`)
}

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: `docs/python.md, ${section.split('\n', 1)[0]}`,
    blocks: [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
      language,
      text
    }))
  }))

try {
  const made = run(python, ['-m', 'venv', environment])
  if (made.status !== 0 || !existsSync(join(environment, 'bin/pip'))) {
    console.log(`SKIPPED: docs/python.md was not run, for ${python} makes no environment with pip`)
  } else {
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
    symlinkSync(home, join(folder, 'node_modules/limen'))
    symlinkSync('../limen/dist/cli.js', join(folder, 'node_modules/.bin/limen'))
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    cpSync(join(home, 'examples'), join(folder, 'examples'), { recursive: true })
    for (const section of sections) runSection(section)

    // Last, for it takes an older jsonschema.
    const missing = lacking("pip install --quiet cffconvert 'setuptools<81'")
    const valid = missing === undefined ? run('cffconvert', ['--validate'], { cwd: home }) : undefined
    if (valid === undefined) console.log(`SKIPPED: CITATION.cff: ${missing}`)
    else if (valid.status === 0) console.log('ok: CITATION.cff is valid')
    else console.error(`not so: CITATION.cff is valid: ${told(valid)}`)
    counts[valid === undefined ? 'skipped' : valid.status === 0 ? 'passed' : 'failed']++
    console.log(`python: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (counts.failed > 0) process.exitCode = 1
