/** Quadratic programs in the QPS format: MPS with a section for the quadratic term. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { quadraticProgram, type QuadraticData } from '../../../workload/quadratic/program'
import type { QuadraticError } from '../../../workload/quadratic/error'
import type { Triplet } from '../../../workload/quadratic/sparse'
import { shown } from '../../../shape/codec'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../../shape/problem'
import { byBlanks, byColumns, sectionsOf, type Layout, type Section } from './lines'
import { columnBounds, readBounds, rowBounds } from './bounds'
import { readQuadratic, readSense } from './objective'
import { integers, problemAt, readByRow, readColumns, readRows, type Reading } from './reading'
import type { NamedProgram } from '../quadratic-program'

/** A quadratic program from a QPS file. @since 0.3.0 */
export interface QpsProgram extends NamedProgram {
  /**
   * What the file asks for. The problem is always one of minimising: where this is 'maximise', that of
   * the negated objective.
   */
  readonly sense: 'minimise' | 'maximise'
  /** The names of the variables, in the order of x. */
  readonly variables: readonly string[]
}

const sectionNames = [
  'NAME',
  'OBJSENSE',
  'ROWS',
  'COLUMNS',
  'RHS',
  'RANGES',
  'BOUNDS',
  'QUADOBJ',
  'QSECTION',
  'QMATRIX',
  'ENDATA'
] as const

const readSection = (reading: Reading, section: Section): void => {
  switch (section.name) {
    case 'OBJSENSE':
      readSense(reading, section)
      return
    case 'ROWS':
      reading.objective = readRows(reading, section)
      return
    case 'COLUMNS':
      readColumns(reading, section)
      return
    case 'RHS':
      readByRow(reading, section, reading.rightSides)
      return
    case 'RANGES':
      readByRow(reading, section, reading.ranges)
      return
    case 'BOUNDS':
      readBounds(reading, section)
      return
    case 'QUADOBJ':
    case 'QSECTION':
    case 'QMATRIX':
      readQuadratic(reading, section)
  }
}

const dataOf = (reading: Reading): QuadraticData => {
  const { rows, columns, entries, rightSides, ranges, quadratic, objective, maximises } = reading
  const sign = maximises ? -1 : 1
  const q = new Array<number>(columns.size).fill(0)
  const A: Triplet[] = []
  for (const { column, row, value } of entries.values()) {
    if (row === objective) q[column] = sign * value
    const { index } = rows.get(row)!
    if (index >= 0) A.push([index, column, value])
  }
  const constraints = [...rows].filter(([, { kind }]) => kind !== 'N')
  const limits = constraints.map(([name, { kind }]) =>
    rowBounds(kind, rightSides.get(name)?.value ?? 0, ranges.get(name)?.value)
  )
  for (const [name, column] of columns) {
    const bound = columnBounds(reading, name)
    if (bound === undefined) continue
    A.push([limits.length, column, 1])
    limits.push([bound.low, bound.high])
  }
  const constant = objective === undefined ? 0 : -(rightSides.get(objective)?.value ?? 0)
  return {
    P: { triplets: [...quadratic.values()].map(([i, j, value]) => [i, j, sign * value]) },
    ...(reading.quadraticSection?.name === 'QMATRIX' ? {} : { triangle: 'upper' }),
    q,
    r: sign * constant,
    A: { triplets: A },
    l: limits.map(([low]) => low),
    u: limits.map(([, high]) => high)
  }
}

const programProblems = (reading: Reading, error: QuadraticError): readonly SchemaProblem[] => {
  const line = reading.quadraticSection?.line
  const about = (message: string, quadratic: boolean): SchemaProblem =>
    quadratic && line !== undefined ? problemAt(line, message) : { pointer: '', message }
  return error.kind === 'invalid'
    ? error.problems.map(({ place, message }) => {
        const row =
          place[0] === 'l' || place[0] === 'u'
            ? [...reading.rows].find(([, { index }]) => index === place[1])
            : undefined
        return row === undefined
          ? about(message, place[0] === 'P')
          : problemAt(reading.rightSides.get(row[0])?.line ?? row[1].line, message)
      })
    : [about(error.message, true)]
}

