/** `limen chips`, `devices`, `accelerators`, `ai-models`: the cited facts. */
import type { Command } from 'commander'
import { factsJson } from '../report/data/facts'
import { citedThings, factLists, type FactListName } from '../report/facts'
import { factsText } from '../report/text/facts'
import { exit, type Io } from './io'
import { added } from './summaries'
import { formatOption } from './workload'

const print = (io: Io, list: FactListName, words: readonly string[], format: string): number => {
  const things = citedThings(list, words)
  if (things.length === 0) {
    io.error(
      `limen: among the ${citedThings(list).length} ${list} that are cited none is "${words.join(' ')}"\n`
    )
    return exit.wrongUsage
  }
  io.out(format === 'json' ? factsJson(list, things) : factsText(things, io.paint))
  return exit.ok
}

/** Adds the commands. */
export const addFacts = (program: Command, io: Io, done: (code: number) => void): void => {
  for (const list of Object.keys(factLists) as readonly FactListName[])
    // it has no others
    added(program, list)
      .argument('[word...]', 'those whose name, maker or year has all of these words')
      .addOption(formatOption(['text', 'json']))
      .action((words: readonly string[], { format }: { readonly format: string }) => {
        done(print(io, list, words, format))
      })
}
