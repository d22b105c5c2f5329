/** QPS files: what is read, where readers differ, and what is refused, with its line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeQps, type QpsProgram } from '../../../../src/format/quadratic/qps/program'
import { solveQuadraticProgram } from '../../../../src/workload/quadratic/primal-dual'
import { tripletsOf } from '../../../../src/workload/quadratic/sparse'
import { left, right } from '../../../ledger/reference'

const read = (source: string): QpsProgram => right(decodeQps(source))
const messageOf = (source: string): string => left(decodeQps(source)).message

/** A file of two columns and rows of each kind, with further sections. */
const withSections = (...sections: readonly string[]): string =>
  [
    'NAME two',
    'ROWS',
    ' N cost',
    ' L less',
    ' G more',
    ' E same',
    'COLUMNS',
    ' x cost 1 less 1',
    ' x more 1 same 1',
    ' y cost 2 less 1',
    ...sections,
    'ENDATA'
  ].join('\n')

const boundsOf = ({ problem }: QpsProgram): readonly (readonly [number, number])[] =>
  Array.from(problem.l, (low, at) => [low, problem.u[at]!] as const)

/** The bounds of the rows less, more and same. */
const rowsOf = (source: string) => boundsOf(read(source)).slice(0, 3)

/** The bounds of x and y, each infinite where no row of the problem says it. */
const columnsOf = (source: string): readonly (readonly [number, number])[] => {
  const program = read(source)
  const bounds: [number, number][] = program.variables.map(() => [-Infinity, Infinity])
  const entries = tripletsOf(program.problem.A).filter(([row]) => row >= 3)
  for (const [row, column] of entries) bounds[column] = [program.problem.l[row]!, program.problem.u[row]!]
  return bounds
}

describe('rows', () => {
  test('are bounded by 0 where nothing is said, and columns from 0', () => {
    expect(rowsOf(withSections())).toEqual([
      [-Infinity, 0],
      [0, Infinity],
      [0, 0]
    ])
    expect(columnsOf(withSections())).toEqual([
      [0, Infinity],
      [0, Infinity]
    ])
  })

  test('have their right sides, with or without the name of the set', () => {
    const named = withSections('RHS', ' b less 4 more -1', ' b same 2')
    expect(rowsOf(named)).toEqual([
      [-Infinity, 4],
      [-1, Infinity],
      [2, 2]
    ])
    expect(read(withSections('RHS', ' less 4 more -1', ' same 2'))).toEqual(read(named))
  })

  test.each([
    [3, [1, 4], [1, 4], [1, 4]],
    [-3, [1, 4], [1, 4], [-2, 1]]
  ])('have ranges: of %i', (range, less, more, same) => {
    const source = withSections(
      'RHS',
      ' b less 4 more 1',
      ' b same 1',
      'RANGES',
      ` r less ${range} more ${range}`,
      ` r same ${range}`
    )
    expect(rowsOf(source)).toEqual([less, more, same])
  })

  test('the right side of the objective is its constant, with the sign turned', () => {
    expect(read(withSections('RHS', ' b cost -7')).problem.r).toBe(7)
  })

  test('of kind N after the first are left out', () => {
    const source = withSections()
      .replace(' L less', ' N other\n L less')
      .replace(' y cost 2', ' y other 9 cost 2')
    expect(read(source)).toEqual(read(withSections()))
  })
})

