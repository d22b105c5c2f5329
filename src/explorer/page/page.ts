/** The program of an explorer's page: what is changed is computed and drawn by the library, here. */
import * as E from 'fp-ts/lib/Either.js'
import type { FileFront } from '../../estimate/front'
import type { Estimate } from '../../estimate/workload-file'
import { ledgerJson } from '../../report/data/ledger'
import { rowsOf, type AnyEstimate } from '../../report/ledger'
import { frontSentences } from '../../report/front'
import { frontPicture } from '../../report/picture/front'
import { ledgerPicture } from '../../report/picture/ledger'
import type { PictureOptions } from '../../report/picture/picture'
import { isUncertain } from '../../units/uncertain'
import { jsonText } from '../../units/visible'
import type { Knob } from '../control'
import { controlsIn, explorer, knobsIn, sweptInputs, type Pictured } from '../figures'
import { changed, linked, linkOf, type Exploration, type View } from '../state'
import { byId, element, show, showOptions } from './element'
import { showControls, showProblems, type Heard } from './panel'
import { savePng, saveText } from './saving'

/** Milliseconds without a change, after which what takes longer is computed. */
const rest = 250

const initial = JSON.parse(byId('state').textContent) as Exploration
const figures = explorer(initial.digits)
const [rows, inputs] = [byId('row') as HTMLSelectElement, byId('input') as HTMLSelectElement]

/** A design of one's own is what its owner looks at first. */
const { designs: [own] = [] } = initial.value as { readonly designs?: readonly { readonly name: string }[] }
const firstView: View = { row: own?.name ?? 'limDissipated', input: 'temperature' }

/** What was changed, and what is looked at. */
let state = linked(location.hash.slice(1), firstView)

/** What the figures are of: a value, and its ledger; certified where something is uncertain and nothing moves. */
interface Shown {
  readonly value: unknown
  readonly exact: Estimate
  readonly ledger: AnyEstimate
}
let shown: Shown | undefined

/** How each picture is drawn again, as for a file. */
const pictures: Record<string, (options?: PictureOptions) => Pictured> = {}

const draw = (id: string, drawn: (options?: PictureOptions) => Pictured): void => {
  pictures[id] = drawn
  const found = drawn({ id: `picture-${id}` })
  if (E.isRight(found)) show(id, found.right)
  else byId(id).textContent = found.left
}

const showAnswer = (ledger: AnyEstimate, of: string): void => {
  const { row } = state.view
  const answer = figures.answer(ledger, row)
  if (answer === undefined) byId('answer').textContent = 'has no value here'
  else {
    const { total, exact, decades } = answer
    const above = decades === '' ? '' : `, ${decades} decades above the floor`
    byId('answer').replaceChildren(element('data', { class: 'total', value: exact }, total), above + of)
  }
}

/** Shows a ledger, and what it is of where that is not plainly what the controls say. */
const showLedger = (ledger: AnyEstimate, of = ''): void => {
  showAnswer(ledger, of)
  draw('ledger', (options) => E.right(ledgerPicture(ledger, options)))
  show('table', figures.table(ledger))
}

const areUncertain = (knobs: readonly Knob[]): boolean => knobs.some(({ text }) => isUncertain(text))

const valueNow = (): unknown => changed(initial.value, state.changes)

/** Computes and draws all that follows a slider. */
const redraw = (): void => {
  const value = valueNow()
  const controls = controlsIn(value)
  const knobs = knobsIn(controls)
  const found = figures.ledger(value, knobs)
  showProblems(controls, E.isLeft(found) ? found.left.problems : [])
  for (const id of ['figures', 'answer']) byId(id).classList.toggle('stale', E.isLeft(found))
  byId('figures').hidden = E.isLeft(found) && shown === undefined
  byId('traded').hidden = true
  byId('before').hidden = E.isRight(found) || shown === undefined
  if (E.isLeft(found)) return
  const exact = found.right
  shown = { value, exact, ledger: exact }
  const isMiddle = areUncertain(knobs)
  byId('middles').hidden = !isMiddle
  const { row, input } = state.view
  showOptions(
    rows,
    [...rowsOf(exact).map(({ name }) => name), ...exact.ledger.outside.map(({ name }) => name)],
    row
  )
  showLedger(exact, isMiddle ? ', at the middle of what is uncertain' : '')
  const swept = sweptInputs(exact, knobs)
  showOptions(inputs, Object.keys(swept), input)
  draw('sweep', (options) =>
    swept[input] === undefined
      ? E.left(`${input} is no input of this ledger`)
      : figures.sweep(exact, input, swept[input], options)
  )
  draw('tornado', (options) => figures.tornado(exact, row, options))
}

