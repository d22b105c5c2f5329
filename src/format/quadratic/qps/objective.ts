/** What a QPS file says of its objective: the quadratic term, and whether it is the least or the most. */
import { shown } from '../../../shape/codec'
import { numberIn, type Section } from './lines'
import { problemAt, unknownColumn, type Reading } from './reading'

/** QUADOBJ, QSECTION or QMATRIX. */
export const readQuadratic = (reading: Reading, section: Section): void => {
  const { problems, columns, quadratic, objective } = reading
  if (reading.quadraticSection !== undefined) {
    problems.push(
      problemAt(section.line, `expected one quadratic section, got ${reading.quadraticSection.name} before`)
    )
    return
  }
  reading.quadraticSection = section
  if (section.beside !== '' && section.beside !== objective)
    problems.push(
      problemAt(
        section.line,
        `a quadratic term of the row ${shown(section.beside)}: only the objective may have one`
      )
    )
  const whole = section.name === 'QMATRIX'
  for (const { line, fields } of section.data) {
    const [first = '', second = '', field = ''] = fields
    const value = numberIn(field)
    if (fields.length !== 3 || !Number.isFinite(value)) {
      problems.push(problemAt(line, `expected two columns and a number, got ${shown(fields.join(' '))}`))
      continue
    }
    const [i, j] = [columns.get(first), columns.get(second)]
    if (i === undefined) problems.push(unknownColumn(line, first))
    if (j === undefined) problems.push(unknownColumn(line, second))
    if (i === undefined || j === undefined) continue
    const [row, column] = whole ? [i, j] : [Math.min(i, j), Math.max(i, j)]
    const key = `${row} ${column}`
    if (quadratic.has(key))
      problems.push(
        problemAt(
          line,
          `columns ${shown(first)} and ${shown(second)} are given twice${whole || i === j ? '' : `: ${section.name} holds one triangle, and QMATRIX both`}`
        )
      )
    quadratic.set(key, [row, column, value])
  }
  const beside = [...quadratic.values()].filter(([i, j, value]) => i !== j && value !== 0)
  if (whole && beside.length > 0 && beside.every(([i, j]) => !quadratic.has(`${j} ${i}`)))
    problems.push(
      problemAt(
        section.line,
        'QMATRIX holds both triangles of a symmetric matrix, and this is one: the section for one triangle is QUADOBJ (or QSECTION); or write each entry off the diagonal twice, "x y 1" and "y x 1"'
      )
    )
}

/** OBJSENSE, with the sense beside it or on the line below. */
export const readSense = (reading: Reading, { line, beside, data }: Section): void => {
  const said = [beside, ...data.flatMap(({ fields }) => fields)].filter((word) => word !== '')
  const sense = said.length === 1 ? said[0]!.toUpperCase() : ''
  if (!['MIN', 'MINIMIZE', 'MINIMISE', 'MAX', 'MAXIMIZE', 'MAXIMISE'].includes(sense))
    reading.problems.push(problemAt(line, `expected MIN or MAX, got ${shown(said.join(' '))}`))
  reading.maximises = sense.startsWith('MAX')
}
