/** Files: written whole or not at all, or through what is no regular file; read piece by piece. */
import { execFileSync, spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { writeAll } from '../../src/cli/files'
import { stream } from '../../src/cli/stream'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-'))
  await chmod(folder, 0o777) // for those who are not root
})
afterEach(() => rm(folder, { recursive: true }))

const path = (name: string): string => join(folder, name)
const text = async (name: string): Promise<string> => readFile(path(name), 'utf8')
const mode = async (name: string): Promise<number> => (await lstat(path(name))).mode & 0o7777

/** Tries a command that the platform may lack or forbid. */
const does = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A test of what some platforms cannot; there it is skipped, and the report of the tests says so. */
const where = (possible: boolean): typeof test => (possible ? test : (test.skip as typeof test))

const bench = mkdtempSync(join(tmpdir(), 'limen-bench-'))
afterAll(() => {
  rmSync(bench, { recursive: true })
})
const isRoot = process.getuid?.() === 0
/** Root writes to names of the system as nobody: a mistake would replace them for everybody. */
const harmless = isRoot ? { uid: 65534 } : {}
const hasFifos = does('mkfifo', join(bench, 'fifo'))
const hasDevices = does('mknod', join(bench, 'null'), 'c', '1', '3')
const hasDescriptors = process.platform === 'linux'

/** The writing of the command as a process of its own: each argument is a file, and gets its own name and a line. */
const program = join(bench, 'write.cjs')
beforeAll(async () => {
  buildSync({
    stdin: {
      contents: `
        import { writeAll } from './src/cli/files'
        import { writeFiles } from './src/cli/output'
        const io = { write: writeAll, out: (text) => process.stdout.write(text), error: (text) => process.stderr.write(text) }
        const [lines, ...files] = process.argv.slice(2)
        function* pieces(many) {
          for (let at = 0; at < many; at++) yield 'line\\n'
          if (many >= 0) return
          yield 'line\\n'.repeat(1e6)
          process.exit(9)
        }
        writeFiles(io, files.map((file) => [file, pieces(Number(lines))])).then((code) => {
          process.exitCode = code
        })`,
      resolveDir: join(__dirname, '../..')
    },
    bundle: true,
    platform: 'node',
    outfile: program
  })
  await chmod(bench, 0o755)
})

const written = (
  files: readonly string[],
  options: { readonly lines?: number; readonly uid?: number; readonly stdout?: number } = {}
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [program, String(options.lines ?? 1), ...files], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid })
  })

test('a file is written in whole, and stands alone', async () => {
  await writeAll([[join(folder, 'run.csv'), ['a\n', 'b\n']]])
  expect(await text('run.csv')).toBe('a\nb\n')
  expect(await readdir(folder)).toEqual(['run.csv'])
})

test('it is compressed where its name says so', async () => {
  await writeAll([[join(folder, 'run.csv.gz'), ['a\n', 'b\n']]])
  expect(gunzipSync(await readFile(join(folder, 'run.csv.gz'))).toString()).toBe('a\nb\n')
})

test.each(['run.csv', 'run.csv.gz'])('what breaks half-way leaves %s as it was', async (name) => {
  await writeFile(join(folder, name), 'before')
  function* broken(): Generator<string> {
    yield 'a\n'.repeat(100_000)
    throw new Error('broken')
  }
  await expect(writeAll([[join(folder, name), broken()]])).rejects.toThrow('broken')
  expect(await text(name)).toBe('before')
  expect(await readdir(folder)).toEqual([name])
})

test('of several files none is written where one breaks', async () => {
  await writeFile(join(folder, 'a.csv'), 'before')
  function* broken(): Generator<string> {
    yield 'b'
    throw new Error('broken')
  }
  const files = [
    ['a.csv', ['a']],
    ['b.csv', broken()]
  ] as const
  await expect(writeAll(files.map(([name, of]) => [join(folder, name), of]))).rejects.toThrow('broken')
  expect(await text('a.csv')).toBe('before')
  expect(await readdir(folder)).toEqual(['a.csv'])
})

test('of several files none has its name where one cannot: the others are as they were', async () => {
  await writeFile(path('a'), 'before')
  const inode = (await lstat(path('a'))).ino
  function* late(): Generator<string> {
    yield 'c'
    mkdirSync(path('c')) // after it was seen that there is nothing
  }
  const files = [
    [path('a'), ['a']],
    [path('b'), ['b']],
    [path('c'), late()]
  ] as const
  await expect(writeAll(files)).rejects.toMatchObject({ code: 'EISDIR', file: path('c') })
  expect(await text('a')).toBe('before')
  expect((await lstat(path('a'))).ino).toBe(inode)
  expect(await readdir(folder)).toEqual(['a', 'c'])
})

