/** Files that are recognised and not read say what they are, and what would do. */
import { decodeProblem } from '../../src/format/problem-file'
import { left } from '../ledger/reference'

test.each([
  ['Minimize\n obj: 3 x + y\nSubject To\n c1: x + y >= 1\nEnd\n', /LP text \(CPLEX\).*MPS/],
  ['\\ a remark\n\\ and one more\n\nMAXIMIZE\n 2 x\nst\n x <= 1\nEnd\n', /LP text/],
  ['max\n 2 x\nEnd\n', /LP text/],
  ['MAXIMIZE\n# of bits\n2.0\n0 0 1\n0 1 2\n', /LP text|Quantagonia/],
  ['MINIMIZE\n-2.0\n0 0 1\n', /Quantagonia/],
  ['%%MatrixMarket matrix coordinate real symmetric\n3 3 1\n1 1 1\n', /Matrix Market/],
  ['g3 1 1 0\t# problem\n', /AMPL/],
  ['\u0018\u0000brain.Event:2', /TensorBoard.*CSV/],
  ['{"variable_domain": "spin", "linear_terms": [], "quadratic_terms": []}', /bqpjson.*bqp2qubo/]
])('%j', (source, message) => {
  expect(left(decodeProblem(source, 'given')).message).toMatch(message)
})
