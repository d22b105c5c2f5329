import { decodeEnergyFile } from '../../../src/schema/formats/energy-file'
import { decodeErt } from '../../../src/schema/formats/ert'
import { decodeNvsimCell } from '../../../src/schema/formats/nvsim'
const t = (n: string, f: () => unknown) => {
  const s = performance.now()
  const r: any = f()
  console.log(n, Math.round(performance.now() - s), 'ms', r._tag, r.left?.message.slice(0, 120))
}
test('x', () => {
  t('ert 20k', () =>
    decodeErt(
      'ERT:\n  tables:\n    - name: a\n      actions:\n' +
        '        - {name: read, arguments: {x: 1}, energy: 0.123}\n'.repeat(20000)
    )
  )
  t('blank', () => decodeEnergyFile('\n'.repeat(300000)))
  t('spaces', () => decodeEnergyFile(' '.repeat(300000)))
  t('braces', () => decodeEnergyFile('{\n'.repeat(100000)))
  t('commas', () => decodeEnergyFile(',energy'.repeat(50000)))
  t('format', () => decodeEnergyFile('{' + '"format" '.repeat(50000)))
  t('quotes', () => decodeEnergyFile('energy,action\n' + '"a'.repeat(100000)))
  t('cellspaces', () => decodeNvsimCell('-MemCellType: a\n-Key' + ' '.repeat(100000) + 'x'))
  t('bombs', () =>
    decodeErt(
      'ERT:\n  tables:\n    - name: a\n      actions: &a [' +
        '{name: read, energy: 1},'.repeat(1000) +
        ']\n' +
        '    - {name: b, actions: *a}\n'.repeat(3000)
    )
  )
  t('dup maps', () =>
    decodeErt(
      'ERT:\n  tables:\n' +
        Array.from({ length: 20000 }, (_, i) => `    c${i}: {read: {energy: 1}}\n`).join('')
    )
  )
  t('mem', () =>
    decodeEnergyFile(
      '-MemCellType: memristor\n-ReadVoltage (V): 0.4\n-SetMode: current\n-SetCurrent (uA): 40.82\n-SetPulse (ns): 5\n-SetEnergy (pJ): 0.193895\n'
    )
  )
})
