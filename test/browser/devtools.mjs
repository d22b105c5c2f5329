/**
 * Headless Chromium as a user has it: keys, clicks, downloads and what the page asks of a network, over the
 * pipe of its developer tools. A page that is only looked at needs no more than `chromium.mjs`.
 */
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, quiet } from './chromium.mjs'

/** Starts Chromium; `send` is a method of the protocol, `on` hears its events. */
export const launched = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'limen-devtools-'))
  const child = spawn(
    chromium(),
    [...quiet, '--remote-debugging-pipe', `--user-data-dir=${join(folder, 'profile')}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }
  )
  const [, , , to, from] = child.stdio
  const waiting = new Map()
  const heard = []
  let last = 0
  let text = ''
  from.setEncoding('utf8').on('data', (piece) => {
    const messages = (text + piece).split('\0')
    text = messages.pop()
    for (const { id, result, error, method, params } of messages.map((message) => JSON.parse(message))) {
      if (id === undefined) for (const [name, act] of heard) name === method && act(params)
      else if (error === undefined) waiting.get(id).resolve(result)
      else waiting.get(id).reject(new Error(error.message))
    }
  })
  const ask = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
  const { targetInfos } = await ask('Target.getTargets')
  const { targetId } = targetInfos.find(({ type }) => type === 'page')
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const send = (method, params) => ask(method, params, sessionId)
  const on = (method, act) => heard.push([method, act])
  const end = async () => {
    await ask('Browser.close')
    await new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done()))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  return { send, on, end }
}

/** A page of a browser: what it says, asks for and does. */
export const pageOf = async ({ send, on }) => {
  const said = []
  const asked = []
  on('Runtime.consoleAPICalled', ({ args }) => said.push(args.map(({ value }) => value).join(' ')))
  on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
    said.push(exception?.description ?? text)
  )
  on('Log.entryAdded', ({ entry }) => said.push(entry.text))
  on('Network.requestWillBeSent', ({ request }) => asked.push(request.url))
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)

  /** What an expression, perhaps of a promise, gives in the page. */
  const run = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  const open = async (address) => {
    const loaded = new Promise((done) => on('Page.loadEventFired', done))
    await send('Page.navigate', { url: address })
    await loaded
  }
  /** Presses a key as a hand does. */
  const press = async (key, modifiers = 0) => {
    const codes = { Tab: 9, Enter: 13, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39 }
    const params = { key, code: key, windowsVirtualKeyCode: codes[key], modifiers }
    await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...params })
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...params })
  }
  const size = (width, height = 900) =>
    send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  const media = (features) =>
    send('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value }))
    })
  const paint = async (whole = false) =>
    Buffer.from(
      (await send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: whole })).data,
      'base64'
    )
  return { said, asked, run, open, press, size, media, paint, send }
}
