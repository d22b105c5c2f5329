/** A ledger in words: 7.989 MJ, 11.5 decades above the floor, 66.3 % of it at the update-wall. */
import fc from 'fast-check'
import { isBound } from '../../../src/formula/model'
import { explainLedger } from '../../../src/ledger/explain'
import { inlines, type Line } from '../../../src/report/document/block'
import { answerLine, sharesOf, summaryLines } from '../../../src/report/document/summary'
import { sortedRows, type AnyEstimate } from '../../../src/report/ledger'
import { certifiedEstimateFile, estimateFile, estimateValue } from '../../../src/estimate/workload-file'
import { decodeDesigns } from '../../../src/format/workload/designs'
import type { Energy } from '../../../src/units/dimension'
import type { Quantity } from '../../../src/units/quantity'
import { fromModel } from '../../../src/estimate/cited-model'
import { right } from '../../ledger/reference'
import { examples, exampleText, readEstimate } from '../../estimate/files'

const wordsOf = (line: Line): string =>
  inlines(line)
    .map((inline) => (typeof inline === 'string' ? inline : Object.values(inline)[0]))
    .join('')

const brain = readEstimate(exampleText('brain-scale'))
const said = (estimate: AnyEstimate): readonly string[] => summaryLines(estimate, []).paradigms.map(wordsOf)

test('each paradigm has a line: its total, what may be claimed, how far above the floor, where it goes', () => {
  const [floor, bitFlip, recovered, , cim, accelerator, vonNeumann] = said(brain)
  expect(floor).toBe(
    'floor information of the solution: at least 22.97 µJ (lower bound, theorem), all of it at the update-wall'
  )
  expect(bitFlip).toContain('at least 159.0 MJ (lower bound, theorem), 12.8 decades above the floor')
  expect(recovered).toBe(
    'limRecovered learning-in-memory, thermally activated: costs 7.989 MJ (cost of a machine), 11.5 decades above the floor: 66.3 % at the update-wall and 33.7 % at the memory-wall. 33.7 % of it is a lower bound (memory-wall): such a machine takes that or more.'
  )
  expect(cim).toMatch(
    /: 67\.2 % at the memory-wall, 32\.8 % at the update-wall and < 0\.1 % at the consolidation-wall\. 67\.2 % of it is a lower bound of a class \(memory-wall\): .* 67\.2 % of what it takes above limRecovered is at the memory-wall, where the two are told by different models: here .* \(lower bound of a class\), there .* \(lower bound\)\.$/
  )
  expect(vonNeumann).toContain('about 2.808 EJ (estimate, empirical)')
  expect(accelerator).toBe(
    "accelerator today's accelerator: about 42.48 PJ (estimate, empirical), 21.3 decades above the floor"
  )
})

test('the answer has the floor, the least of the machines, and the least estimate', () => {
  // 5.298 of 7.989 MJ is 66.3 %; lg(7.989 MJ / 22.97 µJ) is 11.5.
  expect(wordsOf(answerLine(brain))).toBe(
    "The floor, information of the solution, is at least 22.97 µJ. The least of the machines costs 7.989 MJ (learning-in-memory, thermally activated), 11.5 decades above the floor, 66.3 % of it at the update-wall. 33.7 % of it is a lower bound (memory-wall): such a machine takes that or more. By the least estimate it takes about 42.48 PJ (today's accelerator), 21.3 decades above the floor. "
  )
})

test('the answer has each design of one’s own: what it takes, how far above the floor, where most of it goes', () => {
  const design = { name: 'chip', parts: [{ name: 'write', place: 'update', figure: '12 pJ/update' }] }
  const own = right(
    estimateFile(exampleText('brain-scale'), {}, { designs: right(decodeDesigns(JSON.stringify(design))) })
  )
  // 6e28 updates of 12 pJ are 720 PJ; lg(720 PJ / 22.97 µJ) = 22.5; what 6e28 updates take is 7.2e17 J.
  expect(wordsOf(answerLine(own))).toMatch(
    / chip takes about 720\.0 PJ, 22\.5 decades above the floor, 100 % of it at the update-wall\. $/
  )
})

