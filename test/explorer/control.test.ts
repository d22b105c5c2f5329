/** Controls: all of a workload that can be moved has one, whatever stands in its file. */
import { controlsOf, type Choice, type Control, type Knob } from '../../src/explorer/control'
import { controlsIn, knobsIn } from '../../src/explorer/figures'
import { changed } from '../../src/explorer/state'
import { leaves, workloadFile } from '../../src/format/workload/scenario'
import { exampleText } from '../estimate/files'

const value: unknown = JSON.parse(exampleText('brain-scale'))

const choicesIn = (controls: readonly Control[]): readonly Choice[] =>
  controls.flatMap((each) => (each.kind === 'choice' ? [each] : []))

const controls = controlsOf(workloadFile.shape, value)

const knobAt = (of: unknown, pointer: string): Knob | undefined =>
  knobsIn(controlsIn(of)).find((knob) => knob.pointer === pointer)

test('every field that is a quantity has a knob, with what it says there', () => {
  const quantities = leaves.filter(({ field }) => field.codec.shape.kind === 'quantity')
  expect(quantities.length).toBeGreaterThan(20)
  const known = new Set(knobsIn(controls).map(({ pointer }) => pointer))
  expect(quantities.filter(({ pointer }) => !known.has(pointer))).toEqual([])
  expect(knobAt(value, '/design/technology/acceleratorEnergy')).toMatchObject({
    text: '0.708 pJ/flop',
    group: 'technology'
  })
})

test('what is left out stands at its default, or at nothing', () => {
  const bare = { name: 'bare', workload: {} }
  expect(knobAt(bare, '/design/temperature')?.text).toBe('300 K')
  expect(knobAt(bare, '/design/memory/retentionTime')?.text).toBe('10 yr')
  expect(knobAt(bare, '/design/ambientTemperature')?.text).toBe('')
  expect(knobAt(bare, '/workload/duration')?.text).toBe('')
})

test('where a word, a number or a law may stand, there is a choice of them', () => {
  expect(choicesIn(controls).map(({ name, options }) => [name, options.map(({ label }) => label)])).toEqual([
    ['convergence', ['constant', 'exponential', 'powerLaw', 'meanStep, shape']],
    ['updates', ['one per flop', 'one per mac', 'one per token', 'a number', 'per batch']],
    ['operations', ['computeOptimal', 'a number', 'law given', 'law training', 'law powerLaw', 'left out']]
  ])
})

test('each option, chosen, is the one that is chosen, and brings its own knobs', () => {
  for (const { pointer, options } of choicesIn(controls))
    options.forEach(({ label, value: chosen }, at) => {
      const text = chosen === undefined ? '' : typeof chosen === 'string' ? chosen : JSON.stringify(chosen)
      const found = choicesIn(controlsIn(changed(value, new Map([[pointer, text]])))).find(
        (each) => each.pointer === pointer
      )
      expect([pointer, label, found?.chosen]).toEqual([pointer, label, at])
    })
  const trained = changed(
    value,
    new Map([['/workload/operations', '{"law": "training", "tokens": "3e11 token"}']])
  )
  expect(knobAt(trained, '/workload/operations/tokens')?.text).toBe('3e11 token')
  expect(knobAt(trained, '/workload/operations')).toBeUndefined()
})

test('a text that is no number keeps its knob, where it is mended', () => {
  const wrong = changed(value, new Map([['/workload/operations', '5 kT']]))
  expect(knobAt(wrong, '/workload/operations')?.text).toBe('5 kT')
})

test('what a part of a design says of its model has knobs, called after the design and the part', () => {
  const parts = [
    { name: 'cell', place: 'update', model: 'staticWrite', inputs: { barrier: '0.25 eV' } },
    { name: 'bus', place: 'memory', figure: '3.9 pJ/bit', reuse: 128 }
  ]
  const own = knobsIn(controlsIn({ name: 'a', designs: [{ name: 'my chip', parts }] })).filter(
    ({ isListed }) => isListed
  )
  expect(own.map(({ group, pointer, text }) => [group, pointer, text])).toEqual(
    expect.arrayContaining([
      ['my chip: cell', '/designs/0/parts/0/inputs/barrier', '0.25 eV'],
      ['my chip: bus', '/designs/0/parts/1/figure', '3.9 pJ/bit'],
      ['my chip: bus', '/designs/0/parts/1/reuse', '128']
    ])
  )
  // What a part leaves out it may have no use for.
  expect(own.map(({ text }) => text)).not.toContain('')
})