test('of several files that stand, each is replaced, and nothing else is left', async () => {
  await writeFile(path('a'), 'before')
  await writeAll(['a', 'b'].map((name) => [path(name), [name]]))
  expect([await text('a'), await text('b')]).toEqual(['a', 'b'])
  expect(await readdir(folder)).toEqual(['a', 'b'])
})

test('what ends the process half-way leaves the file as it was', async () => {
  await writeFile(path('a'), 'before')
  const { status } = spawnSync(process.execPath, [program, '-1', 'a'], { cwd: folder })
  expect(status).toBe(9)
  expect(await text('a')).toBe('before')
  expect(await readdir(folder)).toEqual(['a'])
})

test.each([
  ['022', 0o644],
  ['077', 0o600],
  ['002', 0o664]
])('a new file has the mode that umask %s leaves', async (mask, expected) => {
  execFileSync('sh', ['-c', `umask ${mask}; "${process.execPath}" "${program}" 1 a`], { cwd: folder })
  expect(await mode('a')).toBe(expected)
})

test('nothing is left where there is no folder to write to', async () => {
  const file = path('none/run.csv')
  await expect(writeAll([[file, ['a']]])).rejects.toMatchObject({ code: 'ENOENT', file })
  expect(await readdir(folder)).toEqual([])
})

describe('a file that stands', () => {
  test.each(['600', '640', '666', '755'])('keeps its mode: %s', async (octal) => {
    const kept = parseInt(octal, 8)
    await writeFile(path('a'), 'before')
    await chmod(path('a'), kept)
    await writeAll([[path('a'), ['after']]])
    expect(await text('a')).toBe('after')
    expect(await mode('a')).toBe(kept)
  })

  test('is never open to more than it is, not even before it has its name', async () => {
    await writeFile(path('a'), 'before')
    await chmod(path('a'), 0o600)
    let seen: readonly number[] = []
    function* pieces(): Generator<string> {
      yield 'a\n'.repeat(100_000)
      seen = execFileSync('ls', ['-l', folder], { encoding: 'utf8' })
        .split('\n')
        .flatMap((line, at) => (/^-rw-------/.test(line) ? [at] : []))
      yield 'b'
    }
    await writeAll([[path('a'), pieces()]])
    expect(seen).toHaveLength(2)
  })

  where(isRoot)('keeps its owner, where root writes it', async () => {
    await writeFile(path('a'), 'before')
    await chown(path('a'), 65534, 65534)
    await writeAll([[path('a'), ['after']]])
    expect(await lstat(path('a'))).toMatchObject({ uid: 65534, gid: 65534 })
  })

  where(isRoot)('that may not be written is not replaced either', async () => {
    await writeFile(path('a'), 'before')
    await chmod(path('a'), 0o444)
    expect(written(['a'], { uid: 65534 })).toMatchObject({
      status: 1,
      stderr: 'limen: a: it or its folder may not be written\n'
    })
    expect(await text('a')).toBe('before')
    expect(await readdir(folder)).toEqual(['a'])
  })
})

describe('a symbolic link', () => {
  test.each(['there', 'not there'])('is followed, to what is %s', async (what) => {
    await mkdir(path('far'))
    if (what === 'there') await writeFile(path('far/a'), 'before')
    await symlink('far/a', path('link'))
    await symlink(path('link'), path('link to link'))
    await writeAll([[path('link to link'), ['after']]])
    expect(await text('far/a')).toBe('after')
    expect(await readlink(path('link'))).toBe('far/a')
    expect(await readlink(path('link to link'))).toBe(path('link'))
    expect(await readdir(path('far'))).toEqual(['a'])
  })

  test('of a folder is no part of what ".." in a link leaves', async () => {
    await mkdir(path('far/deep'), { recursive: true })
    await symlink('far/deep', path('near'))
    await symlink('../a', path('far/deep/link'))
    await writeAll([[path('near/link'), ['after']]])
    expect(await text('far/a')).toBe('after')
  })

  test('whose file keeps its mode', async () => {
    await writeFile(path('a'), 'before')
    await chmod(path('a'), 0o600)
    await symlink('a', path('link'))
    await writeAll([[path('link'), ['after']]])
    expect(await mode('a')).toBe(0o600)
  })

  test('of a folder is no file', async () => {
    await mkdir(path('far'))
    await symlink('far', path('link'))
    expect(written(['link', 'b'])).toMatchObject({
      status: 1,
      stderr: 'limen: link: it is a folder; so none of 2 files is written\n'
    })
    expect(await readdir(folder)).toEqual(['far', 'link'])
    expect(await readdir(path('far'))).toEqual([])
  })

  test('that leads back to itself is an error', async () => {
    await symlink('b', path('a'))
    await symlink('a', path('b'))
    expect(written(['a'])).toMatchObject({ status: 1, stderr: 'limen: a: its links lead in a circle\n' })
    expect(await readdir(folder)).toEqual(['a', 'b'])
  })

  test('says whether its text is compressed, not what it leads to', async () => {
    await symlink('a', path('a.gz'))
    await writeAll([[path('a.gz'), ['after']]])
    expect(gunzipSync(await readFile(path('a'))).toString()).toBe('after')
  })
})

