/** Texts made from what each format is: of a shape, of rows, of lines; some good, most nearly so. */
import { isingFile } from '../../src/format/ising/ising'
import { energies } from '../../src/format/energies/own'
import { quadraticProgramFile } from '../../src/format/quadratic/quadratic-program'
import { workloadFile } from '../../src/format/workload/scenario'
import { alternatives, type Shape } from '../../src/shape/shape'
import { extreme, odd } from './mutate'
import type { Random } from './random'

const number = (random: Random): string =>
  random.pick([
    String(random.below(9)),
    String(random.below(1e6) / 1e3),
    `${random.below(99)}e${random.below(30) - 20}`
  ])

/** A value of a shape; now and then something else. */
export const ofShape = (shape: Shape, random: Random, depth = 0): unknown => {
  if (depth > 12 || random.chance(0.02))
    return random.pick([null, [], {}, extreme(random), odd(random), -1, 1e308])
  const inside = (each: Shape): unknown => ofShape(each, random, depth + 1)
  switch (shape.kind) {
    case 'text':
    case 'decimal':
      return random.chance(0.1) ? odd(random) : number(random)
    case 'word':
      return random.pick(shape.words)
    case 'phrase':
      return shape.text
    case 'quantity': {
      const [, unit = ''] = /^\S+ ?(.*)$/.exec(shape.example) ?? []
      return random.pick([
        shape.example,
        Number(number(random)),
        `${number(random)} ${unit}`,
        `${extreme(random)} ${unit}`,
        `${shape.example} ± ${number(random)} ${unit}`
      ])
    }
    case 'number':
      return random.chance(0.9) ? Number(number(random)) : extreme(random)
    case 'whole':
      return random.below(6)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    case 'list':
      return random.some(5, () => inside(shape.item))
    case 'tuple':
      return shape.items.map(inside)
    case 'map':
      return Object.fromEntries(random.some(4, () => [number(random), inside(shape.item)] as const))
    case 'either':
      return inside(random.pick(alternatives(shape)))
    case 'named':
      return inside(shape.of())
    case 'record':
      return Object.fromEntries(
        Object.entries(shape.fields).flatMap(([name, field]) =>
          (field.optional === true || field.default !== undefined) && random.chance(0.5)
            ? []
            : [[name, inside(field.shape)] as const]
        )
      )
  }
}

const json =
  (shape: Shape) =>
  (random: Random): string =>
    JSON.stringify(ofShape(shape, random), null, random.pick([undefined, 2]))

const rows =
  (columns: readonly string[], separator = ',') =>
  (random: Random): string => {
    const own = columns.filter(() => random.chance(0.8))
    const field = (): string => (random.chance(0.05) ? extreme(random) : number(random))
    return [own, ...random.some(8, () => own.map(field))].map((row) => row.join(separator)).join('\n')
  }

const entries =
  (header: (random: Random) => readonly string[], least: number) =>
  (random: Random): string => {
    const index = (): number => least + random.below(6)
    return [
      ...header(random),
      ...random.some(
        9,
        () => `${index()} ${index()} ${random.chance(0.1) ? extreme(random) : number(random)}`
      )
    ].join('\n')
  }

const qps = (random: Random): string => {
  const field = (): string => (random.chance(0.1) ? extreme(random) : number(random))
  const [row, column] = [(): string => `r${random.below(3)}`, (): string => `x${random.below(3)}`]
  return [
    `NAME ${odd(random)}`,
    'ROWS',
    ' N obj',
    ...['r0', 'r1', 'r2'].map((name) => ` ${random.pick(['E', 'L', 'G', 'N'])} ${name}`),
    'COLUMNS',
    ...['x0', 'x1', 'x2'].flatMap((name) => [` ${name} obj ${field()}`, ` ${name} ${row()} ${field()}`]),
    'RHS',
    ...random.some(3, () => ` rhs ${row()} ${field()}`),
    'BOUNDS',
    ...random.some(
      4,
      () => ` ${random.pick(['UP', 'LO', 'FX', 'FR', 'MI', 'PL'])} bnd ${column()} ${field()}`
    ),
    'QUADOBJ',
    ...random.some(4, () => ` ${column()} ${column()} ${field()}`),
    'ENDATA'
  ].join('\n')
}

const jsonLines = (random: Random): string =>
  random
    .some(8, () =>
      JSON.stringify(
        Object.fromEntries(
          [
            'step',
            'epoch',
            'loss',
            'learning_rate',
            'grad_norm',
            'relative_step',
            'updates',
            'parameters'
          ].flatMap((name) =>
            random.chance(0.6) ? [[name, random.chance(0.1) ? extreme(random) : Number(number(random))]] : []
          )
        )
      )
    )
    .join('\n')

/** A file of a kind, by the kind of command that takes it. */
export const grammars = {
  workload: [json(workloadFile.shape)],
  problem: [
    json(quadraticProgramFile.shape),
    json(isingFile.shape),
    qps,
    entries((random) => [`${random.below(7)} ${random.below(9)}`], 1),
    entries((random) => ['c remark', `p qubo 0 ${random.below(7)} ${random.below(7)} ${random.below(9)}`], 0),
    entries((random) => [`p edge ${random.below(7)} ${random.below(9)}`], 1),
    entries((random) => [`# vartype=${random.pick(['SPIN', 'BINARY'])}`], 0)
  ],
  trace: [
    rows(['step', 'epoch', 'loss', 'learning_rate', 'grad_norm', 'updates', 'parameters', 'time', 'macs']),
    rows(['step', 'loss', 'learning_rate'], '\t'),
    jsonLines,
    (random: Random): string =>
      `{"global_step": 9, "log_history": [${jsonLines(random).replaceAll('\n', ',')}]}`
  ],
  energies: [
    json(energies.shape),
    rows(['width', 'energy', 'area', 'action']),
    rows([
      'run_id',
      'project_name',
      'duration',
      'emissions',
      'energy_consumed',
      'cpu_energy',
      'gpu_energy',
      'ram_energy'
    ]),
    (random: Random): string =>
      `ERT:\n  version: 0.4\n  tables:\n${random
        .some(
          4,
          () =>
            `    - name: c${random.below(3)}\n      actions:\n        - {name: read, energy: ${number(random)}}`
        )
        .join('\n')}`,
    (random: Random): string =>
      `-MemCellType: ${random.pick(['RRAM', 'memristor', 'FeFET', 'PCRAM', 'SRAM'])}\n${[
        'ReadVoltage (V)',
        'SetVoltage (V)',
        'ResetVoltage (V)',
        'SetPulse (ns)',
        'ResetPulse (ns)',
        'ReadPulse (ns)',
        'ResistanceOn (ohm)',
        'SetCurrent (uA)',
        'ReadEnergy (pJ)',
        'CellLevels'
      ]
        .map((key) => `-${key}: ${random.chance(0.1) ? extreme(random) : number(random)}`)
        .join('\n')}`,
    (random: Random): string =>
      `Data Width : ${random.below(99)}Bits\n${random
        .some(
          4,
          () =>
            ` -  ${random.pick(['Read', 'Write', 'SET', 'Programming'])} Dynamic Energy = ${number(random)}pJ`
        )
        .join('\n')}`
  ]
} as const
