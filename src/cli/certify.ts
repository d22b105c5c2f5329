/** `limen certify`: a rigorous enclosure of a formula, and its proof. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { standingOf, type ModelData } from '../formula/model'
import { modelNamed } from '../physics/models'
import { certify } from '../reading/certify'
import { toCoq } from '../reading/coq'
import { toPrint } from '../reading/evaluate'
import { parse } from '../units/parse'
import { formatWith } from '../units/format'
import { isUncertain, parseUncertain } from '../units/uncertain'
import { exit, type Io } from './io'
import { sayStrangeFormula } from './models'
import { deliverText } from './output'
import { readPairs, several, unitsOf } from './pairs'
import { sayWrongUsage } from './problems'
import { deliverProved, proofOption, proofOptions, unfitProofName } from './proof'
import { added } from './summaries'
import { digitsFrom, digitsOf, type Flags } from './workload'

const run = async (io: Io, model: ModelData, flags: Flags): Promise<number> => {
  const proof = flags['proof'] as string | undefined
  const unfit = proof === undefined ? undefined : unfitProofName(proof)
  if (unfit !== undefined) return sayWrongUsage(io, unfit)
  const given = readPairs(
    flags,
    'given',
    unitsOf(model.inputs),
    (unit, text) => (isUncertain(text) ? parseUncertain(unit)(text) : parse(unit)(text)),
    'input'
  )
  if (E.isLeft(given)) return sayWrongUsage(io, given.left.join('\nlimen: '))
  const inputs = given.right as Parameters<ReturnType<typeof certify<ModelData['inputs'], unknown>>>[0]
  const digits = digitsOf(flags)
  const value = certify(model, toPrint(digits))(inputs)
  if (E.isLeft(value)) {
    io.error(`${value.left.message.replace(/^/gm, 'limen: ')}\n`)
    return exit.badInput
  }
  const figure = formatWith<unknown>(digits === undefined ? {} : { digits })(value.right)
  const text = `${model.name}: ${figure} (${standingOf(model)})\n`
  if (proof === undefined) return deliverText(io, text)
  const proved = toCoq(model, inputs, proofOptions(flags))
  if (E.isRight(proved)) return deliverProved(io, text, [proof, proved.right])
  io.error(`${proved.left.message.replace(/^/gm, 'limen: ')}\n`)
  return exit.badInput
}

/** Adds the command. */
export const addCertify = (program: Command, io: Io, done: (code: number) => void): void => {
  added(program, 'certify')
    .argument('<formula>', 'its name, such as landauer')
    .addOption(
      new Option(
        '--given <input=value>',
        'an input, such as temperature="300 K" or "300 K ± 2 K"; may be given again'
      ).argParser(several)
    )
    .addOption(
      new Option('--digits <n>', 'significant digits (else 4, and 34 in a proof)').argParser(digitsFrom)
    )
    .addOption(proofOption())
    .action(async (name: string, flags: Flags) => {
      const model = modelNamed(name)
      done(model === undefined ? sayStrangeFormula(io, name) : await run(io, model, flags))
    })
}
