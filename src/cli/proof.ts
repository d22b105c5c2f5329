/** Proofs beside what is printed: a file that Coq checks. */
import { basename } from 'node:path'
import { Option } from 'commander'
import type { EvaluateOptions } from '../reading/evaluate'
import { visible } from '../units/visible'
import type { Io } from './io'
import { unfitEnding, writeFiles } from './output'
import { digitsOf, type Flags } from './workload'

export const proofOption = (): Option =>
  new Option('--proof <file>', 'write it as lemmas, too, such as to proof.v, that coqc checks (else none)')

/** A proof has as many digits as are asked for, and else its own. */
export const proofOptions = (flags: Flags): EvaluateOptions => {
  const digits = digitsOf(flags)
  return digits === undefined ? {} : { digits }
}

/** Why a proof is not written to a file of this name: Coq takes the name for that of a module. */
export const unfitProofName = (file: string): string | undefined =>
  file === '-'
    ? undefined
    : (unfitEnding(file, 'a proof', ['v']) ??
      (/^[A-Za-z_]\w*\.v$/.test(basename(file))
        ? undefined
        : `${visible(file)}: coqc takes a file of letters, digits and _ that ends in .v, such as proof.v`))

/** A text on standard output, and its proof in a file; or the proof alone, on standard output. */
export const deliverProved = (
  io: Io,
  text: string,
  [file, proof]: readonly [string, string]
): Promise<number> =>
  writeFiles(
    io,
    file === '-'
      ? [['-', [proof]]]
      : [
          ['-', [text]],
          [file, [proof]]
        ]
  )
