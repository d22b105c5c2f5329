/** `limen models` and `limen show`. */
import { models } from '../../src/physics/models'
import { modelLatex } from '../../src/report/text/model-latex'
import { limen } from './terminal'

test('models are listed', async () => {
  const { code, out, error } = await limen({}, 'models')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  for (const name of Object.keys(models)) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

test('the list of models takes no argument', async () => {
  expect(await limen({}, 'models', 'landauer')).toMatchObject({ code: 2, out: '' })
})

test.each(Object.keys(models))('%s is shown in full', async (name) => {
  const { code, out, error } = await limen({}, 'show', name)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out.startsWith(`${name} (`)).toBe(true)
  expect(out).toContain('\nFormula\n')
})

test.each(Object.entries(models))('%s is shown as equations to paste', async (name, model) => {
  const { code, out, error } = await limen({}, 'show', name, '--latex')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toBe(`${modelLatex(model)}\n`)
})

test('what is to be pasted into LaTeX has no other character than its own', async () => {
  const { out } = await limen({}, 'show', '--latex', 'landauer')
  expect(out).toMatch(/^\\begin\{aligned\}\n[ -~\n]*\n\\end\{aligned\}\n$/)
})

test('a name that is no model is refused in LaTeX as well', async () => {
  expect(await limen({}, 'show', 'landaur', '--latex')).toMatchObject({ code: 2, out: '' })
})

test.each([
  ['landaur', 'limen: there is no formula "landaur": did you mean landauer?\n'],
  ['Landauer', 'limen: there is no formula "Landauer": did you mean landauer?\n'],
  ['limupdate', 'limen: there is no formula "limupdate": did you mean limUpdate?\n'],
  ['zebra', 'limen: there is no formula "zebra"; limen models lists them\n'],
  ['__proto__', 'limen: there is no formula "__proto__"; limen models lists them\n'],
  ['toString', 'limen: there is no formula "toString"; limen models lists them\n']
])('%s is no model: the error says what may have been meant', async (name, message) => {
  expect(await limen({}, 'show', name)).toEqual({ code: 2, out: '', error: message })
})

test('show wants a name', async () => {
  const { code, out, error } = await limen({}, 'show')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(/^limen: missing required argument 'formula'/)
})
