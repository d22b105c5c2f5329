/** The state of an explorer: a link has all of it, and a file what was changed. */
import fc from 'fast-check'
import { changed, linked, linkOf } from '../../src/explorer/state'

const view = { row: 'limDissipated', input: 'temperature' }

test('a state comes back from its link', () => {
  const texts = fc.string({ unit: 'grapheme' })
  const pointers = texts.map((text) => `/${text}`)
  const changes = fc.array(fc.tuple(pointers, texts)).map((entries) => new Map(entries))
  fc.assert(
    fc.property(changes, texts, texts, (made, row, input) => {
      expect(linked(linkOf(made, { row, input }), view)).toEqual({ changes: made, view: { row, input } })
    })
  )
})

test('what a link does not say is as it stands', () => {
  expect(linked('', view)).toEqual({ changes: new Map(), view })
  expect(linked('row=cim', view).view).toEqual({ ...view, row: 'cim' })
})

test('a change is a number, an object or a text, as a flag of the command is; an empty one leaves out', () => {
  const value = { workload: { duration: '1 h', macs: 5 }, list: [{ figure: '1 J' }, { figure: '2 J' }] }
  const changes = new Map([
    ['/workload/duration', '30 d'],
    ['/workload/macs', ' '],
    ['/workload/operations', '{"law": "training", "tokens": 3}'],
    ['/design/memory/writeTime', '1e-6'],
    ['/list/1/figure', '3 J']
  ])
  expect(changed(value, changes)).toEqual({
    workload: { duration: '30 d', operations: { law: 'training', tokens: 3 } },
    design: { memory: { writeTime: 1e-6 } },
    list: [{ figure: '1 J' }, { figure: '3 J' }]
  })
  expect(value.workload.duration).toBe('1 h')
})

test('a link changes nothing but the value', () => {
  changed({}, linked('%2F__proto__%2Fpolluted=yes', view).changes)
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
})
