/** io-ts codecs for numbers without units, and lists of them; for files that hold many. */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { shown } from './codec'

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A number or its text as a number; NaN of anything else. */
export const numberOf = (value: unknown): number =>
  typeof value === 'string' && numeral.test(value) ? Number(value) : typeof value === 'number' ? value : NaN

/** A number; one of more digits than JSON keeps is a text, and is read as the nearest there is. */
export const finite = new t.Type<number, number, unknown>(
  'a number',
  (value): value is number => typeof value === 'number',
  (value, context) => {
    const read = numberOf(value)
    return Number.isFinite(read)
      ? t.success(read)
      : t.failure(value, context, `expected a finite number, got ${shown(value)}`)
  },
  t.identity
)

/** A whole number within a range. */
export const whole = (least: number, most = Infinity): t.Type<number, number> =>
  new t.Type<number, number, unknown>(
    'a whole number',
    (value): value is number => typeof value === 'number',
    (value, context) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? t.success(value)
        : t.failure(
            value,
            context,
            `expected a whole number from ${least}${most === Infinity ? '' : ` to ${most}`}, got ${shown(value)}`
          ),
    t.identity
  )

/** A list, all of whose items are of one kind; `name` is what messages call it. */
export const list = <A, O>(item: t.Type<A, O>, name: string): t.Type<readonly A[], readonly O[]> =>
  new t.Type<readonly A[], readonly O[], unknown>(
    name,
    (value): value is readonly A[] => Array.isArray(value),
    (value, context) => {
      if (!Array.isArray(value)) return t.failure(value, context, `expected ${name}, got ${shown(value)}`)
      const errors: t.ValidationError[] = []
      const read: A[] = []
      value.forEach((each: unknown, at) => {
        const validated = item.validate(each, t.appendContext(context, String(at), item, each))
        if (E.isLeft(validated)) errors.push(...validated.left)
        else read.push(validated.right)
      })
      return errors.length > 0 ? t.failures(errors) : t.success(read)
    },
    (values) => values.map((value) => item.encode(value))
  )