test('rows stand as the sentence before them says: what physics asks, machines, today; of each the least first', () => {
  const claims = ['lower bound', 'lower bound of a class', 'cost of a machine', 'estimate']
  for (const name of examples) {
    const rows = sortedRows(readEstimate(exampleText(name)))
    rows.slice(1).forEach((row, at) => {
      const [a, b] = [rows[at]!, row].map(({ total }) => ({
        claim: claims.indexOf(total.claim),
        energy: total.energy
      })) as [{ claim: number; energy: Quantity<Energy> }, { claim: number; energy: Quantity<Energy> }]
      expect(a.claim < b.claim || (a.claim === b.claim && a.energy.exact.lte(b.energy.exact))).toBe(true)
    })
  }
})

test('what is no lower bound is never called at least', () => {
  for (const name of examples) {
    const estimate = readEstimate(exampleText(name))
    said(estimate).forEach((line, at) => {
      const { total } = sortedRows(estimate)[at]!
      expect(line.includes('at least')).toBe(isBound(total.tier))
    })
  }
})

test('shares are of the total, the largest first, and none is 0', () => {
  const temperature = fc.integer({ min: 1, max: 300 }) // what is cooled is no warmer than where its heat goes
  const precision = fc.integer({ min: 1, max: 64 })
  fc.assert(
    fc.property(fc.constantFrom(...examples), temperature, precision, (name, kelvin, bits) => {
      const { ledger } = readEstimate(exampleText(name), {
        temperature: `${kelvin} K`,
        precision: `${bits} bit`
      })
      for (const paradigm of ledger.paradigms.filter(({ walls }) => walls !== undefined)) {
        const shares = sharesOf(paradigm).map(([, share]) => share.toNumber())
        expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12)
        expect(shares.every((share) => share > 0)).toBe(true)
        expect([...shares].sort((a, b) => b - a)).toEqual(shares)
      }
    }),
    { numRuns: 30 }
  )
})

test('of a certified ledger the two ends are told, and no shares', () => {
  const certified = right(certifiedEstimateFile(exampleText('brain-scale'), { temperature: '300 K ± 2 K' }))
  const [floor] = said(certified)
  expect(floor).toMatch(/: at least \[22\.8\d, 23\.1\d\] µJ /)
  expect(floor).not.toContain('%')
})

test('what matters most is told, and only what matters', () => {
  const explanations = right(explainLedger(brain.ledger))
  const [line] = summaryLines(brain, explanations).rest.map(wordsOf)
  expect(line).toBe(
    'One percent more of a value changes learning-in-memory, barriers lost most by precision b (−4.49 %), temperature T (+1.00 %) and hops per update h₁ (+0.84 %).'
  )
})

test("of a design of one's own, where there is one", () => {
  const chip = `{"name": "chip", "description": "mine", "parts": [{"name": "w", "place": "update", "figure": "1 pJ/update"}]}`
  const estimate = right(
    estimateFile(exampleText('brain-scale'), {}, { designs: right(decodeDesigns(chip)) })
  )
  const lines = summaryLines(estimate, right(explainLedger(estimate.ledger))).rest.map(wordsOf)
  expect(lines.filter((line) => line.startsWith('One percent more'))).toEqual([
    'One percent more of a value changes chip most by updates U (+1.00 %) and chip: w E_1 (+1.00 %).'
  ])
})

test('of what matters little nothing is told', () => {
  const [explanation] = right(explainLedger(brain.ledger, ['limDissipated']))
  const { sensitivities } = explanation!
  const little = sensitivities.filter(({ elasticity }) => Math.abs(elasticity.value) < 0.1)
  expect(little.length).toBeGreaterThan(0)
  expect(summaryLines(brain, [{ ...explanation!, sensitivities: little }]).rest).toEqual([])
})

test('what the training took where it took place is told where it is known', () => {
  const { name, description, supplied, measured } = right(fromModel('gpt-3'))
  const value = { name, description, workload: {} }
  const estimate = right(
    estimateValue(value, {}, { supplied, ...(measured === undefined ? {} : { measured }) })
  )
  const told = wordsOf(answerLine(estimate))
  const took = told.indexOf('Where it took place it took 6.522 TJ (derived: power of the hardware')
  // What its data sheet says of hardware at its peak is no measure of training, and is told after it.
  expect(took).toBeGreaterThan(0)
  expect(
    told.indexOf(
      "takes about 222.2 GJ (today's accelerator at the peak rate of its data sheet, at full use; real training is 5 to 9 times worse)"
    )
  ).toBeGreaterThan(took)
  expect(wordsOf(answerLine(brain))).not.toContain('took place')
})
