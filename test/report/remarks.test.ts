/** Beside a total stands what of it is no cost of the machine but a bound, and why it may be below the floor. */
import fc from 'fast-check'
import { estimateFile, estimateValue } from '../../src/estimate/workload-file'
import { fromModel } from '../../src/estimate/cited-model'
import { decodeDesigns } from '../../src/format/workload/designs'
import { isBound } from '../../src/formula/model'
import { boundParts, remarksOf } from '../../src/report/remarks'
import { adviceOf } from '../../src/report/design'
import { entriesOf, linesOf, rowsOf, type AnyEstimate } from '../../src/report/ledger'
import { right } from '../ledger/reference'
import { examples, exampleText, readEstimate } from '../estimate/files'

const network = (overrides = {}, design?: object): AnyEstimate =>
  right(
    estimateFile(
      JSON.stringify({
        name: 'network',
        workload: {
          ...{ parameters: 1.5e6, precision: '8 bit', convergence: 'constant', duration: '1 h' },
          ...{ operations: '4e14 flop', updates: 'one per flop', ...overrides }
        }
      }),
      {},
      design === undefined ? {} : { designs: right(decodeDesigns(JSON.stringify(design))) }
    )
  )

const of = (estimate: AnyEstimate, row: string): string =>
  remarksOf(estimate)
    .find(({ name }) => name === row)
    ?.sentences.join(' ') ?? ''

/** By hand: 14.09 of 14.11 J, and (1.998 − 0.000014)/(2.295 − 0.000014) MJ. */
test('what GPT-3 takes by learning-in-memory is nearly all a bound, and most of what lies above it another read', () => {
  const { name, supplied } = right(fromModel('gpt-3'))
  const estimate = right(estimateValue({ name, workload: {} }, {}, { supplied }))
  expect(of(estimate, 'limRecovered')).toBe(
    '99.8 % of it is a lower bound (memory-wall): such a machine takes that or more.'
  )
  expect(of(estimate, 'cim')).toMatch(
    /^87\.0 % of it is a lower bound of a class \(memory-wall\): .* 87\.0 % of what it takes above limRecovered is at the memory-wall, where the two are told by different models: here converters limited by thermal noise \(lower bound of a class\), there .* its register is reset \(lower bound\)\.$/
  )
  expect([of(estimate, 'floor'), of(estimate, 'accelerator')]).toEqual(['', ''])
})

test('the shares that are bounds are of parts that are, and of totals that are none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.integer({ min: 1, max: 32 }), (name, bits) => {
      for (const row of rowsOf(readEstimate(exampleText(name), { precision: `${bits} bit` }))) {
        const parts = boundParts(row)
        if (isBound(row.total.tier)) expect(parts).toEqual([])
        const share = parts.reduce((sum, part) => sum + part.share!.toNumber(), 0)
        const rest = entriesOf(row)
          .filter(([, { tier }]) => !isBound(tier))
          .reduce((sum, [, { energy }]) => sum + ('value' in energy ? energy.value : NaN), 0)
        if (parts.length > 0 && 'value' in row.total.energy)
          expect(share).toBeCloseTo(1 - rest / row.total.energy.value, 9)
      }
    }),
    { numRuns: 20 }
  )
})

test('a design whose parts are bounds says so by their names', () => {
  const column = { model: 'analogMac', inputs: { outputBits: '8 bit', rows: '128 mac/conversion' } }
  const estimate = network(
    {},
    {
      name: 'mine',
      parts: [
        { name: 'ADC', place: 'memory', ...column },
        { name: 'write', place: 'update', figure: '1 aJ/update' }
      ]
    }
  )
  // 2e14 macs of 25.45 aJ against 4e14 updates of 1 aJ: 5.09 of 5.49 mJ.
  expect(adviceOf(estimate)[0]!.sentences.join(' ')).toContain(
    '92.7 % of it is a lower bound of a class (ADC): such a machine takes that or more.'
  )
})

test('of a design whose walls are not all known none is said to bind', () => {
  const [advice] = adviceOf(
    network({}, { name: 'mine', parts: [{ name: 'w', place: 'update', figure: '1 pJ/update' }] })
  )
  expect(advice!.sentences[0]).toMatch(/all of what is known of it at the update-wall\.$/)
})

test('a row of the ledger below the floor says why it may be', () => {
  const few = network({ operations: '1 flop' })
  expect(of(few, 'limRecovered')).toMatch(
    /^The floor is of memories that held unknown bits and end with the solution, and none of those takes so little: 1\.000 update does not set the 12\.00 Mbit of the solution\./
  )
  expect(of(network(), 'limRecovered')).not.toContain('The floor is of')
  // 10⁷ updates are more than the parameters, and less than their bits; 4·10¹⁴ are enough.
  const tiny = { name: 'tiny', parts: [{ name: 'w', place: 'update', figure: '1e-36 J/update' }] }
  const saidOf = (operations: string): string =>
    adviceOf(network({ operations }, tiny))[0]!.sentences.join(' ')
  expect(saidOf('1e7 flop')).toContain('1.000e7 update do not set the 12.00 Mbit of the solution.')
  expect(saidOf('4e14 flop')).toContain('or its memory starts blank.')
})

/** By hand: f₀τ is 21 at 21 ns, where the floor is twice Landauer's bound; at an hour it is 3.6e12. */
test('where time makes the floor more than Landauer, it is of cells that are left at most at a rate, which is named', () => {
  const floor = (estimate: AnyEstimate): string => linesOf(estimate).find(([name]) => name === 'floor')![1]
  expect(floor(network())).toMatch(/^a lower bound for every machine whose memory held unknown bits: /)
  const short = network({ duration: '21 ns' })
  expect(floor(short)).toMatch(
    /^a lower bound for every machine whose memory held unknown bits, in two-state cells left at most at 1 GHz \(assumed\): /
  )
})