describe('bounds', () => {
  test.each<[string, readonly (readonly [number, number])[]]>([
    [
      ' UP b x 4',
      [
        [0, 4],
        [0, Infinity]
      ]
    ],
    [
      ' LO b x -4',
      [
        [-4, Infinity],
        [0, Infinity]
      ]
    ],
    [
      ' LO b x 1\n UP b x 4',
      [
        [1, 4],
        [0, Infinity]
      ]
    ],
    [
      ' FX b x 3',
      [
        [3, 3],
        [0, Infinity]
      ]
    ],
    [
      ' FR b x',
      [
        [-Infinity, Infinity],
        [0, Infinity]
      ]
    ],
    [
      ' MI b x',
      [
        [-Infinity, Infinity],
        [0, Infinity]
      ]
    ],
    [
      ' MI b x\n UP b x -2',
      [
        [-Infinity, -2],
        [0, Infinity]
      ]
    ],
    [
      ' UP b x -2\n MI b x',
      [
        [-Infinity, -2],
        [0, Infinity]
      ]
    ],
    [
      ' PL b y\n LO b y 2',
      [
        [0, Infinity],
        [2, Infinity]
      ]
    ],
    [
      ' UP b x 1e30',
      [
        [0, Infinity],
        [0, Infinity]
      ]
    ],
    [
      ' LO b x -Inf',
      [
        [-Infinity, Infinity],
        [0, Infinity]
      ]
    ],
    [
      ' UP x 4\n FR y',
      [
        [0, 4],
        [-Infinity, Infinity]
      ]
    ]
  ])('%j', (lines, expected) => {
    expect(columnsOf(withSections('BOUNDS', lines))).toEqual(expected)
  })
})

describe('the quadratic term is ½x′Px', () => {
  const P = [
    [0, 0, 4],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 2]
  ]
  test.each([
    ['QUADOBJ', ' x x 4', ' x y 1', ' y y 2'],
    ['QUADOBJ', ' y x 1', ' y y 2', ' x x 4'],
    ['QSECTION cost', ' x x 4', ' y x 1', ' y y 2'],
    ['QMATRIX', ' x x 4\n x y 1', ' y x 1', ' y y 2']
  ])('of one triangle or of both: %s %s', (...section) => {
    expect(tripletsOf(read(withSections(...section)).problem.P)).toEqual(P)
  })
})

test('of an objective to maximise the negative is minimised', () => {
  const sections = ['RHS', ' b cost 5', 'QUADOBJ', ' x x -2'] as const
  const below = withSections(...sections).replace('ROWS', 'OBJSENSE\n MAX\nROWS')
  const { problem, sense } = read(below)
  expect(sense).toBe('maximise')
  expect(Array.from(problem.q)).toEqual([-1, -2])
  expect(tripletsOf(problem.P)).toEqual([[0, 0, 2]])
  expect(problem.r).toBe(5)
  expect(read(below.replace('OBJSENSE\n MAX', 'OBJSENSE MAXIMIZE'))).toEqual(read(below))
  expect(read(withSections()).sense).toBe('minimise')
})

test('fixed columns hold names with blanks, comments and Fortran exponents', () => {
  const fixed = [
    '* a comment',
    'NAME          A TITLE',
    'ROWS',
    ' N  THE COST',
    ' G  AT LEAST',
    'COLUMNS',
    '    FIRST X   THE COST        1.D+00   AT LEAST           2.0',
    '    OTHER X   THE COST           2.0   AT LEAST           1.0',
    'RHS',
    '    RHS       AT LEAST           3.0',
    'ENDATA'
  ].join('\r\n')
  const { name, variables, problem } = read(fixed)
  expect({ name, variables }).toEqual({ name: 'A TITLE', variables: ['FIRST X', 'OTHER X'] })
  expect(Array.from(problem.q)).toEqual([1, 2])
  expect(tripletsOf(problem.A).slice(0, 2)).toEqual([
    [0, 0, 2],
    [0, 1, 1]
  ])
})

