/** A thing is found by as much of its name as is its alone. */
import * as E from 'fp-ts/lib/Either.js'
import { byName, ways } from '../../src/shape/name'

const names = ['NVIDIA H100 PCIe', 'NVIDIA H100 SXM5', 'Fowler-Nordheim dynamic analog memory', 'Loihi']

const find = (name: unknown, inTurn = Object.values(ways)) =>
  byName({ what: 'thing', things: names, nameOf: (each) => each, ways: inTurn }, name)

test.each([
  ['nvidia h100-pcie', 'NVIDIA H100 PCIe'],
  ['fowler nordheim', 'Fowler-Nordheim dynamic analog memory'],
  ['FN-DAM', 'Fowler-Nordheim dynamic analog memory'],
  ['h100 sxm5', 'NVIDIA H100 SXM5'],
  ['analog memory', 'Fowler-Nordheim dynamic analog memory']
])('%s is %s', (asked, name) => {
  expect(find(asked)).toEqual(E.right(name))
})

test('a way that is not asked for finds nothing', () => {
  expect(find('fndam', [ways.whole, ways.beginning])).toEqual(
    E.left('there is no thing "fndam" among the 4 that are known')
  )
})

test('what several have is told with all of them, what is near with that, nothing with nothing', () => {
  expect(find('h100')).toEqual(
    E.left('the thing "h100" may be any of "NVIDIA H100 PCIe", "NVIDIA H100 SXM5": say more of its name')
  )
  expect(find('Loini')).toEqual(E.left('there is no thing "Loini": did you mean "Loihi"?'))
  expect([find(''), find('-'), find(5)]).toEqual([undefined, undefined, undefined])
})
