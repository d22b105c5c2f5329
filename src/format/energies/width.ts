/** How many bits an action handles, as its arguments tell. */
import type { ActionEnergy } from '../../ledger/energy-table'

type Given = NonNullable<ActionEnergy['arguments']>

/** What Accelergy, its plug-ins and CiMLoop call a width in bits. */
const words: ReadonlySet<string> = new Set([
  ...['resolution', 'width', 'datawidth', 'data_width', 'n_bits', 'nbits', 'bits', 'word_bits']
])

/** The names of an argument: a column "width|datawidth" has two. */
export const namesOf = (argument: string): readonly string[] =>
  argument.split('|').map((name) => name.trim().toLowerCase())

const widthsOf = (given: Given): readonly number[] => [
  ...new Set(
    Object.entries(given)
      .filter(([name]) => namesOf(name).some((each) => words.has(each.replaceAll('-', '_'))))
      .map(([, value]) => (typeof value === 'boolean' || value === '' ? NaN : Number(value)))
      .filter((value) => Number.isFinite(value) && value > 0)
  )
]

/** The bits of an action, where its arguments give one width; a leak handles none. */
export const bitsIn = ({
  kind,
  arguments: given = {}
}: Pick<ActionEnergy, 'kind' | 'arguments'>): Pick<ActionEnergy, 'bits'> => {
  const [bits, another] = kind === 'leak' ? [] : widthsOf(given)
  return bits === undefined || another !== undefined ? {} : { bits }
}

/** What is to be said of widths that arguments give. */
export const widthNotes = (actions: readonly ActionEnergy[]): readonly string[] =>
  actions.some(({ kind, arguments: given = {} }) => kind !== 'leak' && widthsOf(given).length > 1)
    ? ['some actions are given several widths, and nothing tells which is that of the word: see --bits']
    : []
