/** Points of every model, the same in each run: of the reference, about it, and such that are none. */
import { readFileSync } from 'node:fs'
import { evaluateNumber, models } from '../../dist/index.js'

const reference = JSON.parse(
  readFileSync(new URL('../../test/oracle/models.json', import.meta.url), 'utf8')
).models

/** What stands in tables by mistake. */
const odd = [null, NaN, Infinity, -Infinity, 0, -1, 0.5, 1, 5e-324, 1e-300, 1e300, 1.7e308]

const random = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648

/** The inputs of a model by name, rows of their values, and for each row the value in float64 or null. */
export const pointsOf = (name, count = 300) => {
  const model = models[name]
  const inputs = Object.keys(model.inputs)
  const cases = (reference[name]?.cases ?? [{ inputs: { parameters: '7e10' } }]).map((each) =>
    inputs.map((input) => Number(each.inputs[input]))
  )
  const next = random(1)
  const one = (list) => list[Math.floor(next() * list.length)]
  const near = (value) => (next() < 0.5 ? value : value * Math.exp((next() - 0.5) * (next() < 0.2 ? 200 : 6)))
  const rows = [
    ...cases,
    ...Array.from({ length: count }, () => one(cases).map(near)),
    ...Array.from({ length: count }, () => one(cases).map((value) => (next() < 0.3 ? one(odd) : value)))
  ]
  const evaluate = evaluateNumber(model)
  const values = rows.map((row) => {
    if (row.includes(null)) return null
    const value = evaluate(
      Object.fromEntries(inputs.map((input, at) => [input, model.inputs[input].unit(row[at])]))
    )
    return value._tag === 'Right' ? value.right.value : null
  })
  return { inputs, rows, values }
}

/** A table of points as CSV: their numbers first. */
export const csvOf = ({ inputs, rows }, nothing = '') =>
  [
    ['id', ...inputs].join(','),
    ...rows.map((row, at) =>
      [at, ...row.map((value) => (value === null ? nothing : String(value).replace('Infinity', 'inf')))].join(
        ','
      )
    ),
    ''
  ].join('\n')

export const names = Object.keys(models)