describe('a file is refused, with the line', () => {
  const markers = withSections().replace(' y cost', " M1 'MARKER' 'INTORG'\n y cost")
  test.each([
    [
      'integers by markers',
      markers,
      /^\(line 10\): a marker of integers: integer variables are not solved here$/
    ],
    ['a binary bound', withSections('BOUNDS', ' BV b x'), /^\(line 12\): a bound BV: integer variables/],
    [
      'a bound of another kind',
      withSections('BOUNDS', ' XX b x 1'),
      /^\(line 12\): expected one of UP, LO, FX, FR, MI, PL, got "XX"$/
    ],
    ['a bound of no column', withSections('BOUNDS', ' UP b z 1'), /^\(line 12\): there is no column "z"/],
    [
      'a bound without a number',
      withSections('BOUNDS', ' UP b x ten'),
      /^\(line 12\): expected a number, got "ten"$/
    ],
    [
      'a bound given twice',
      withSections('BOUNDS', ' UP b x 1', ' UP b x 2'),
      /^\(line 13\): the upper bound of "x" is given twice, first on line 12$/
    ],
    [
      'a negative upper bound alone',
      withSections('BOUNDS', ' UP b x -1'),
      /^\(line 12\): the upper bound -1 of "x" lies below the lower bound 0 .* say the lower one too, by MI or LO$/
    ],
    [
      'a negative upper bound that float64 does not hold',
      withSections('BOUNDS', ' UP b x -1e400'),
      /^\(line 12\): the upper bound −∞ of "x" lies below the lower bound 0/
    ],
    [
      'crossed bounds',
      withSections('BOUNDS', ' LO b x 3', ' UP b x 2'),
      /^\(line 13\): the lower bound 3 of "x" exceeds its upper bound 2$/
    ],
    [
      'a lower bound that float64 does not hold',
      withSections('BOUNDS', ' LO b x 1e400'),
      /^\(line 12\): no number lies at the bounds ∞ and ∞ of "x"$/
    ],
    [
      'a range of the objective',
      withSections('RANGES', ' r cost 1'),
      /^\(line 12\): the row "cost" is of kind N and has no range$/
    ],
    ['a right side of no row', withSections('RHS', ' b none 1'), /^\(line 12\): there is no row "none"/],
    [
      'a right side given twice',
      withSections('RHS', ' b less 1 less 2'),
      /^\(line 12\): the row "less" is given twice in RHS$/
    ],
    [
      'a row that is none, in a set that is left out',
      withSections('RHS', ' b less 1', ' c none 2'),
      /^\(line 13\): there is no row "none"/
    ],
    [
      'a coefficient given twice',
      withSections().replace('same 1', 'less 1'),
      /^\(line 9\): column "x" in row "less" is given twice$/
    ],
    [
      'a row given twice',
      withSections().replace(' E same', ' E less').replace(' same 1', ''),
      /^\(line 6\): the row "less" is given twice$/
    ],
    [
      'a row of another kind',
      withSections().replace(' E same', ' Z same'),
      /^\(line 6\): expected N, L, G or E and a name, got "Z same"/
    ],
    [
      'a number that is none',
      withSections().replace('cost 2', 'cost 2x'),
      /^\(line 10\): expected a number, got "2x"$/
    ],
    [
      'both triangles in one',
      withSections('QUADOBJ', ' x y 1', ' y x 1'),
      /^\(line 13\): columns "y" and "x" are given twice: QUADOBJ holds one triangle, and QMATRIX both$/
    ],
    [
      'one triangle where both are due',
      withSections('QMATRIX', ' x x 1', ' x y 1', ' y y 9'),
      /^\(line 11\): QMATRIX holds both triangles of a symmetric matrix, and this is one/
    ],
    [
      'what bends down',
      withSections('QUADOBJ', ' x x -1'),
      /^\(line 11\): not convex: .* -1 along d\[0\] = 1$/
    ],
    [
      'a quadratic constraint',
      withSections('QCMATRIX less', ' x x 1'),
      /^\(line 11\): a quadratic term of a constraint/
    ],
    [
      'a quadratic term of a constraint',
      withSections('QSECTION less', ' x x 1'),
      /^\(line 11\): a quadratic term of the row "less"/
    ],
    [
      'an unknown section',
      withSections('SURPRISE'),
      /^\(line 11\): expected a section NAME, .* got "SURPRISE"$/
    ],
    ['a section given twice', withSections('RHS', 'RHS'), /^\(line 12\): the section RHS is given twice$/],
    [
      'no sense',
      withSections().replace('ROWS', 'OBJSENSE\n UP\nROWS'),
      /^\(line 2\): expected MIN or MAX, got "UP"$/
    ],
    [
      'bounds before columns',
      'ROWS\n N c\nBOUNDS\n UP b x 1\nCOLUMNS\n x c 1\nENDATA',
      /^\(line 3\): expected the section COLUMNS before BOUNDS$/
    ],
    [
      'no objective',
      'ROWS\n L c\nCOLUMNS\n x c 1\nENDATA',
      /^\(line 1\): expected a row of kind N, the objective$/
    ],
    [
      'a file cut off',
      withSections().replace('ENDATA', ''),
      /^missing: expected ENDATA at the end; the file may be cut off$/
    ],
    ['an empty file', '', /^missing: expected a section ROWS\n/],
    ['data without a section', ' x 1\nENDATA', /^\(line 1\): expected the name of a section before any data/]
  ])('%s', (_, source, message) => {
    expect(messageOf(source)).toMatch(message)
  })

  test('with all its problems at once', () => {
    expect(
      messageOf(withSections('RHS', ' b none 1', 'BOUNDS', ' UP b z 1', ' LO b x one')).split('\n')
    ).toHaveLength(3)
  })
})

