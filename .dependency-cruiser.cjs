/**
 * The import rule of the rooms: each imports only what stands below it. `shape` stands on `units` alone;
 * `format` and what is above it know files, and nothing below knows of any.
 */
const rooms = [
  'units',
  'shape',
  'formula',
  'reading',
  'technology',
  'physics',
  'bound',
  'workload',
  'ledger',
  'optimum',
  'simulation',
  'format',
  'estimate',
  'question',
  'report',
  'threads',
  'explorer',
  'cli'
]

const upward = rooms.slice(0, -1).map((room, at) => ({
  name: `${room}-imports-only-below`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.slice(at + 1).join('|')})/|^src/(index|api|entry)` }
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-but-for-the-command',
      comment: 'Only the command touches the world, and what runs threads.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|threads)/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'no-command-line-in-the-library',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: 'node_modules/(commander|picocolors)' }
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types']
    }
  }
}
