/** `limen completion`: what bash completes is what there is. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { models } from '../../src/physics/models'
import { limen } from './terminal'

const script = async (shell: string): Promise<string> => {
  const { code, out, error } = await limen({}, 'completion', shell)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  return out
}

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0
const where = (is: boolean) => (is ? test : test.skip)

/** The commands that the help lists. */
const commands = async (): Promise<readonly string[]> => {
  const { out } = await limen({}, '--help')
  return [
    ...out
      .split('\nCommands:\n')[1]!
      .split('\nExit status')[0]!
      .matchAll(/^ {2}([a-z-]+)/gm)
  ].map(([, name]) => name!)
}

/** What bash would offer for the last word. */
const offered = (source: string, ...words: readonly string[]): readonly string[] => {
  const line = words.map((word) => `'${word}'`).join(' ')
  const asked = `${source}\nCOMP_WORDS=(limen ${line}); COMP_CWORD=${words.length}; _limen; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', asked], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split('\n').filter((word) => word !== '')
}

where(existsSync('/usr/bin/bash') || has('bash'))(
  'bash completes commands, options, choices and names',
  async () => {
    const source = await script('bash')
    const all = await commands()
    expect(all).toContain('completion')
    expect(offered(source, '')).toEqual(all)
    expect(offered(source, 'es')).toEqual(['estimate'])
    expect(offered(source, 'draw', 's')).toEqual(['sweep', 'sensitivity'])
    expect(offered(source, 'draw', 'sweep', '--sc')).toEqual(['--scale', '--scheme'])
    expect(offered(source, 'estimate', 'a.json', '--format', '')).toEqual(['text', 'json', 'csv', 'markdown'])
    expect(offered(source, 'estimate', '--at')).toEqual(['--attempt-rate'])
    expect(offered(source, 'show', '')).toEqual(Object.keys(models))
    expect(offered(source, 'completion', '')).toEqual(['bash', 'zsh', 'fish'])
    // Names of files are for bash itself.
    expect(offered(source, 'estimate', '')).toEqual([])
    expect(offered(source, 'estimate', '--trace', '')).toEqual([])
  }
)

test.each(['zsh', 'fish'])('the script of %s names every command', async (shell) => {
  const source = await script(shell)
  for (const name of await commands()) expect(source).toContain(`'${name}'`)
})

test.each([
  ['zsh', '-n'],
  ['fish', '--no-execute']
])('%s reads its script, where there is one', async (shell, flag) => {
  const source = await script(shell)
  if (has(shell)) expect(spawnSync(shell, [flag, '/dev/stdin'], { input: source }).status).toBe(0)
  else expect(source).not.toBe('')
})

test('an option as it was called before works, and is not offered', async () => {
  expect((await script('bash')).includes("--model'")).toBe(false)
  const [now, before] = await Promise.all(
    ['--ai-model', '--model'].map((flag) => limen({}, 'estimate', flag, 'gpt-3'))
  )
  expect(now!.code).toBe(0)
  expect(before).toEqual(now)
})
