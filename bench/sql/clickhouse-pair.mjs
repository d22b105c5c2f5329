/**
 * ClickHouse as Debian has it (18.16, of 2018), two servers of this machine and a Distributed table over both,
 * where Debian's clickhouse-server and clickhouse-client are installed.
 *
 * Of a query that reads a Distributed table, each server does the innermost step alone. So that each does all of its
 * own rows, the query is a view on each, and the Distributed table stands over the views.
 */
import { Buffer } from 'node:buffer'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { usedBy } from './used.mjs'

export const dialect = 'clickhouse'

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

const config = (port, ports) => `<yandex>
<logger><level>error</level><log>log</log><errorlog>errors</errorlog></logger>
<listen_host>127.0.0.1</listen_host><tcp_port>${port}</tcp_port>
<path>data/</path><tmp_path>tmp/</tmp_path><mark_cache_size>100000000</mark_cache_size>
<users_config>users.xml</users_config><default_profile>default</default_profile>
<default_database>default</default_database>
<remote_servers><pair>
${ports.map((each) => `<shard><replica><host>127.0.0.1</host><port>${each}</port></replica></shard>`).join('\n')}
</pair></remote_servers>
</yandex>`

const users = `<yandex>
<profiles><default><max_threads>1</max_threads></default></profiles><quotas><default></default></quotas>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks>
<profile>default</profile><quota>default</quota></default></users>
</yandex>`

/** As that age reads a query, which has no WITH of queries and no EXCEPT: each step a view, its columns left in. */
const viewsOf = (query) => {
  const steps = [...query.matchAll(/(limen_q\d+) AS \(\n(.*?)\n\)(?=, |\n)/gs)]
  const last = query
    .slice(query.lastIndexOf('\nSELECT'))
    .replace(/ EXCEPT \(.*?\)/, '')
    .replace(/\nSETTINGS .*/, '')
  return [...steps, ['', 'energies', last]]
    .map(([, name, step]) => `DROP TABLE IF EXISTS ${name}; CREATE VIEW ${name} AS ${step};`)
    .join('\n')
}

/** Every other row, its numbers as they are: as texts, that age reads them a unit in the last place off. */
const bytesOf = ({ rows }, from) => {
  const numbers = rows.map((row, at) => [at, ...row]).filter((_, at) => at % 2 === from)
  return Buffer.concat(
    numbers.flat().map((value) => {
      const bytes = Buffer.alloc(value === null ? 1 : 9)
      bytes.writeUInt8(value === null ? 1 : 0)
      if (value !== null) bytes.writeDoubleLE(value, 1)
      return bytes
    })
  )
}

export const open = async (folder) => {
  const run = (command, args, input = '') =>
    execFileSync(command, args, {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['pipe', 'pipe', 'pipe']
    })
  for (const each of ['clickhouse-client', 'clickhouse-server']) run('which', [each])
  const ports = [await freePort(), await freePort()]
  const servers = ports.map((port, at) => {
    const home = join(folder, String(at))
    for (const each of ['data', 'tmp']) mkdirSync(join(home, each), { recursive: true })
    writeFileSync(join(home, 'config.xml'), config(port, ports))
    writeFileSync(join(home, 'users.xml'), users)
    return spawn('clickhouse-server', ['--config-file=config.xml'], { cwd: home, stdio: 'ignore' })
  })
  const ask = (at, query, input) =>
    run('clickhouse-client', ['--port', String(ports[at]), '--multiquery', '--query', query], input)
  const onBoth = (query) => ports.forEach((_, at) => ask(at, typeof query === 'string' ? query : query(at)))
  const isUp = (at) => {
    try {
      return ask(at, 'SELECT 1') === '1\n'
    } catch {
      return false
    }
  }
  const close = () =>
    Promise.all(
      servers
        .filter(({ exitCode }) => exitCode === null)
        .map((server) => new Promise((done) => server.once('exit', done).kill()))
    )
  for (let tries = 0; !ports.every((_, at) => isUp(at)); tries++) {
    if (tries === 50) {
      await close()
      throw new Error('its servers do not answer')
    }
    await sleep(200)
  }
  const column = (query) =>
    ask(0, query)
      .trimEnd()
      .split('\n')
      .map((text) => (text === '\\N' ? null : Number(text)))
  /** The energies of all rows, those of each server a view there. */
  const energies = (sql) => {
    onBoth((at) => viewsOf(sql).replaceAll('{server}', at))
    ask(
      0,
      'DROP TABLE IF EXISTS everywhere; CREATE TABLE everywhere AS energies ENGINE = Distributed(pair, default, energies)'
    )
    return 'everywhere'
  }
  return {
    version: `${ask(0, 'SELECT version()').trim()}, two servers`,
    fill: (points) => {
      onBoth('DROP TABLE IF EXISTS designs')
      const types = ['id', ...points.inputs].map((name) => `\`${name}\` Nullable(Float64)`).join(', ')
      onBoth(`CREATE TABLE designs (${types}) ENGINE = Log`)
      ports.forEach((_, at) => ask(at, 'INSERT INTO designs FORMAT RowBinary', bytesOf(points, at)))
      return 'designs'
    },
    values: (sql, name) => column(`SELECT ${name} FROM ${energies(sql)} ORDER BY id`),
    many: (count, columns) =>
      `(SELECT ${columns('(number * 2 + {server})')} FROM numbers(${Math.ceil(count / 2)}))`,
    one: (what, sql) => column(`SELECT ${what} FROM ${energies(sql)}`)[0],
    used: () => usedBy(servers.map(({ pid }) => pid)),
    close
  }
}