test('the example is solved to the least cost that its comment explains', () => {
  const { problem, variables } = read(readFileSync(join(__dirname, '../../../../examples/blend.qps'), 'utf8'))
  expect(variables).toEqual(['WHEAT', 'SOY', 'FISH', 'BRAN'])
  const { x, objective } = right(solveQuadraticProgram(problem))
  const [cost, recipe] = [
    [0.25, 0.45, 1.1, 0.12],
    [30, 40, 20, 10]
  ]
  const spent = Array.from(x).reduce(
    (sum, value, at) => sum + cost[at]! * value + 0.05 * (value - recipe[at]!) ** 2,
    0
  )
  expect(objective).toBeCloseTo(spent, 6)
  // Only the protein is at its limit: cost + 0.1 (x − recipe) is a multiple of (1, 1, 1, 1) and its content.
  const protein = [0.12, 0.46, 0.65, 0.16]
  const slope = Array.from(x, (value, at) => cost[at]! + 0.1 * (value - recipe[at]!))
  const per = (slope[1]! - slope[0]!) / (protein[1]! - protein[0]!)
  for (const at of [2, 3]) expect(slope[at]! - slope[0]!).toBeCloseTo(per * (protein[at]! - protein[0]!), 5)
  expect(Array.from(x).reduce((sum, value, at) => sum + value * protein[at]!, 0)).toBeCloseTo(40, 6)
})

test('what refers to a row of a wrong kind is no problem of its own', () => {
  const source = 'NAME one\nROWS\n N cost\n Q less\nCOLUMNS\n x cost 1 less 2\nRHS\n b less 3\nENDATA'
  expect(messageOf(source)).toBe('(line 4): expected N, L, G or E and a name, got "Q less"')
})

