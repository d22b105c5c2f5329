/** What an editor tells where an input of a model is asked for, by TypeScript's own language service. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const program = `import { landauer, kelvin } from 'limen'
landauer({ temperature: kelvin(300), errorProbability: 0 })
console.log(landauer.inputs.errorProbability)
`

export const checkHovers = (folder, check) => {
  const ts = createRequire(join(folder, 'package.json'))('typescript')
  const file = join(folder, 'hovered.mts')
  writeFileSync(file, program)
  const options = { module: ts.ModuleKind.NodeNext, strict: true, types: [] }
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) =>
      ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8')) : undefined,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists
  })
  const told = [...program.matchAll(/temperature:|errorProbability/g)].map(({ index }) =>
    ts.displayPartsToString(service.getQuickInfoAtPosition(file, index)?.documentation)
  )
  const probability = 'ε, a number, within [0, ½]: probability that the result is wrong'
  check(
    'an editor shows symbol, unit and range of an input',
    JSON.stringify(told) ===
      JSON.stringify([
        'T, in K, within (0, ∞): absolute temperature of the surroundings',
        probability,
        probability
      ])
  )
}
