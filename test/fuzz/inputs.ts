/** Inputs, each of a seed and a number: a text that was good or nearly so, and the arguments it is given with. */
import { grammars } from './grammar'
import { extreme, mutated, odd } from './mutate'
import { random, type Random } from './random'

export type Kind = keyof typeof grammars | 'counts' | 'protocol'

export interface Input {
  readonly kind: Kind
  /** What the file is called. */
  readonly name: string
  readonly text: string
  /** Arguments of the command; none where only the readers are given it. */
  readonly args: readonly string[] | undefined
}

/** Good texts, by kind. */
export type Corpus = Readonly<Record<Kind, readonly (readonly [name: string, text: string])[]>>

const kinds: readonly Kind[] = ['workload', 'problem', 'trace', 'energies', 'energies', 'counts', 'protocol']

const flagsOfWorkload = [
  '--temperature', '--error-probability', '--precision', '--updates', '--parameters', '--duration', '--hops-per-update',
  '--attempt-rate', '--retention-time', '--failure-probability', '--operations', '--macs', '--transfers', '--rows',
  '--ambient-temperature', '--carnot-fraction', '--reuse', '--movement-energy', '--output-bits', '--convergence'
] // prettier-ignore

const values = (random: Random): string =>
  random.pick([
    extreme(random),
    odd(random),
    `${extreme(random)} ${random.pick(['K', 'bit', 'update', 'J/bit', 's', 'Hz', 'parameter', '%', ''])}`
  ])

const sweeps = ['temperature', 'precision', 'updates', 'errorProbability', 'duration', 'parameters'] as const

/** What varies, good or not: few points, as many are many. */
const axis = (random: Random): string =>
  random.pick([
    `${random.pick(sweeps)}=${values(random)}..${values(random)}:${random.pick(['3', 'log:3', 'linear:2', '1', 'x'])}`,
    `${random.pick([...sweeps, 'convergence', 'operations', odd(random)])}=${values(random)}, ${odd(random)}`,
    'convergence=constant, exponential, powerLaw',
    odd(random)
  ])

const commands: { readonly [K in Kind]: (file: string, random: Random) => readonly string[] } = {
  workload: (file, random) => {
    const flags = random.chance(0.3)
      ? random.some(2, () => [random.pick(flagsOfWorkload), values(random)]).flat()
      : []
    const certified = random.chance(0.3) ? ['--certified'] : []
    return random.pick([
      [
        'estimate',
        file,
        '--format',
        random.pick(['text', 'json', 'csv', 'markdown']),
        ...certified,
        ...flags
      ],
      ['estimate', '--jsonl', `${file}l`],
      ['explain', file, random.pick(['limDissipated', 'cim.update', 'lim']), ...flags],
      ['report', file, '--format', random.pick(['markdown', 'html']), ...certified, ...flags],
      ['draw', 'ledger', file, ...certified, ...flags],
      ['sweep', file, '--over', axis(random), ...random.pick([[], ['--over', axis(random)]]), ...flags],
      [
        'sql',
        file,
        '--dialect',
        random.pick(['duckdb', 'clickhouse', 'postgres', 'spark']),
        '--over',
        random.pick(sweeps),
        ...flags
      ],
      ['draw', 'barrier', file, ...flags],
      ['draw', 'sensitivity', file, ...flags],
      [
        'draw',
        'sweep',
        file,
        '--input',
        random.pick(sweeps),
        '--from',
        values(random),
        '--to',
        values(random),
        '--points',
        '5'
      ]
    ])
  },
  problem: (file, random) =>
    random.pick([
      [
        'solve', file, '--max-iterations', '50', '--sweeps', '3', '--restarts', '2',
        ...random.pick([[], ['--tolerance', extreme(random)], ['--start', extreme(random)], ['--known-optimum', extreme(random)]])
      ],
      [
        'simulate', file, '--writer', 'annealed', '--writer', 'tilted', '--writer', 'static', '--seed', '1', '--runs', '2',
        '--temperature', '300 K', '--attempt-rate', '1 GHz', '--duration', '4 ns', '--energy-per-loss', '2 kT', '--steps', '2',
        '--updates', '3', '--hops-per-update', '1', '--format', random.pick(['text', 'json', 'csv']),
        ...random.pick([[], ['--rungs', '4'], ['--rungs', '4', '--penalty', '1', '--range', `-1..${extreme(random)}`]]),
        ...random.pick([[], [], ['--energy-per-loss', `annealed=${extreme(random)}`], ['--rise', extreme(random)]])
      ]
    ]), // prettier-ignore
  trace: (file, random) => [
    'trace', file, '--format', random.pick(['text', 'json']),
    ...random.pick([[], [], ['--skip-bad-lines'], ['--parameters', extreme(random)], ['--updates-per-row', extreme(random)], ['--column', `loss=${odd(random)}`]])
  ], // prettier-ignore
  energies: (file, random) => {
    const flags = random.pick([
      [],
      [],
      ['--temperature', values(random)],
      ['--bits', values(random)],
      ['--static-memory'],
      ['--circuits']
    ])
    return random.pick([
      ['compare', file, '--format', random.pick(['text', 'json', 'csv', 'markdown']), ...flags],
      ['convert', file, '--to', random.pick(['ert', 'json', 'hwcomponents', 'plugin']), '-o', 'out'],
      ['convert', file, '--floor', '--to', random.pick(['ert', 'json', 'plugin']), ...flags]
    ])
  },
  counts: (file) => ['compare', 'ert.yaml', '--counts', file],
  protocol: (file, random) => ['simulate', file, '--format', random.pick(['text', 'json', 'csv'])]
}

/** One input in so many is given to the command too. */
const everyCommand = 16

/** An input that a seed and a number tell. */
export const inputOf = (corpus: Corpus, seed: number, number: number): Input => {
  const choose = random(seed, number)
  const kind = choose.pick(kinds)
  const isMade = kind !== 'counts' && kind !== 'protocol' && choose.chance(0.25)
  const [name, good] = isMade
    ? (['made', choose.pick<(random: Random) => string>(grammars[kind])(choose)] as const)
    : choose.pick(corpus[kind])
  const text = isMade && choose.chance(0.5) ? good : mutated(good, choose)
  const args = number % everyCommand === 0 ? commands[kind](name, choose) : undefined
  return { kind, name, text, args }
}
