/** The good texts that are made worse: the examples, and a small file for each format that has no example. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus, Kind } from './inputs'

const examples = 'examples'

const kindOf = (name: string, text: string): Kind | undefined => {
  if (/action-counts/.test(name)) return 'counts'
  if (/^(art|train)\./.test(name)) return undefined
  if (/\.csv$/.test(name) && /learning_rate/.test(text)) return 'trace'
  if (/"attemptRate":.*"(reset|segments)":/s.test(text)) return 'protocol'
  if (/"workload":|"parts":/.test(text)) return 'workload'
  return /\.(json|qps|txt)$/.test(name) && !/energies|timeloop/.test(name) ? 'problem' : 'energies'
}

const small: readonly (readonly [Kind, string, string])[] = [
  ['workload', 'designed.json', '{"name": "a net", "workload": {"parameters": "6e4 parameter", "precision": "8 bit", "convergence": "exponential", "duration": "1 h", "operations": "1e13 flop", "updates": "6e9 update"}, "designs": ["fn-dam", {"name": "x", "parts": [{"name": "write", "place": "update", "figure": "12 pJ/update", "evidence": "measured"}, {"name": "ADC", "place": "memory", "model": "analogMac", "inputs": {"outputBits": "6 bit", "rows": 128}}, {"name": "buffer", "place": "memory", "from": "ert.yaml", "action": "buffer.read", "each": "bit", "bits": 64, "reuse": "128"}, {"name": "idle", "place": "beside", "cited": "H100 PCIe"}]}]}'],
  ['problem', 'bqm.json', '{"type": "BinaryQuadraticModel", "version": {"bqm_schema": "3.0.0"}, "variable_labels": ["a", "b"], "variable_type": "SPIN", "num_variables": 2, "num_interactions": 1, "offset": 0.5, "use_bytes": false, "linear_biases": [1, -1], "quadratic_biases": [0.5], "quadratic_head": [0], "quadratic_tail": [1], "info": {}}'],
  ['problem', 'q.qubo', 'c x\np qubo 0 3 3 2\n0 0 1\n1 1 -2\n2 2 0.5\n0 1 3\n1 2 -1\n'],
  ['problem', 'pair.coo', '# vartype=SPIN\n0 0 1.0\n0 1 -1.5\n1 2 0.5\n'],
  ['problem', 'g.dimacs', 'c x\np edge 4 3\ne 1 2\ne 2 3\ne 3 4\n'],
  ['problem', 'biq.sparse', '3 3\n1 1 2\n1 2 -3\n2 3 4\n'],
  ['trace', 'log.jsonl', '{"step": 1, "loss": 2.5, "learning_rate": 0.01}\n{"step": 2, "loss": 2.25, "learning_rate": 0.01}\n{"step": 4, "loss": 2, "learning_rate": 0.005}\n'],
  ['trace', 'trainer_state.json', '{"global_step": 30, "log_history": [{"step": 10, "loss": 2.5, "learning_rate": 0.01, "epoch": 0.1, "grad_norm": 1.5}, {"step": 20, "loss": 2, "learning_rate": 0.005, "epoch": 0.2}, {"step": 20, "eval_loss": 2}]}'],
  ['trace', 'log.tsv', 'epoch\tlr-SGD\tgrad_norm\ttrain/loss\ttime\n1\t0.1\t2\t3\t2024-01-01T00:00:00\n2\t0.1\t1\t2\t2024-01-01T01:00:00\n'],
  ['trace', 'counted.csv', 'updates,relative_step,parameters,macs,objective\n100,0.5,100,1e3,-1\n100,0.25,100,1e3,-2\n100,0.125,100,1e3,-2.5\n'],
  ['protocol', 'ladder.json', '{"name": "l", "temperature": "4 K", "attemptRate": 1e9, "rungs": 3, "start": [0.5, 0.25, 0.25], "segments": [{"duration": "5 ns", "energies": ["0 kT", "1.5 kT", "1 meV"], "barrier": "3 kT"}, {"duration": "1 us", "energies": [0, 0, 1e-22]}]}'],
  ['protocol', 'optimum.json', '{"temperature": 300, "attemptRate": "1 GHz", "reset": {"kind": "optimal", "errorProbability": 0.01, "duration": "20 ns", "steps": 12}}'],
  ['energies', 'result.txt', 'Data Width : 64Bits (8Bytes)\n -  Read Dynamic Energy = 18.250pJ\n -  SET Dynamic Energy = 20.5pJ\n -  Leakage Power = 1.2mW\n'],
  ['energies', 'one-line.json', '{"format": "limen.energies/1", "name": "ours", "actions": [{"component": "adc", "action": "convert", "kind": "convert", "energy": "1.5 pJ", "bits": 8, "count": 3}, {"component": "m", "action": "read", "kind": "read", "energy": "1 fJ"}], "totals": [{"component": "Total", "part": "energy", "wall": "total", "energy": "1 uJ"}]}'],
  ['energies', 'parts.csv', 'COMPONENT: adc\nresolution,energy(fJ),area,action\n8,1.5,0,convert|read\n10,2.5,0,convert\nCOMPONENT: reg\nwidth,energy(fJ),area,action\n8,1,0,*\n']
] // prettier-ignore

/** The good texts, from the root of the repository. */
export const corpus = (root: string): Corpus => {
  const found: Record<Kind, (readonly [string, string])[]> = {
    workload: [],
    problem: [],
    trace: [],
    energies: [],
    counts: [],
    protocol: []
  }
  for (const folder of [examples, join(examples, 'other-tools')])
    for (const name of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (!name.isFile()) continue
      const text = readFileSync(join(root, folder, name.name), 'utf8')
      const kind = kindOf(name.name, text)
      if (kind !== undefined) found[kind].push([name.name, text.slice(0, 20_000)])
    }
  for (const [kind, name, text] of small) found[kind].push([name, text])
  return found
}
