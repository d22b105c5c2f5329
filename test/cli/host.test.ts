/** The command on a host that does not help: its streams closed, full, or left; its files changed, or none. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const root = join(__dirname, '../..')
const bench = mkdtempSync(join(tmpdir(), 'limen-host-'))
const main = join(bench, 'main.mjs')

beforeAll(() => {
  buildSync({
    entryPoints: [join(root, 'src/cli/main.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['@resvg/resvg-js', '@myriaddreamin/typst-ts-node-compiler'],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url)'
    },
    // In parts, as the package has it: each start reads what it needs.
    splitting: true,
    outdir: bench,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error'
  })
  for (const name of ['gpt-3.json', 'training-log.csv'])
    copyFileSync(join(root, 'examples', name), join(bench, name))
})
afterAll(() => {
  rmSync(bench, { recursive: true })
})

/** A test of what some hosts cannot; there it is skipped, and the report of the tests says so. */
const where = (possible: boolean): typeof test => (possible ? test : (test.skip as typeof test))
const isLinux = process.platform === 'linux'
const hasShell = process.platform !== 'win32'

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a line of a shell does, in which `limen` is the command; whatever happens, there is no stack trace. */
const shell = (line: string): Outcome => {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `limen() { "${process.execPath}" "${main}" "$@"; }; ${line}`],
    { cwd: bench, encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL' }
  )
  expect(stdout + stderr).not.toMatch(/^ {4}at |node:internal/m)
  return { status, stdout, stderr }
}

const broken = (why: string): Outcome => ({ status: 1, stdout: '', stderr: `limen: ${why}\n` })

