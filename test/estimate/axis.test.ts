/** What varies, as a user says it. */
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom } from '../../src/estimate/axis'

const range = { name: 'temperature', from: '4 K', to: '400 K' }

test.each([
  ['temperature=4 K..400 K', range],
  [' temperature = 4 K .. 400 K ', range],
  ['temperature=4 K..400 K:200', { ...range, points: 200 }],
  ['temperature=4 K..400 K:log', { ...range, spacing: 'log' }],
  ['temperature=4 K..400 K:log:200', { ...range, points: 200, spacing: 'log' }],
  ['temperature=4 K..400 K:200:linear', { ...range, points: 200, spacing: 'linear' }],
  ['temperature=4..400', { name: 'temperature', from: '4', to: '400' }],
  ['temperature=4 K', { name: 'temperature', values: ['4 K'] }],
  ['temperature=4 K, 77 K,300 K', { name: 'temperature', values: ['4 K', '77 K', '300 K'] }],
  ['convergence=constant, powerLaw', { name: 'convergence', values: ['constant', 'powerLaw'] }],
  [
    'operations={ "exponent": 2, "tokens": 3 }',
    { name: 'operations', values: ['{ "exponent": 2, "tokens": 3 }'] }
  ]
])('%s', (text, axis) => {
  expect(axisFrom(text)).toEqual(E.right(axis))
})

test.each([
  ['temperature', /^expected name=from\.\.to or name=value, value, got "temperature"$/],
  ['=4 K..5 K', /^expected name=/],
  ['temperature=', /^expected name=/],
  ['temperature=4 K..', /^expected name=/],
  ['temperature=..4 K', /^expected name=/],
  ['temperature=1 K..2 K..3 K', /^expected name=/],
  ['temperature=4 K,,5 K', /^expected name=/],
  [
    'attemptRate=1..10 GHz',
    /^attemptRate: expected a unit at both ends, or at neither, got "1" and "10 GHz"$/
  ],
  ['temperature=4 K..5 K:cubic', /:log or :linear, and a number of points from 2 on, got ":cubic"$/],
  ['temperature=4 K..5 K:1', /got ":1"$/],
  ['temperature=4 K..5 K:1e3', /got ":1e3"$/],
  ['temperature=4 K..5 K:log:linear', /got ":log:linear"$/],
  ['temperature=4 K..5 K:3:4', /got ":3:4"$/],
  ['temperature=4 K..5 K:log:3:4', /got ":log:3:4"$/]
])('%s is refused', (text, told) => {
  const axis = axisFrom(text)
  expect(E.isLeft(axis) && axis.left.message).toMatch(told)
})