const order = (sections: readonly Section[]): readonly SchemaProblem[] => {
  const names = sections.map(({ name }) => name)
  const end = names.indexOf('ENDATA')
  const problems = sections.flatMap(({ name, line, data }, at): readonly SchemaProblem[] => {
    if (name === '') return [problemAt(line, 'expected the name of a section before any data')]
    if (name === 'QCMATRIX')
      return [problemAt(line, 'a quadratic term of a constraint: only the objective may have one')]
    if (name === 'SOS' || name === 'INDICATORS') return [problemAt(line, `the section ${name}: ${integers}`)]
    if (!sectionNames.some((known) => known === name))
      return [problemAt(line, `expected a section ${sectionNames.join(', ')}, got ${shown(name)}`)]
    if (names.indexOf(name) < at) return [problemAt(line, `the section ${name} is given twice`)]
    if ((name === 'NAME' || name === 'ENDATA') && data.length > 0)
      return [problemAt(data[0]!.line, `expected no data in the section ${name}`)]
    const needed =
      name === 'COLUMNS' ? 'ROWS' : ['NAME', 'OBJSENSE', 'ROWS', 'ENDATA'].includes(name) ? '' : 'COLUMNS'
    return needed !== '' && !names.slice(0, at).includes(needed)
      ? [problemAt(line, `expected the section ${needed} before ${name}`)]
      : []
  })
  const missing = (['ROWS', 'COLUMNS'] as const)
    .filter((name) => !names.includes(name))
    .map((name): SchemaProblem => ({ pointer: '', message: `missing: expected a section ${name}` }))
  const cut: readonly SchemaProblem[] =
    end === -1
      ? [{ pointer: '', message: 'missing: expected ENDATA at the end; the file may be cut off' }]
      : []
  return [...problems, ...missing, ...cut]
}

const readWith = (source: string, layout: Layout): E.Either<readonly SchemaProblem[], QpsProgram> => {
  const all = sectionsOf(source, layout)
  const end = all.findIndex(({ name }) => name === 'ENDATA')
  const sections =
    end === -1 ? all : all.slice(0, end + 1).map((each, at) => (at === end ? { ...each, data: [] } : each))
  const disorder = order(sections)
  if (disorder.length > 0) return E.left(disorder)
  const reading: Reading = {
    problems: [],
    notes: [],
    rows: new Map(),
    columns: new Map(),
    entries: new Map(),
    rightSides: new Map(),
    ranges: new Map(),
    bounds: new Map(),
    quadratic: new Map(),
    objective: undefined,
    maximises: false,
    quadraticSection: undefined
  }
  for (const section of sections) readSection(reading, section)
  const data = dataOf(reading)
  if (reading.problems.length > 0) return E.left(reading.problems)
  return pipe(
    quadraticProgram(data),
    E.bimap(
      (error) => programProblems(reading, error),
      (problem) => ({
        name: sections.find(({ name }) => name === 'NAME')?.beside ?? '',
        problem,
        sense: reading.maximises ? 'maximise' : 'minimise',
        variables: [...reading.columns.keys()],
        ...(reading.notes.length === 0 ? {} : { notes: reading.notes })
      })
    )
  )
}

/**
 * A quadratic program from a QPS file: free or fixed MPS with the quadratic term ½x'Px in QUADOBJ or
 * QSECTION (one triangle) or QMATRIX (all of it). The first row of kind N is the objective, others of
 * that kind are left out. What readers differ on is taken thus: the right side of the objective is its
 * constant with the sign turned; a range R of an equation is [b, b + |R|] for R ≥ 0 and [b − |R|, b] for
 * R < 0; of several sets of RHS, RANGES or BOUNDS the first counts, with a note; "$" begins a remark beside
 * data; MI leaves the upper bound; bounds of 1e20 and beyond are none; a negative upper bound without a
 * lower one is refused, as are entries given twice, integers, and quadratic constraints. A file is read
 * by blanks, or, where that fails, by the columns of the fixed format. Bounds of variables are
 * constraints of the problem, after those of ROWS. Or all that is wrong with it, each with its line.
 *
 * @example
 * import { decodeQps } from 'limen/solve'
 * decodeQps('NAME one\nROWS\n N cost\n L less\nCOLUMNS\n x cost 1 more 2\nENDATA') // left: (line 6): there is no row "more" in the section ROWS
 *
 * @since 0.3.0
 */
export const decodeQps = fromText((source: string): E.Either<SchemaError, QpsProgram> => {
  const text = source.replace(/^\uFEFF/, '')
  const free = readWith(text, byBlanks)
  const read = E.isLeft(free)
    ? pipe(
        readWith(text, byColumns),
        E.orElse(() => free)
      )
    : free
  return pipe(read, E.mapLeft(schemaError))
})
