/** The JSON Schema of every file that the library reads or writes. */
import { isingFile } from './ising'
import { jsonSchemaOf, type JsonSchema } from './json-schema'
import { explanationForm } from './output/explanation'
import { certifiedEstimateForm, estimateForm } from './output/ledger'
import { problemsForm } from './output/problems'
import { traceRowForm, traceSummaryForm } from './output/run'
import { solutionForm } from './output/solution'
import { quadraticProgramFile } from './quadratic-program'
import { workloadFile } from './scenario'
import type { AnyCodec } from './shape'

/** A form of JSON that the library reads or writes. */
export interface Form {
  readonly codec: AnyCodec
  readonly title: string
  readonly description: string
}

/** The forms of JSON that the library reads or writes, by name. */
export const forms = {
  'workload': {
    codec: workloadFile,
    title: 'limen workload file',
    description: 'what is learned, and the design that it is learned with: limen estimate, limen explain'
  },
  'quadratic-program': {
    codec: quadraticProgramFile,
    title: 'limen quadratic program',
    description: "min ½x'Px + q'x + r subject to l ≤ Ax ≤ u: limen solve"
  },
  'ising': {
    codec: isingFile,
    title: 'limen Ising problem',
    description: 'H(s) = −Σ J s s − Σ h s, whose least is sought: limen solve'
  },
  'estimate': {
    codec: estimateForm,
    title: 'limen.estimate/1',
    description: 'the ledger of a workload: limen estimate --format json'
  },
  'certified-estimate': {
    codec: certifiedEstimateForm,
    title: 'limen.certified-estimate/1',
    description: 'a ledger of rigorous enclosures: limen estimate --certified --format json'
  },
  'explanation': {
    codec: explanationForm,
    title: 'limen.explanation/1',
    description: 'where the figures of a ledger come from: limen explain --format json'
  },
  'solution': {
    codec: solutionForm,
    title: 'limen.solution/1',
    description: 'a solved problem, and what its memory did: limen solve --format json'
  },
  'trace-summary': {
    codec: traceSummaryForm,
    title: 'limen.trace-summary/1',
    description: 'what a trace tells: limen trace --format json'
  },
  'trace-row': {
    codec: traceRowForm,
    title: 'limen trace row',
    description: 'a line of a trace in JSON Lines: limen solve --save-trace FILE.jsonl'
  },
  'problems': {
    codec: problemsForm,
    title: 'limen.problems/1',
    description: 'what is wrong with one record of many: limen estimate --jsonl'
  }
} as const satisfies Readonly<Record<string, Form>>

export const jsonSchemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries<Form>(forms).map(([name, { codec, title, description }]) => [
    name,
    jsonSchemaOf({ id: `https://unpkg.com/limen/schemas/${name}.json`, title, description }, codec.shape)
  ])
)
