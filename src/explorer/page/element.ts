/** Elements of the page. What is written in them is text, never HTML. */

type Child = Node | string | undefined

/** An element with attributes; those that are undefined are left out, as children are. */
export const element = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[N] => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** The element of an id, which the page has. */
export const byId = (id: string): HTMLElement => document.getElementById(id)!

/** How far what is in a place was scrolled: heard, as asking would have the page laid out at once. */
const scrolled = new Map<string, number>()
addEventListener(
  'scroll',
  ({ target }) => {
    if (!(target instanceof Element) || !target.matches('.wide')) return
    scrolled.set(target.parentElement?.id ?? '', target.scrollLeft)
  },
  true
)

/** Shows HTML that the library made; what is wide in it stays where it was scrolled to. */
export const show = (id: string, html: string): void => {
  const place = byId(id)
  place.innerHTML = html
  const left = scrolled.get(id) ?? 0
  if (left > 0) place.querySelector('.wide')?.scrollTo({ left, behavior: 'instant' })
}

/** Options of a select, of which one is chosen. */
export const showOptions = (select: HTMLSelectElement, names: readonly string[], chosen: string): void => {
  const shown = [...select.options].map(({ value }) => value)
  if (shown.join('\n') !== names.join('\n'))
    select.replaceChildren(...names.map((name) => element('option', { value: name }, name)))
  select.value = chosen
}
