/** What docs/names.md lists: every public name by the entry that gives it, as the compiler knows them. */
import ts from 'typescript'

const entries = {
  'limen': 'src/index.ts',
  ...Object.fromEntries(
    ['files', 'solve', 'hardware', 'ask', 'report', 'simulate', 'threads'].map((name) => [
      `limen/${name}`,
      `src/entry/${name}.ts`
    ])
  )
}

/** The names of a module: values, which are there when it runs, and types. */
const namesOf = (checker, module) => {
  const symbols = checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    of: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  }))
  const named = (isWanted) =>
    symbols
      .filter(({ of }) => isWanted(Boolean(of.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.ValueModule))))
      .map(({ name }) => `\`${name}\``)
      .sort()
      .join(', ')
  return { values: named((isValue) => isValue), types: named((isValue) => !isValue) }
}

/** The page. */
export const written = () => {
  const program = ts.createProgram(Object.values(entries), {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    skipLibCheck: true
  })
  const checker = program.getTypeChecker()
  const sections = Object.entries(entries).map(([entry, file]) => {
    const { values, types } = namesOf(checker, checker.getSymbolAtLocation(program.getSourceFile(file)))
    return `## ${entry}\n\n${values}\n\nTypes: ${types}\n`
  })
  return [
    '# Every name\n\nFrom where each is imported. `limen/notebook` has all of them, but for what only Node can: `limen/threads`. What each does is said where an editor shows it.\n',
    ...sections
  ].join('\n')
}
