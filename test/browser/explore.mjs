/**
 * The explorer as a person has it: sliders, keys, texts and files, on a screen and on a telephone, light and
 * dark. What it computes is what the command computes of the file that it saves. Exits with 1 where that is
 * not so.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from './chromium.mjs'
import { launched, pageOf } from './devtools.mjs'

if (chromium() === undefined) {
  console.log('SKIPPED: the explorer was not tried, for there is no Chromium. apt-get install chromium')
  process.exit(0)
}

const home = join(fileURLToPath(import.meta.url), '../../..')
const command = join(home, 'dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'limen-explore-'))
const limen = (...args) => execFileSync(process.execPath, [command, ...args], { cwd: home, encoding: 'utf8' })
const refusal = (...args) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' }).stderr

let failed = false
const check = (what, holds, found) => {
  if (holds) console.log(`ok: ${what}`)
  else console.error(`NOT SO: ${what}, but ${JSON.stringify(found)?.slice(0, 600)}`)
  failed ||= !holds
}

/** A design whose name would be a tag, if anything let it. */
const chip = {
  name: 'my </script><img src=x onerror=alert(1)>',
  parts: [
    { name: 'write', place: 'update', figure: '12 pJ/update' },
    { name: 'cell', place: 'update', model: 'staticWrite', inputs: { barrier: '0.25 eV' } },
    { name: 'leakage', place: 'beside', figure: '20 mW' }
  ]
}
const chipFile = join(folder, 'chip.json')
writeFileSync(chipFile, JSON.stringify(chip))
const pageFile = join(folder, 'explore.html')
limen('explore', 'examples/gpt-3.json', '--design', chipFile, '-o', pageFile)
const address = pathToFileURL(pageFile).href

/* global document, Event, requestAnimationFrame, setTimeout -- of the page */

