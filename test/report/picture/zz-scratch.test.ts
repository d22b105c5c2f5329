import { readFileSync, writeFileSync } from 'node:fs'
import { estimateFile, certifiedEstimateFile } from '../../../src/schema/workload-file'
import { ledgerPicture } from '../../../src/report/picture/ledger'
import { sensitivityPicture } from '../../../src/report/picture/sensitivity'
import { explainLedger } from '../../../src/ledger/explain'
test('draw', () => {
  const read = (f: string) => readFileSync('examples/' + f + '.json', 'utf8')
  const e: any = estimateFile(read('brain-scale'))
  writeFileSync('/tmp/pic/ledger.svg', ledgerPicture(e.right))
  const c: any = certifiedEstimateFile(read('gpt-3'), {
    temperature: '300 K ± 20 K',
    duration: '[10, 300] d'
  })
  if (c._tag === 'Left') throw new Error(c.left.message)
  writeFileSync(
    '/tmp/pic/ledger-cert.svg',
    ledgerPicture({
      ...c.right,
      measured: {
        what: 'Training of <GPT-3> & "friends", from time and power',
        value: e.right.ledger.paradigms[5].total.energy,
        upTo: e.right.ledger.paradigms[4].total.energy,
        year: 2020,
        evidence: 'derived',
        source: { citation: 'x', url: 'y' }
      }
    })
  )
  const x: any = explainLedger(e.right.ledger, ['limDissipated', 'cim.update', 'floor.memory'])
  x.right.forEach((each: any, i: number) =>
    writeFileSync('/tmp/pic/sens' + i + '.svg', sensitivityPicture(each))
  )
})
import { sweep } from '../../../src/ledger/sweep'
import { runBarrier } from '../../../src/ledger/run-barrier'
import { sweepPicture } from '../../../src/report/picture/sweep'
import { barrierPicture } from '../../../src/report/picture/barrier'
import { kelvin, seconds, bits } from '../../../src/units/si'
test('draw2', () => {
  const read = (f: string) => readFileSync('examples/' + f + '.json', 'utf8')
  const e: any = estimateFile(read('brain-scale'))
  const sc = e.right.ledger.scenario
  const T = (n: number) => Array.from({ length: n }, (_, i) => i)
  const s: any = sweep(
    sc,
    'temperature',
    T(40).map((i) => kelvin(4 * 1.12 ** i))
  )
  writeFileSync('/tmp/pic/sweepT.svg', sweepPicture(s.right))
  const d: any = sweep(
    sc,
    'duration',
    T(60).map((i) => seconds(10 ** (3 + i / 8)))
  )
  writeFileSync('/tmp/pic/sweepD.svg', sweepPicture(d.right))
  const b: any = sweep(
    sc,
    'precision',
    T(60).map((i) => bits(1 + i / 4))
  )
  writeFileSync('/tmp/pic/sweepB.svg', sweepPicture(b.right))
  for (const f of ['brain-scale', 'gpt-3', 'half-circles', 'no-annealing']) {
    const r: any = runBarrier((estimateFile(read(f)) as any).right.ledger.scenario)
    if (r._tag === 'Left') {
      console.log(f, r.left.message)
      continue
    }
    writeFileSync('/tmp/pic/barrier-' + f + '.svg', barrierPicture(r.right))
  }
})
import { hardwarePicture } from '../../../src/report/picture/hardware'
test('draw3', () => {
  writeFileSync('/tmp/pic/hardware.svg', hardwarePicture())
})