/** Finds what may be traded, and shows it until something moves. */
const trade = (): void => {
  const value = valueNow()
  const knobs = knobsIn(controlsIn(value))
  const { row, input } = state.view
  const swept = sweptInputs(shown!.exact, knobs) // what is looked at is shown
  const inputs = [...new Set(['duration', input])].flatMap((name) =>
    swept[name] === undefined ? [] : [[name, swept[name]] as const]
  )
  const found = figures.front(value, knobs, row, ...inputs)
  byId('traded').hidden = false
  draw('front', (options) => E.map((of: FileFront) => frontPicture(of, options))(found))
  byId('said').replaceChildren(
    ...(E.isLeft(found) ? [] : frontSentences(found.right).map((sentence) => element('li', {}, sentence)))
  )
}

/** What waits until nothing moves: the address, the answer as it is spoken, the enclosures of what is uncertain. */
const settle = (): void => {
  history.replaceState(null, '', `#${linkOf(state.changes, state.view)}`)
  if (byId('problems').hasChildNodes()) return
  const value = valueNow()
  const controls = controlsIn(value)
  if (shown !== undefined && areUncertain(knobsIn(controls))) {
    const found = figures.certified(value)
    if (E.isLeft(found)) {
      showProblems(controls, found.left.problems)
      return
    }
    shown = { ...shown, ledger: found.right }
    showLedger(found.right)
  }
  byId('spoken').textContent = `${state.view.row} ${byId('answer').textContent}`
}

let [frame, timer]: readonly [number?, number?] = []

/** Draws before the next frame, however much moves until then; and settles when nothing has for a while. */
const move = (): void => {
  frame ??= requestAnimationFrame(() => {
    frame = undefined
    const start = performance.now()
    redraw()
    // What it took, for whoever looks: the last one.
    performance.clearMeasures()
    performance.measure('redraw', { start })
  })
  clearTimeout(timer)
  timer = setTimeout(settle, rest)
}

const heard: Heard = (pointer, text, { kind }) => {
  const changes = new Map(state.changes)
  if (kind === 'choice')
    for (const key of changes.keys()) if (key.startsWith(`${pointer}/`)) changes.delete(key)
  state = { ...state, changes: changes.set(pointer, text) }
  if (kind === 'choice') showAll()
  move()
}

const showAll = (): void => {
  showControls(controlsIn(valueNow()), heard)
}

const look = (view: Partial<View>): void => {
  state = { ...state, view: { ...state.view, ...view } }
  move()
}

const begin = (address: string): void => {
  state = linked(address, firstView)
  showAll()
  move()
}

/** A name of a file, after that of the workload. */
const nameOf = (what: string): string => {
  const { name } = shown!.exact.ledger.scenario // what is saved is shown
  return `${
    name
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase() || 'workload'
  }${what}`
}

const saveJson = (what: string, text: string): void => {
  saveText(nameOf(`${what}.json`), 'application/json', text)
}

const isDark = matchMedia('(prefers-color-scheme: dark)')

const onClick = (id: string, act: () => void): void => {
  byId(id).addEventListener('click', act)
}

rows.addEventListener('change', () => {
  look({ row: rows.value })
})
inputs.addEventListener('change', () => {
  look({ input: inputs.value })
})
onClick('reset', () => {
  begin('')
})
/** Copies the address; where a browser does not let it, says from where a person can. */
const copyLink = async (): Promise<void> => {
  history.replaceState(null, '', `#${linkOf(state.changes, state.view)}`)
  const button = byId('link')
  const { textContent: name } = button
  try {
    await navigator.clipboard.writeText(location.href)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Copy it from the address of this page'
  }
  byId('spoken').textContent = button.textContent
  setTimeout(() => {
    button.textContent = name
  }, 3000)
}
onClick('link', () => void copyLink())
onClick('trade', trade)
onClick('save-workload', () => {
  saveJson('', `${jsonText(shown!.value, 2)}\n`)
})
onClick('save-ledger', () => {
  saveJson('-figures', ledgerJson(shown!.ledger))
})
for (const button of document.querySelectorAll<HTMLElement>('[data-picture]')) {
  const { picture = '', format } = button.dataset
  button.addEventListener('click', () => {
    // On paper that knows no style sheets a picture is of one colour.
    const scheme = format === 'svg' ? 'auto' : isDark.matches ? 'dark' : 'light'
    const svg = pictures[picture]?.({ scheme })
    if (svg === undefined || E.isLeft(svg)) return
    if (format === 'svg') saveText(nameOf(`-${picture}.svg`), 'image/svg+xml', svg.right)
    else void savePng(nameOf(`-${picture}.png`), svg.right)
  })
}
addEventListener('hashchange', () => {
  begin(location.hash.slice(1))
})
showAll()
redraw()
settle()