/** What the page does for the test: moves a slider, waits until it has drawn, and keeps what it saves. */
const helpers = () => {
  const saved = []
  const create = URL.createObjectURL
  URL.createObjectURL = (blob) => {
    saved.push(blob)
    return create.call(URL, blob)
  }
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))
  const frames = async () => {
    for (let at = 0; at < 2; at++) await new Promise(requestAnimationFrame)
  }
  const sliderOf = (pointer) =>
    document.getElementById(pointer).parentElement.querySelector('input[type=range]')
  const put = (field, value) => {
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  globalThis.trial = {
    frames,
    rested: () => pause(1200),
    /** The pointers of all knobs that say something. */
    knobs: () =>
      [...document.querySelectorAll('#knobs input[type=text]')]
        .filter(({ value }) => value !== '')
        .map(({ id }) => id),
    slide: (pointer, part) => {
      const slider = sliderOf(pointer)
      put(slider, String(Math.round(part * Number(slider.max))))
      return document.getElementById(pointer).value
    },
    type: (pointer, text) => {
      put(document.getElementById(pointer), text)
    },
    choose: (id, value) => {
      const select = document.getElementById(id)
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    answer: () => document.querySelector('#answer data')?.value,
    problems: () => [...document.querySelectorAll('#problems li')].map(({ textContent }) => textContent),
    redraw: () => performance.getEntriesByName('redraw')[0]?.duration,
    saving: async (button) => {
      saved.length = 0
      document.querySelector(button).click()
      for (let at = 0; at < 50 && saved.length === 0; at++) await pause(50)
      const [blob] = saved
      const bytes = [...new Uint8Array(await blob.arrayBuffer()).slice(0, 8)]
      return { type: blob.type, size: blob.size, bytes, text: await blob.text() }
    }
  }
}

const browser = await launched()
const page = await pageOf(browser)
const trial = (name, ...args) => page.run(`trial.${name}(...${JSON.stringify(args)})`)
const opened = async (at) => {
  await page.open('about:blank')
  await page.open(at)
  await page.run(`(${helpers.toString()})()`)
}

/** Numbers that are the same on every run. */
let seed = 20261129
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

/** Every energy of a ledger, by its name. */
const energies = ({ paradigms, designs = [] }) =>
  Object.fromEntries(
    [...paradigms, ...designs].flatMap(({ name, total, walls = {}, parts = [] }) => [
      [`${name}.total`, total.value],
      ...Object.entries(walls).map(([wall, { value }]) => [`${name}.${wall}`, value]),
      ...parts.map((part) => [`${name}.${part.name}`, part.value])
    ])
  )

const digits = (value) => Number(value).toExponential(11)

/** The file that the page saves, as the command sees it. */
const byCommand = async () => {
  const workload = join(folder, 'saved.json')
  writeFileSync(workload, (await trial('saving', '#save-workload')).text)
  return JSON.parse(limen('estimate', workload, '--format', 'json'))
}

try {
  await page.size(1280)
  await page.media({ 'prefers-color-scheme': 'light' })
  await opened(address)
  const times = []
  const seen = new Set()
  for (let setting = 1; setting <= 10; setting++) {
    const knobs = await trial('knobs')
    const moved = []
    for (let at = 0; at < 8; at++) {
      const pointer = knobs[Math.floor(random() * knobs.length)]
      moved.push(`${pointer} ${await trial('slide', pointer, random())}`)
      await trial('frames')
      times.push(await trial('redraw'))
    }
    const told = await trial('problems')
    const ledger = JSON.parse((await trial('saving', '#save-ledger')).text)
    const theirs = await byCommand()
    const [here, there] = [energies(ledger), energies(theirs)]
    const unlike = Object.keys(there).filter((name) => digits(here[name]) !== digits(there[name]))
    check(
      `setting ${setting}: ${Object.keys(there).length} energies are the command's to 12 digits`,
      told.length === 0 &&
        unlike.length === 0 &&
        Object.keys(here).join() === Object.keys(there).join() &&
        digits(await trial('answer')) === digits(there[`${chip.name}.total`]),
      { moved, told, unlike: unlike.map((name) => [name, here[name], there[name]]) }
    )
    seen.add(there['limDissipated.total'])
  }
  check('the settings have totals of their own', seen.size > 5, [...seen])
  times.sort((a, b) => a - b)
  const [median, slowest] = [times[times.length >> 1], times.at(-1)]
  console.log(
    `    a redraw took ${median.toFixed(0)} ms in the median of ${times.length}, ${slowest.toFixed(0)} ms at the most`
  )

  await page.run(`document.getElementById('reset').click()`)
  await trial('frames')
  const begun = await trial('answer')
  check(
    'begun again it has the ledger that it began with',
    digits(begun) ===
      digits(
        energies(
          JSON.parse(limen('estimate', 'examples/gpt-3.json', '--design', chipFile, '--format', 'json'))
        )[`${chip.name}.total`]
      ),
    begun
  )

  await trial('choose', 'row', 'bitFlip')
  await trial('frames')
  await page.run(`document.getElementById('trade').click()`)
  const traded = await page.run(
    `[document.querySelector('#front svg') !== null, document.getElementById('traded').hidden, ...[...document.querySelectorAll('#said li')].map(({ textContent }) => textContent)]`
  )
  check(
    'what may be traded is drawn and told, with the workload as it stands',
    traded[0] === true &&
      traded[1] === false &&
      traded.some((sentence) =>
        /^The file as it stands has bitFlip 831\.4 J and duration 14\.79 d/.test(sentence)
      ),
    traded
  )
  await trial('choose', 'row', 'limDissipated')
  await trial('frames')
  check(
    'and is gone as soon as something else is looked at',
    await page.run(`document.getElementById('traded').hidden`),
    false
  )
  const before = Number(await trial('answer'))
  const temperature = '/design/temperature'
  await page.run(`document.getElementById('${temperature}').focus()`)
  await page.press('Tab')
  const focused = await page.run(
    `[document.activeElement.type, getComputedStyle(document.activeElement).outlineStyle, document.activeElement.ariaLabel]`
  )
  check(
    'the key Tab goes from a text to its slider, which shows it',
    focused[0] === 'range' && focused[1] === 'solid' && focused[2].startsWith('temperature'),
    focused
  )
  await page.press('ArrowRight')
  await trial('frames')
  const warmer = await page.run(
    `[document.getElementById('${temperature}').value, document.activeElement.ariaValueText]`
  )
  check(
    'an arrow moves the slider, its text and the total',
    warmer[0] === warmer[1] && parseFloat(warmer[0]) > 300 && Number(await trial('answer')) > before,
    warmer
  )

  for (const text of ['5 kT', '300 pJ', '-1 K', '']) {
    await trial('type', temperature, text)
    await trial('frames')
    const [told = ''] = await trial('problems')
    const said =
      text === '' ? '' : refusal('estimate', join(home, 'examples/gpt-3.json'), '--temperature', text)
    check(
      `"${text}" is told as the command tells it`,
      text === '' ? told === '' : said.includes(told.replace(`${temperature}: `, '')) && told !== '',
      { told, said }
    )
  }

  await trial('type', temperature, '300 K ± 2 K')
  await trial('rested')
  const enclosed = JSON.parse((await trial('saving', '#save-ledger')).text)
  const certified = JSON.parse(
    limen(
      'estimate',
      'examples/gpt-3.json',
      '--temperature',
      '300 K ± 2 K',
      '--certified',
      '--format',
      'json'
    )
  )
  check(
    'what is uncertain is enclosed as the command encloses it, once nothing moves',
    certified.paradigms.every(({ name, total }) => {
      const own = enclosed.paradigms.find((each) => each.name === name)
      return own.total.lower === total.lower && own.total.upper === total.upper
    }),
    enclosed.paradigms?.map(({ total }) => total)
  )

  await trial('choose', 'choice:/workload/operations', '0')
  await trial('frames')
  check(
    'another law has its own controls, and the command takes the file',
    (await page.run(`document.getElementById('/workload/operations') === null`)) &&
      JSON.parse((await trial('saving', '#save-workload')).text).workload.operations === 'computeOptimal',
    await trial('problems')
  )
  await trial('rested')
  const here = await page.run('location.href')
  const total = await trial('answer')
  await opened(here)
  await trial('rested')
  check('a link to a state has that state', (await trial('answer')) === total, { here, total })

  const svg = await trial('saving', '[data-picture=ledger][data-format=svg]')
  check('a picture is saved as SVG', svg.type === 'image/svg+xml' && svg.text.startsWith('<svg'), svg.type)
  const png = await trial('saving', '[data-picture=sweep][data-format=png]')
  check(
    'a picture is saved as PNG',
    png.type === 'image/png' && png.size > 10_000 && String.fromCharCode(...png.bytes.slice(1, 4)) === 'PNG',
    [png.type, png.size]
  )

  for (const width of [390, 1280])
    for (const scheme of ['light', 'dark']) {
      await page.size(width)
      await page.media({ 'prefers-color-scheme': scheme, 'prefers-reduced-motion': 'reduce' })
      await opened(address)
      const found = await page.run(`({
        reaches: document.documentElement.scrollWidth,
        paper: getComputedStyle(document.querySelector('.limen')).backgroundColor,
        pictures: document.querySelectorAll('#figures svg').length,
        moving: getComputedStyle(document.getElementById('figures')).transitionDuration,
        unnamed: [...document.querySelectorAll('input, select, button')].filter((each) =>
          !each.ariaLabel && !each.labels?.length && !each.textContent.trim()).length
      })`)
      check(
        `at ${width} px and ${scheme} it is whole, within its page, and each control has a name`,
        found.reaches <= width &&
          found.pictures === 3 &&
          found.unnamed === 0 &&
          found.moving === '0s' &&
          (found.paper === 'rgb(255, 255, 255)') === (scheme === 'light'),
        found
      )
    }
  check('no name of a file became a tag', (await page.run(`document.querySelectorAll('img').length`)) === 0)
  check('the console is silent', page.said.length === 0, page.said)
  const asked = page.asked.filter((url) => !/^(file|about|data|blob):/.test(url))
  check('nothing is asked of a network', asked.length === 0, asked)
} finally {
  await browser.end()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
process.exitCode = failed ? 1 : 0
