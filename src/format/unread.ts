/** Files of problems that are recognised and not read: what each is, and what would do. */
import { isObject } from '../shape/words'

interface Unread {
  /** How the text begins, remarks and blank lines left out. */
  readonly begins: RegExp
  readonly message: string
}

const texts: readonly Unread[] = [
  {
    begins: /^(max|min)(imi[sz]e)?\s+[-+\d.]+(e[-+]?\d+)?[^\S\r\n]*(#[^\r\n]*)?([\r\n]|$)/i,
    message:
      'this looks like a QUBO as Quantagonia writes it, which is not read: write it as qbsolv does, "p qubo 0 maxNodes nNodes nCouplers" and then "i j value", signs turned where it says MAXIMIZE'
  },
  {
    begins: /^(minimi[zs]e|maximi[zs]e|minimum|maximum|min|max)\b/i,
    message:
      'this looks like LP text (CPLEX), which is not read: write it as MPS with the tool that made it, "write model.mps" in CPLEX, model.write("model.mps") in Gurobi, --write_model_file model.mps in HiGHS'
  },
  {
    begins: /^%%MatrixMarket\b/i,
    message:
      'this is a matrix of Matrix Market, which does not say what is sought: write a graph as "nodes edges" and lines "i j weight", or a QUBO as qbsolv does'
  },
  {
    begins: /^g\d+( |$)/,
    message: 'this looks like a problem of AMPL (.nl), which is not read: write it as MPS'
  },
  {
    begins: /^[^]{0,64}brain\.Event:/,
    message:
      'this is an event file of TensorBoard, a log and no problem: save its scalars as CSV, and limen trace takes that'
  }
]

/** The text from its first line on that is no remark of LP text. */
const withoutRemarks = (begin: string): string => {
  let text = begin.trimStart()
  while (text.startsWith('\\')) text = text.slice(text.search(/[\r\n]|$/)).trimStart()
  return text
}

/** What a text is that is not read, as a sentence; undefined where it is none of these. */
export const unreadText = (begin: string): string | undefined => {
  const text = withoutRemarks(begin)
  return texts.find(({ begins }) => begins.test(text))?.message
}

/** The same of JSON. */
export const unreadJson = (value: unknown): string | undefined =>
  isObject(value) && Object.hasOwn(value, 'variable_domain') && Object.hasOwn(value, 'quadratic_terms')
    ? 'this is bqpjson, which is not read: bqp2qubo of the same tools writes it as qbsolv reads it'
    : undefined
