/**
 * A text of any kind is read in a time that grows with its length: a hundred thousand of a sign, where a pattern
 * could begin at each or give up each, are read as fast as others. What backtracks takes minutes here.
 */
import { decodeProblem } from '../../src/format/problem-file'
import { decodeEnergyFile } from '../../src/format/energies/energy-file'
import { decodePlugInCsv } from '../../src/format/accelergy/plug-in-csv'
import { decodeTimeloopStats } from '../../src/format/timeloop/timeloop'
import { decodeNvsimResult } from '../../src/format/nvsim/result'
import { decodeQps } from '../../src/format/quadratic/qps/program'
import { parseTrace } from '../../src/format/trace/file'

const many = 1e5

const readers = {
  'a file of energies': (of: string) => decodeEnergyFile(of, 'x'),
  'Timeloop': (of: string) =>
    decodeTimeloopStats(
      `Energy: ${of} x\nComputes = 1\nfJ/Compute\n    ${of} = 2\n    Total = 2\n===${of}x\n`
    ),
  'QPS': (of: string) => decodeQps(`NAME ${of}x\nROWS${of}x\n`),
  'NVSim': (of: string) =>
    decodeNvsimResult(` - Read ${of} Dynamic Energy = ${of}x\n - Read Dynamic Energy =${of}x`),
  'a problem': (of: string) => decodeProblem(`\\${of}\n${of}x`, 'x'),
  'a trace': (of: string) => parseTrace(`step,loss\n1,${of}x\n`),
  'JSON of a trace': (of: string) => parseTrace(`{"log_history": ["${of}", NaN, "${of}`)
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(['\u2028', '[', ' ', '"', '\\', '\\"', '#', '=', '-', '$', '\t', 'J', '1', '\\\n'])(
    'with many of %j',
    (sign) => {
      expect(read(sign.repeat(many))._tag).toMatch(/Left|Right/)
    },
    20_000
  )
})

test('a field in quotes may be of 16 million characters', () => {
  const field = '""'.repeat(8e6)
  const read = decodePlugInCsv(`width,energy,area,action\n"${field}",1,1,read\n`, 'a.csv')
  expect(read._tag).toMatch(/Left|Right/)
  expect(read._tag).toBe('Right')
})

test('a table of 200,000 rows is read, and one of many components', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => `${at},1,0,read`).join('\n')
  expect(decodePlugInCsv(`width,energy,area,action\n${rows}\n`, 'a.csv')._tag).toBe('Right')
  const tables = Array.from({ length: 20_000 }, (_, at) => `COMPONENT: c${at}\nenergy,action\n1,*`).join('\n')
  expect(decodePlugInCsv(tables)._tag).toBe('Right')
}, 60_000)
