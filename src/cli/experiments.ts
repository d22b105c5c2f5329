/** `limen experiments`: the bounds before published erasures of a bit, and before all that is cited of hardware. */
import type { Command } from 'commander'
import { judgedEnergies } from '../ledger/judged-energies'
import { judgedExperiments } from '../ledger/judged-experiments'
import { experimentsCsv, experimentsJson } from '../report/data/experiments'
import { experimentsText } from '../report/text/experiments'
import { exit, type Io } from './io'
import { added } from './summaries'
import { formatOption } from './workload'

const formats = { text: experimentsText, json: experimentsJson, csv: experimentsCsv } as const

/** Adds the command. */
export const addExperiments = (program: Command, io: Io, done: (code: number) => void): void => {
  added(program, 'experiments')
    .addOption(formatOption(Object.keys(formats)))
    .action(({ format }: { readonly format: keyof typeof formats }) => {
      io.out(formats[format](judgedExperiments(), judgedEnergies(), io.paint))
      done(exit.ok)
    })
}