describe('of several sets the first counts, and it is said', () => {
  const notesOf = (source: string) => read(source).notes

  test('of right sides', () => {
    const two = withSections('RHS', ' b less 4', ' c less 1 more 2', ' b same 3')
    expect(rowsOf(two)).toEqual(rowsOf(withSections('RHS', ' b less 4', ' b same 3')))
    expect(notesOf(two)).toEqual(['RHS holds more than one set: the first, "b", counts, and "c" is left out'])
  })

  test('of ranges', () => {
    const two = withSections('RANGES', ' r less 4', ' s more 2', ' t more 1')
    expect(rowsOf(two)).toEqual(rowsOf(withSections('RANGES', ' r less 4')))
    expect(notesOf(two)).toEqual([
      'RANGES holds more than one set: the first, "r", counts, and "s", "t" are left out'
    ])
  })

  test('of bounds, with values and without', () => {
    const two = withSections('BOUNDS', ' UP base x 4', ' UP strict x 1', ' FR strict y', ' LO base x 2')
    expect(columnsOf(two)).toEqual([
      [2, 4],
      [0, Infinity]
    ])
    expect(notesOf(two)).toEqual([
      'BOUNDS holds more than one set: the first, "base", counts, and "strict" is left out'
    ])
  })

  test('and one set is no matter for a note, with its name or without', () => {
    expect(
      notesOf(withSections('RHS', ' b less 4', ' more 1', 'BOUNDS', ' FR x', ' UP u y 1'))
    ).toBeUndefined()
  })

  test('the least objective is that of the first set of bounds: 4 of x at 1, 6 of y at 2', () => {
    const source = [
      'NAME two',
      'ROWS',
      ' N cost',
      ' G need',
      'COLUMNS',
      ' x cost 1 need 1',
      ' y cost 2 need 1',
      'RHS',
      ' b need 10',
      'BOUNDS',
      ' UP base x 4',
      ' UP strict y 3',
      'ENDATA'
    ].join('\n')
    expect(right(solveQuadraticProgram(read(source).problem)).objective).toBeCloseTo(16, 5)
  })
})

describe('"$" begins a remark', () => {
  test('beside data of every section, and on lines of its own', () => {
    const plain = withSections(
      'RHS',
      ' b less 4',
      'RANGES',
      ' r less 2',
      'BOUNDS',
      ' UP u x 3',
      'QUADOBJ',
      ' x x 1'
    )
    const remarked = plain
      .split('\n')
      .map((line) => (/^ |^RHS/.test(line) ? `${line} $ as we were told` : line))
      .join('\n')
      .replace('COLUMNS', '$ what follows\nCOLUMNS\n $ are columns')
    expect(read(remarked)).toEqual(read(plain))
    expect(read(plain.replace(/^( .*)$/gm, '$1 $$remark'))).toEqual(read(plain))
  })

  test('in fixed columns too', () => {
    const fixed = [
      'NAME          FIX',
      'ROWS',
      ' N  THE COST',
      ' G  AT LEAST',
      'COLUMNS',
      '    FIRST X   THE COST           1.0   $ a remark',
      '    FIRST X   AT LEAST           2.0',
      'ENDATA'
    ].join('\n')
    const { variables, problem } = read(fixed)
    expect([variables, Array.from(problem.q)]).toEqual([['FIRST X'], [1]])
  })

  test('but a name that begins with it is a name', () => {
    const named = withSections('RHS', ' b $r 4').replace(' L less', ' L $r').replace(/less/g, '$r')
    expect(rowsOf(named)[0]).toEqual([-Infinity, 4])
    const second = withSections().replace(' G more', ' G $m').replace('more 1', '$m 5')
    expect(tripletsOf(read(second).problem.A)).toContainEqual([1, 0, 5])
    const twice = second.replace(' x cost 1 less 1\n x $m 5', ' x cost 1 $m 5')
    expect(tripletsOf(read(twice).problem.A)).toContainEqual([1, 0, 5])
  })
})

test('QMATRIX of one triangle names the section for it', () => {
  for (const lines of [
    [' x x 4', ' x y 1', ' y y 2'],
    [' x x 4', ' y x 1']
  ])
    expect(messageOf(withSections('QMATRIX', ...lines))).toMatch(
      /^\(line 11\): QMATRIX .*one triangle is QUADOBJ/
    )
  expect(tripletsOf(read(withSections('QMATRIX', ' x x 4', ' y y 2')).problem.P)).toEqual([
    [0, 0, 4],
    [1, 1, 2]
  ])
})