describe('what is no regular file is written through:', () => {
  where(hasFifos)('a pipe with a name', async () => {
    execFileSync('mkfifo', [path('fifo')])
    const shell = spawnSync('sh', ['-c', `cat fifo & "${process.execPath}" "${program}" 2 fifo`], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 4_000
    })
    expect(shell.stdout).toBe('line\nline\n')
    expect((await lstat(path('fifo'))).isFIFO()).toBe(true)
    expect(await readdir(folder)).toEqual(['fifo'])
  })

  where(hasDevices)('a device, also behind a link', async () => {
    execFileSync('mknod', [path('null'), 'c', '1', '3'])
    await symlink('null', path('link'))
    for (const name of ['null', 'link']) await writeAll([[path(name), ['a']]])
    expect((await lstat(path('null'))).isCharacterDevice()).toBe(true)
    expect((await lstat(path('link'))).isSymbolicLink()).toBe(true)
    expect((await readdir(folder)).sort()).toEqual(['link', 'null'])
  })

  where(hasDevices)('a device that is full, which is said, and nothing beside it is written', async () => {
    execFileSync('mknod', [path('full'), 'c', '1', '7'])
    expect(written(['a', 'full'])).toMatchObject({
      status: 1,
      stderr: 'limen: full: its disk is full; so none of 2 files is written\n'
    })
    expect((await lstat(path('full'))).isCharacterDevice()).toBe(true)
    expect(await readdir(folder)).toEqual(['full'])
  })

  where(hasDescriptors).each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', '-', 'link'])(
    'an open file, %s, after what is in it',
    async (name) => {
      await symlink('/dev/stdout', path('link'))
      const out = path('out')
      const stdout = openSync(out, 'w')
      for (const lines of [1, 2])
        expect(written([name], { stdout, lines, ...harmless })).toMatchObject({ status: 0 })
      closeSync(stdout)
      expect(await text('out')).toBe('line\nline\nline\n')
      expect(written([name], { lines: 50_000, ...harmless }).stdout).toHaveLength(250_000)
    }
  )

  where(hasDescriptors)('one of another number', async () => {
    const command = `"${process.execPath}" "${program}" 1 /dev/fd/5 5> out`
    execFileSync('sh', ['-c', command], { cwd: folder, ...harmless })
    expect(await text('out')).toBe('line\n')
    expect(written(['/dev/fd/77'], harmless)).toMatchObject({ stderr: 'limen: /dev/fd/77: it is not open\n' })
  })
})

describe('what cannot be written', () => {
  test('a folder', async () => {
    await mkdir(path('a'))
    expect(written(['b', 'a'])).toMatchObject({
      status: 1,
      stderr: 'limen: a: it is a folder; so none of 2 files is written\n'
    })
    expect(await readdir(folder)).toEqual(['a'])
  })

  test('a file in what is no folder', async () => {
    await writeFile(path('a'), '')
    expect(written(['a/b'])).toMatchObject({ stderr: 'limen: a/b: a part of its path is no folder\n' })
  })

  test('a name that is too long, though one that is just not is written', () => {
    expect(written(['a'.repeat(256)]).stderr).toMatch(/^limen: a+: its name is too long\n$/)
    expect(written(['a'.repeat(255)])).toMatchObject({ status: 0, stderr: '' })
  })

  where(isRoot)('a file in a folder of others', async () => {
    await chmod(folder, 0o755)
    expect(written(['a'], { uid: 65534 })).toMatchObject({
      status: 1,
      stderr: 'limen: a: it or its folder may not be written\n'
    })
    expect(await readdir(folder)).toEqual([])
  })

  const disk = join(bench, 'disk')
  const hasDisk = does('mkdir', disk) && does('mount', '-t', 'tmpfs', '-o', 'size=64k', 'limen', disk)
  if (hasDisk)
    afterAll(() => {
      execFileSync('umount', [disk])
    })

  where(hasDisk)('what a disk has no room for', async () => {
    await writeFile(join(disk, 'a'), 'before')
    expect(written([join(disk, 'a')], { lines: 50_000 })).toMatchObject({
      status: 1,
      stderr: `limen: ${disk}/a: its disk is full\n`
    })
    expect(await readdir(disk)).toEqual(['a'])
    expect(await readFile(join(disk, 'a'), 'utf8')).toBe('before')
  })
})

