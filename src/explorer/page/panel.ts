/** The controls of the page: a text and a slider for each knob, a list for each choice. */
import { problemText, type SchemaProblem } from '../../shape/problem'
import type { Choice, Control, Knob } from '../control'
import { placeOf, rescaled, scaleOf, type Scale } from '../scale'
import { byId, element } from './element'

/** Hears that something at a pointer has another text. */
export type Heard = (pointer: string, text: string, of: Control) => void

const problemId = (pointer: string): string => `problem:${pointer}`

const described = ({ description, pointer }: Control): readonly HTMLElement[] => [
  element('small', {}, description),
  element('p', { class: 'wrong', id: problemId(pointer) })
]

/** The text and the slider of a knob. */
const fieldsOf = (knob: Knob, heard: Heard): readonly HTMLElement[] => {
  const { pointer, name, example } = knob
  const text = element('input', {
    'type': 'text',
    'id': pointer,
    'value': knob.text,
    'placeholder': `none; ${example}`,
    'autocomplete': 'off',
    'spellcheck': 'false',
    'aria-label': name,
    'aria-describedby': problemId(pointer)
  })
  const range = element('input', { 'type': 'range', 'min': '0', 'aria-label': `${name}, as a slider` })
  let scale: Scale | undefined
  const say = (): void => {
    range.setAttribute('aria-valuetext', text.value === '' ? 'left out' : text.value)
  }
  const place = (): void => {
    const found = scaleOf({ ...knob, text: text.value })
    range.disabled = found === undefined
    if (found === undefined) return
    scale = rescaled(scale, found)
    range.max = String(scale.stops.length - 1)
    range.value = String(placeOf(scale))
    say()
  }
  place()
  range.addEventListener('input', () => {
    text.value = scale!.textAt(scale!.stops[range.valueAsNumber]!) // what has no scale does not move
    say()
    heard(pointer, text.value, knob)
  })
  text.addEventListener('input', () => {
    place()
    heard(pointer, text.value, knob)
  })
  return [text, range]
}

const knobElement = (knob: Knob, heard: Heard): HTMLElement =>
  element(
    'div',
    { class: 'knob' },
    element('label', { for: knob.pointer }, knob.name),
    ...fieldsOf(knob, heard),
    ...described(knob)
  )

/** A choice, and the knob of what is chosen where that is a number. */
const choiceElement = (choice: Choice, number: Knob | undefined, heard: Heard): HTMLElement => {
  const { pointer, name, options, chosen } = choice
  const id = `choice:${pointer}`
  const select = element(
    'select',
    { id, 'aria-describedby': problemId(pointer) },
    ...options.map(({ label }, at) => element('option', { value: String(at) }, label))
  )
  select.selectedIndex = chosen
  select.addEventListener('change', () => {
    const value = options[select.selectedIndex]?.value
    const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
    heard(pointer, text, choice)
  })
  return element(
    'div',
    { class: 'knob' },
    element('label', { for: id }, name),
    select,
    ...(number === undefined ? [] : fieldsOf(number, heard)),
    ...described(choice)
  )
}

/** Which sections are folded: on a narrow page all but the first, until one is unfolded. */
const folded = new Map<string, boolean>()
const isNarrow = matchMedia('(max-width: 60rem)')

const sectionElement = (group: string, isFirst: boolean): HTMLDetailsElement => {
  const section = element('details', {}, element('summary', {}, group))
  section.open = !(folded.get(group) ?? (isNarrow.matches && !isFirst))
  section.addEventListener('toggle', () => {
    folded.set(group, !section.open)
  })
  return section
}

/** Shows controls, those of a section together. What had the focus has it again. */
export const showControls = (controls: readonly Control[], heard: Heard): void => {
  const focused = document.activeElement?.id ?? ''
  const groups = new Map<string, HTMLElement>()
  const knobs = new Map(controls.flatMap((each) => (each.kind === 'knob' ? [[each.pointer, each]] : [])))
  for (const control of controls) {
    const { group, pointer } = control
    const place = groups.get(group) ?? sectionElement(group, groups.size === 0)
    groups.set(group, place)
    const knob = knobs.get(pointer)
    if (control.kind === 'choice') place.append(choiceElement(control, knob, heard))
    else if (knob !== undefined) place.append(knobElement(knob, heard))
    knobs.delete(pointer)
  }
  byId('knobs').replaceChildren(...groups.values())
  if (focused !== '') document.getElementById(focused)?.focus()
}

/** Shows what is wrong: all of it above the figures, and each where it can be mended. */
export const showProblems = (controls: readonly Control[], problems: readonly SchemaProblem[]): void => {
  for (const { pointer } of controls) {
    const own = problems.filter((problem) => problem.pointer === pointer)
    const field = document.getElementById(pointer) ?? byId(`choice:${pointer}`)
    byId(problemId(pointer)).textContent = own.map(({ message }) => message).join('; ')
    if (own.length > 0) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
  }
  const list = element('ul', {}, ...problems.map((problem) => element('li', {}, problemText(problem))))
  byId('problems').replaceChildren(
    ...(problems.length === 0 ? [] : [element('strong', {}, 'These values do not fit:'), list])
  )
}
