/** What the tests of questions share: a workload that can be worked by hand, and figures by name. */
import { estimateFile } from '../../src/estimate/workload-file'
import type { OwnDesign } from '../../src/ledger/design'
import { estimate, type Ledger } from '../../src/ledger/estimate'
import type { Answer, AnswerFigure } from '../../src/question/answer'
import { isQuantity } from '../../src/units/quantity'
import { right } from '../reading/values'

/** 10⁶ parameters, 10¹⁵ updates and 5·10¹⁴ macs in an hour, at the defaults: 300 K, 1 GHz, 256 rows of 8 bit. */
export const small: Ledger = right(
  estimateFile(
    JSON.stringify({
      name: 'small',
      workload: {
        parameters: '1e6 parameter',
        precision: '8 bit',
        convergence: 'exponential',
        duration: '1 h',
        operations: '1e15 flop',
        updates: 'one per flop'
      }
    })
  )
).ledger

/** The same, with designs beside. */
export const smallWith = (...designs: readonly OwnDesign[]): Ledger =>
  right(estimate({ ...small.scenario, designs }))

export const figure = ({ figures }: Answer, name: string): AnswerFigure => {
  const found = figures.find((each) => each.name === name)
  if (found === undefined)
    throw new Error(`there is no ${name} among ${figures.map((each) => each.name).join(', ')}`)
  return found
}

/** The value of a figure that is no enclosure. */
export const valueOf = (answer: Answer, name: string): number => {
  const { value } = figure(answer, name)
  return isQuantity(value) ? value.value : NaN
}

/** Within so much of a value that was worked apart. */
export const close = (found: number | undefined, expected: number, within = 1e-10): void => {
  expect(Math.abs((found ?? NaN) / expected - 1)).toBeLessThan(within)
}
