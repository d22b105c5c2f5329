import { energies } from './energies'
import { readFileSync } from 'node:fs'
const ert = `ERT:
    version: '0.4'
    tables:
      - name: system_top_level.weight_reg[1..256]
        actions:
          - name: read
            arguments: {global_cycle_seconds: 1e-09, action_latency_cycles: 1}
            energy: 0.144
          - {name: write,  arguments: {}, energy: 0.0}
          - {name: update, arguments: {}, energy: 0.0}
          - {name: leak,   arguments: {}, energy: 0.0}
      - name: system_top_level.adc
        actions:
          - {name: convert,  arguments: {}, energy: 1.5}
          - {name: write,  arguments: {}, energy: 0.000000001}
`
const counts = `action_counts:
  version: 0.2
  subtree:
    - name: system_top_level
      local:
        - name: weight_reg[1..256]
          action_counts:
            - {name: read, counts: 1150}
            - {name: fill, counts: 11}
        - name: adc
          action_counts:
            - {name: convert, counts: 1150}
`
const cb = 'layer_number, energy_FW(J), energy_AG(J), energy_WG(J), energy_WU(J)\n1,1e-3,1e-3,1e-3,1e-3\nTotal,1e-3,1e-3,1e-3,1e-3\n'
test('x', async () => {
  const files = { 'a.yaml': ert, 'c.yaml': counts, 'n.csv': cb, 'w.json': readFileSync('/work/main/examples/lenet-5.json','utf8') }
  for (const args of [
    ['compare','a.yaml'],
    ['compare','a.yaml','--counts','c.yaml','--static-memory','--bits','8','--bits','adc=6', '--format', 'text'],
    ['compare','a.yaml','--format','csv'],
    ['compare','a.yaml','--format','markdown'],
    ['compare','n.csv','--workload','w.json'],
    ['convert','a.yaml','--to','ert', '--floor', '--bits','8'],
    ['convert','a.yaml','--to','hwcomponents'],
    ['convert','a.yaml','--to','json'],
    ['convert','a.yaml','--to','plugin', '-o', 'x/'],
    ['convert','a.yaml','--to','plugin', '-o', 'x/', '--missing', '0 pJ'],
    ['compare','a.yaml','--bits','foo=8', '--bits', '0', '--temperature', '-1 K', '--retention-time', '1 weeks'],
    ['compare','a.yaml','--bits','foo=8', '--bits', '4', '--bits', '5', '--static-memory', '--write-time', '1 ps'],
    ['compare', '--help'],
  ]) {
    const { code, out, error, written } = await energies(files, args)
    process.stdout.write(`\n$ ${args.join(' ')}  -> ${code}\n${out}${error}${[...written].map(([a,b])=>`--- ${a}\n${b}`).join('')}`)
  }
})
