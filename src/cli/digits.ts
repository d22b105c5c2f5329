/** How many digits to compute and print, as commands take it. */
import { InvalidArgumentError, Option } from 'commander'
import { mostDigits } from '../reading/decimal'

const digitsFrom = (text: string): number => {
  const digits = Number(text)
  if (/^\d+$/.test(text) && digits >= 1 && digits <= mostDigits) return digits
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostDigits}.`)
}

/** The option --digits. */
export const digitsOption = (): Option =>
  new Option(
    '--digits <n>',
    'significant digits to compute and print (computed with 34, printed with 4)'
  ).argParser(digitsFrom)
