/**
 * Text that shows all that is in it: whatever comes from a file or a person is made so before it is
 * printed, in every form. What would steer a terminal, turn the text around it, hide in it or break its
 * lines is written out as JSON writes it.
 */

/** What cannot be seen: controls, marks of direction, characters without width, halves of pairs. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{NChar}\p{DI}]/gu

/** What chooses the form of an emoji is seen by that. */
const chosen = '\ufe0e\ufe0f'

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

/** A character as JSON escapes it, half by half where it is a pair. */
const inUnits = (character: string): string =>
  Array.from(character.split(''), (half) => unit(half.charCodeAt(0))).join('')

/** A character as YAML and Python escape it, whole. */
const whole = (character: string): string => {
  const code = character.codePointAt(0)!
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : unit(code)
}

const without = (text: string, escape: (character: string) => string, kept: string): string =>
  text.replace(hidden, (character) => (kept.includes(character) ? character : escape(character)))

/** Lines with what cannot be seen in them written out; the line breaks stay. */
export const visibleLines = (text: string, escape = inUnits): string => without(text, escape, `${chosen}\n`)

/** A text with what cannot be seen in it written out, line breaks too: "a\\u001b[31m". */
export const visible = (text: string): string => without(text, inUnits, chosen)

/** A value as JSON in which nothing is hidden; read, it is the same. */
export const jsonText = (value: unknown, indent?: number): string =>
  visibleLines(JSON.stringify(value, undefined, indent))

/** A text in the double quotes of YAML and Python. */
export const quotedText = (text: string): string => visibleLines(JSON.stringify(text), whole)