describe('standard output', () => {
  where(existsSync('/dev/full')).each(['schema workload', 'estimate gpt-3.json', '--help', 'draw hardware'])(
    'that is full is said to be: limen %s',
    (args) => {
      expect(shell(`limen ${args} > /dev/full`)).toEqual(broken('standard output: its disk is full'))
    }
  )

  where(hasShell)('whose reader leaves ends the command quietly', () => {
    const many = `for i in 1 2 3 4 5 6 7 8 9 10; do tr -d '\\n' < gpt-3.json; echo; done`
    expect(shell(`set -o pipefail; { ${many}; } | limen estimate --jsonl | head -c 1`)).toEqual({
      status: 0,
      stdout: '{',
      stderr: ''
    })
    expect(shell('set -o pipefail; limen draw hardware | true')).toEqual({
      status: 0,
      stdout: '',
      stderr: ''
    })
  })

  where(hasShell)('whose reader is slow has all of it', () => {
    const whole = shell('limen draw hardware').stdout
    expect(whole.length).toBeGreaterThan(65_536) // what a pipe holds
    expect(shell('limen draw hardware | { sleep 0.3; cat; }').stdout).toBe(whole)
  })

  where(hasShell)('that is no terminal is 80 columns wide', () => {
    const { stdout } = shell('limen estimate --help')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  where(hasShell)('that is closed takes nothing, as the null device', () => {
    expect(shell('limen schema workload >&-')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  where(hasShell)('still has its errors in the exit code, where nobody hears them', () => {
    expect(shell('limen frobnicate 2>&-').status).toBe(2)
    if (existsSync('/dev/full')) expect(shell('limen frobnicate 2> /dev/full').status).toBe(2)
    expect(shell('limen estimate none.json 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}').status).toBe(1)
  })
})

describe('standard input', () => {
  where(hasShell)('that is closed is empty', () => {
    for (const command of ['estimate', 'solve', 'compare'])
      expect(shell(`limen ${command} - <&-`)).toEqual(broken('standard input: it is empty'))
    expect(shell('limen trace - <&-')).toMatchObject({
      status: 1,
      stderr: 'limen: standard input has a problem\n  expected a trace, got nothing\n'
    })
  })

  where(hasShell)('may be a folder, which is said', () => {
    expect(shell('limen estimate - < .')).toEqual(broken('standard input: it is a folder'))
    expect(shell('limen trace - < .')).toMatchObject({ status: 1, stdout: '' })
  })
})

describe('a file that is read', () => {
  where(hasShell)('may be a pipe, with a name or without', () => {
    const { stdout } = shell('limen estimate gpt-3.json')
    expect(shell('mkfifo fifo; cat gpt-3.json > fifo & limen estimate fifo').stdout).toBe(stdout)
    expect(shell('limen estimate <(cat gpt-3.json)').stdout).toBe(stdout)
    const json = (named: string): string => shell(named).stdout.replace(/"name": .*/, '')
    const trace = json('limen trace training-log.csv --format json')
    expect(json('cat training-log.csv > fifo & limen trace fifo --format json')).toBe(trace)
    expect(json('limen trace <(gzip -c training-log.csv) --format json')).toBe(trace)
  })

  where(isLinux)('whose reading fails half-way says so, and gives nothing', () => {
    expect(shell('limen estimate /proc/self/mem')).toEqual(broken('/proc/self/mem: its disk fails'))
    expect(shell('limen trace /proc/self/mem')).toMatchObject({
      ...{ status: 1, stdout: '' },
      stderr: 'limen: /proc/self/mem has a problem\n  its disk fails\n'
    })
    const { status, stdout } = shell(
      'limen estimate --jsonl gpt-3.json /proc/self/mem | tail -n 1; exit ${PIPESTATUS[0]}'
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      record: 2,
      problems: [{ message: '/proc/self/mem: its disk fails' }]
    })
  })

  where(isLinux)('may have no size, as files of the kernel', () => {
    expect(shell('limen estimate /proc/self/status').stderr).toContain('/proc/self/status has a problem')
  })

  where(hasShell)('cannot steer the terminal by its name, nor seem another message', () => {
    const { stderr } = shell(String.raw`limen estimate $'a\nlimen: all is well\e[2J\u202e.json'`)
    expect(stderr).toBe('limen: a\\u000alimen: all is well\\u001b[2J\\u202e.json: there is no such file\n')
  })

  where(process.getuid?.() === 0 && hasShell)('may be of others', () => {
    const secret = join(bench, 'secret.json')
    writeFileSync(secret, '{}')
    chmodSync(secret, 0o600)
    chmodSync(bench, 0o755)
    const { stderr } = spawnSync(process.execPath, [main, 'estimate', 'secret.json'], {
      ...{ cwd: bench, encoding: 'utf8', uid: 65534 }
    })
    expect(stderr).toBe('limen: secret.json: it may not be read\n')
  })
})

where(hasShell)('a folder that is gone is no defect', () => {
  const gone = 'mkdir gone; cd gone; rmdir ../gone;'
  expect(shell(`${gone} limen estimate gpt-3.json`)).toEqual(broken('gpt-3.json: there is no such file'))
  expect(shell(`${gone} limen draw hardware -o a.svg`)).toEqual(broken('a.svg: there is no such folder'))
})

where(isLinux)('a file that may not be so large is not written, nor is anything left of it', () => {
  expect(shell('mkdir small; ulimit -f 8; limen draw hardware -o small/a.svg')).toEqual(
    broken('small/a.svg: it may not be so large')
  )
  expect(readdirSync(join(bench, 'small'))).toEqual([])
})

where(isLinux)('memory that runs out ends the command, and nothing is half-written', () => {
  const huge = "{ echo '['; yes '[1],' | head -c 60000000; }"
  const small = `NODE_OPTIONS=--max-old-space-size=60`
  // Node ends it itself, with what it has to say of that.
  const { status } = spawnSync(
    'bash',
    ['-c', `ulimit -c 0; ${huge} | ${small} "${process.execPath}" "${main}" report - -o r.html`],
    { cwd: bench, timeout: 60_000 }
  )
  expect([1, 134]).toContain(status)
  expect(readdirSync(bench).filter((name) => /^r\.html|partial/.test(name))).toEqual([])
})

where(hasShell)('a run that is longer than memory is read in little of it', () => {
  const rows = "{ echo parameters,relativeStep; yes '10,0.001' | head -n 2000000; }"
  const { status, stdout } = shell(`export NODE_OPTIONS=--max-old-space-size=32; ${rows} | limen trace -`)
  expect(status).toBe(0)
  expect(stdout).toMatch(/recorded steps +2,000,000\n/)
})

where(hasShell)('what waits for what never comes has failed, and says so', () => {
  writeFileSync(
    join(bench, 'never.cjs'),
    `require('node:fs/promises').open = () => new Promise(() => {})
    require('node:module').syncBuiltinESMExports()`
  )
  expect(shell('NODE_OPTIONS="--require ./never.cjs" limen estimate gpt-3.json')).toEqual({
    status: 3,
    stdout: '',
    stderr: 'limen: it ended before it was done\n'
  })
})

// A shell tells 130, 143 and 129.
where(hasShell).each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the command while it waits',
  async (signal) => {
    const child = spawn(process.execPath, [main, 'trace', '-'], {
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: 60_000
    })
    child.stdin!.write('relativeStep\n'.repeat(2))
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([null, signal])
  }
)

describe('what was read is not written over', () => {
  const setting =
    'rm -rf d && mkdir d && cd d && cp ../gpt-3.json a && ln -s a link && ln a hard && ' +
    `echo '{"name": "chip", "parts": [{"name": "w", "place": "update", "figure": "1 pJ/update"}]}' > chip`

  where(hasShell).each([
    ['report a -o a', 'a'],
    ['report a -o ../d/./a', '../d/./a'],
    ['draw ledger a -o link', 'link'],
    ['draw ledger link -o a', 'a'],
    ['report a -o hard', 'hard'],
    ['report - -o a < a', 'a'],
    ['report a --design chip -o chip', 'chip']
  ])('limen %s', (args, file) => {
    expect(
      shell(
        `${setting} && cksum * > ../before; limen ${args}; code=$?; cksum * | diff ../before - >&2; exit $code`
      )
    ).toEqual(broken(`${file}: it is what was read, and would be lost: name another file`))
  })

  where(hasShell)('and another file is', () => {
    const { status, stdout } = shell(`${setting} && limen report a -o b && ls`)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('b') as string })
  })
})
