/**
 * The shell commands of the README, as they stand there, in a folder beside the clone. The first two
 * blocks are for the clone itself, and the gate runs them.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const blocksOf = (text, language) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block]) => block)

const hasJupyter =
  spawnSync('python3', ['-c', 'import IPython, jupyter_client'], { stdio: 'ignore' }).status === 0

/** What a line wants that this machine lacks. */
const missing = (line) => (line.includes('tslab install') && !hasJupyter ? 'Jupyter' : undefined)

export const checkReadme = (home, check) => {
  const folder = mkdtempSync(join(tmpdir(), 'limen-readme-'))
  const beside = join(folder, 'mine')
  const readme = readFileSync(join(home, 'README.md'), 'utf8')
  try {
    symlinkSync(home, join(folder, 'limen'))
    mkdirSync(beside)
    writeFileSync(join(beside, 'package.json'), '{ "private": true }')
    cpSync(join(home, 'examples'), join(beside, 'examples'), { recursive: true })
    writeFileSync(join(beside, 'my.json'), blocksOf(readme, 'json')[0])
    const lines = blocksOf(readme, 'sh')
      .slice(2)
      .flatMap((block) => block.trim().split('\n'))
    // In the clone the command is there; here it is once the package is installed.
    const installing = lines.filter((line) => line.includes('npm '))
    check('the README says how to install the package', installing.length > 1)
    for (const line of [...installing, ...lines.filter((line) => !installing.includes(line))]) {
      const lacking = missing(line)
      if (lacking !== undefined) console.log(`SKIPPED: README: ${line} (there is no ${lacking})`)
      else {
        execFileSync('bash', ['-euo', 'pipefail', '-c', line], {
          cwd: beside,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { ...process.env, JUPYTER_DATA_DIR: join(folder, 'jupyter') }
        })
        check(`README: ${line}`, true)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