// A pipe that nobody reads makes the process wait, after it has written all that it can.
where(hasFifos).each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s leaves nothing behind', async (signal) => {
  execFileSync('mkfifo', [path('fifo')])
  await writeFile(path('a'), 'before')
  const child = spawn(process.execPath, [program, '1', 'a', 'fifo'], {
    cwd: folder,
    stdio: 'ignore',
    timeout: 4_000,
    killSignal: 'SIGKILL'
  })
  const ended = once(child, 'exit')
  for (let tries = 0; tries < 500 && (await readdir(folder)).length < 3; tries++) await setTimeout(5)
  expect(await readdir(folder)).toHaveLength(3)
  child.kill(signal)
  expect(await ended).toEqual([null, signal])
  expect((await readdir(folder)).sort()).toEqual(['a', 'fifo'])
  expect(await text('a')).toBe('before')
})

where(does('unshare', '-pf', 'true'))('the first process of a container ends by a signal, too', async () => {
  // There the system lets no signal end it that it does not handle.
  const child = spawn('unshare', ['-pf', process.execPath, program, '100000000', 'a'], {
    ...{ cwd: folder, stdio: 'ignore', timeout: 20_000, killSignal: 'SIGKILL' }
  })
  const ended = once(child, 'exit')
  for (let tries = 0; tries < 1000 && (await readdir(folder)).length < 1; tries++) await setTimeout(5)
  expect(await readdir(folder)).toHaveLength(1)
  const [first = ''] =
    spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' }).stdout.match(/\d+/) ??
    []
  process.kill(Number(first), 'SIGTERM')
  expect(await ended).toEqual([143, null])
  expect(await readdir(folder)).toEqual([])
})

test('a file is read in pieces, which together are the file, and its size is known', async () => {
  const content = 'line\n'.repeat(200_000)
  await writeFile(join(folder, 'long'), content)
  const { bytes, size } = await stream(join(folder, 'long'))
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  expect(size).toBe(content.length)
  expect(pieces.length).toBeGreaterThan(1)
  expect(Buffer.concat(pieces).toString()).toBe(content)
})

where(hasFifos)('a pipe with a name is opened once: all that is in it is read', async () => {
  execFileSync('mkfifo', [path('fifo')])
  const writing = writeFile(path('fifo'), 'line\n'.repeat(200_000))
  const { bytes, size } = await stream(path('fifo'))
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  await writing
  expect(size).toBeUndefined()
  expect(Buffer.concat(pieces)).toHaveLength(1_000_000)
})

describe('a file that is changed while it is read', () => {
  /** Reads a piece of a file, does something to it, and reads the rest. */
  const readWith = async (change: () => Promise<unknown>): Promise<number> => {
    await writeFile(path('log'), 'line\n'.repeat(800_000))
    await utimes(path('log'), 1, 1)
    const { bytes } = await stream(path('log'))
    let length = 0
    for await (const piece of bytes) {
      if (length === 0) await change()
      length += piece.length
    }
    return length
  }

  test('is an error, where it is cut', async () => {
    await expect(readWith(() => truncate(path('log'), 10))).rejects.toMatchObject({ code: 'ECHANGED' })
  })

  test('or rewritten', async () => {
    const other = (): Promise<void> => writeFile(path('log'), 'LINE\n'.repeat(800_000))
    await expect(readWith(other)).rejects.toMatchObject({ code: 'ECHANGED' })
  })

  test('and none, where it grows, or another takes its name', async () => {
    expect(await readWith(() => appendFile(path('log'), 'line\n'))).toBeGreaterThanOrEqual(4_000_000)
    const replaced = async (): Promise<void> => {
      await writeFile(path('other'), 'other')
      await rename(path('other'), path('log'))
    }
    expect(await readWith(replaced)).toBe(4_000_000)
  })
})

test('what is not there cannot be opened', async () => {
  await expect(stream(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
})
