/** Python as text: identifiers, literals, docstrings. */
import { decimal } from '../../units/decimal'
import { quotedText } from '../../units/visible'
import { commented, numeral } from '../text/written'

const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' ')
)

/** A text as an identifier, in letters that every Python takes; apart from keywords and other names. */
export const identifier = (text: string, taken: ReadonlySet<string> = new Set()): string => {
  const letters = text.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d)/, '_') || '_'
  // Two underscores in front would make the name private to its class.
  const plain = letters.replace(/^__+/, '_')
  return keywords.has(plain) || taken.has(plain) ? `${plain}_` : plain
}

/** The same as the name of a class. */
export const className = (text: string, taken: ReadonlySet<string>): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
  return identifier(joined || 'Component', taken)
}

/** A value as a literal. */
export const literal = (value: string | number | boolean): string =>
  typeof value === 'string'
    ? quotedText(value)
    : typeof value === 'boolean'
      ? value
        ? 'True'
        : 'False'
      : Number.isInteger(value)
        ? BigInt(value).toString()
        : numeral(decimal(value))

/** A text inside a docstring, which no character of it ends. */
export const documented = (text: string): string =>
  commented(text)
    .replaceAll('\\', '\\\\')
    .replace(/"""|"$/g, (quotes) => '\\"'.repeat(quotes.length))
