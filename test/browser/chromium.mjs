/**
 * Headless Chromium as a command: no driver, no protocol. A page measures itself, and its document is
 * printed; or it is painted into a PNG.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']

/** The program: from CHROMIUM, or else on the PATH; undefined where there is none. */
export const chromium = () => {
  const asked = process.env['CHROMIUM']
  if (asked !== undefined && asked !== '') return existsSync(asked) ? asked : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

export const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--force-device-scale-factor=1'
]

/** What stands at an address: that of a file, or of the HTML itself. */
const addressIn = (folder, source) => {
  if (!/^\s*</.test(source)) return pathToFileURL(resolve(source)).href
  const file = join(folder, 'page.html')
  writeFileSync(file, source)
  return pathToFileURL(file).href
}

const launch = (source, options, { dark = false, width = 1280, height = 800, timeout = 60_000 } = {}) => {
  const program = chromium()
  if (program === undefined) throw new Error('there is no Chromium: set CHROMIUM, or install one')
  const folder = mkdtempSync(join(tmpdir(), 'limen-chromium-'))
  try {
    const { status, signal, stdout, stderr } = spawnSync(
      program,
      [
        ...quiet,
        `--user-data-dir=${join(folder, 'profile')}`,
        `--window-size=${width},${height}`,
        `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`,
        ...options,
        addressIn(folder, source)
      ],
      { encoding: 'utf8', timeout, maxBuffer: 1 << 28 }
    )
    if (status !== 0) throw new Error(`Chromium ended with ${status ?? signal}: ${stderr.slice(-500)}`)
    return { stdout, stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/**
 * The document of a page after its scripts have run, and what the console said of it. The page is HTML,
 * or a file. Options: width, height, dark, timeout (ms). No window is narrower than 500 pixels: a
 * narrower page is one in an iframe of that width.
 */
export const dumpDom = (source, options = {}) => {
  const { stdout, stderr } = launch(
    source,
    ['--dump-dom', '--enable-logging=stderr', '--v=0', '--virtual-time-budget=10000'],
    options
  )
  const spoken = [...stderr.matchAll(/:(?:INFO|WARNING|ERROR):CONSOLE[^"]*"(.*)", source: (.*)$/gm)]
  return { dom: stdout, console: spoken.map(([, text, from]) => `${text} (${from})`) }
}

/** Paints a page, HTML or a file, into a PNG. Options: width, height, dark, timeout (ms). */
export const screenshot = (source, png, options = {}) => {
  launch(source, [`--screenshot=${resolve(png)}`], options)
  return readFileSync(png)
}
