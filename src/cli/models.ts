/** `limen models` and `limen show`: what formulas there are, and one in full. In the library they are models. */
import type { Command } from 'commander'
import { modelNamed, models, sections } from '../physics/models'
import { modelLatex } from '../report/text/model-latex'
import { modelList, modelText } from '../report/text/model'
import { likely } from '../shape/codec'
import { exit, type Io } from './io'
import { sayWrongUsage } from './problems'
import { added } from './summaries'

/** Says that no formula is called so, and how the command then ends. */
export const sayStrangeFormula = (io: Io, name: string): number => {
  const near = likely(name, Object.keys(models))
  const instead = near === undefined ? '; limen models lists them' : `: did you mean ${near}?`
  return sayWrongUsage(io, `there is no formula "${name}"${instead}`)
}

const show = (io: Io, name: string, latex: boolean): number => {
  const model = modelNamed(name)
  if (model !== undefined) {
    io.out(latex ? `${modelLatex(model)}\n` : modelText(model, io.paint))
    return exit.ok
  }
  return sayStrangeFormula(io, name)
}

/** Adds the commands. */
export const addModels = (program: Command, io: Io, done: (code: number) => void): void => {
  added(program, 'models').action(() => {
    io.out(modelList(sections, io.paint))
    done(exit.ok)
  })
  added(program, 'show')
    .argument('<formula>', 'its name, such as landauer')
    .option('--latex', 'its equations instead, to paste into a paper')
    .action((name: string, { latex = false }: { readonly latex?: boolean }) => {
      done(show(io, name, latex))
    })
}
