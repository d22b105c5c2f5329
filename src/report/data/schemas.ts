/** The JSON Schema of every file that the library reads or writes. */
import * as E from 'fp-ts/lib/Either.js'
import { energies } from '../../format/energies/own'
import { isingFile } from '../../format/ising/ising'
import { jsonSchemaOf, type JsonSchema } from '../../shape/json-schema'
import { answerForm } from './form/answer'
import { experimentsForm } from './form/experiments'
import { explanationForm } from './form/explanation'
import { factsForm } from './form/facts'
import { frontForm } from './form/front'
import { headroomForm } from './form/headroom'
import { certifiedEstimateForm, estimateForm } from './form/ledger'
import { learningForm } from './form/learning'
import { optimumForm } from './form/optimum'
import { problemsForm } from './form/problems'
import { traceRowForm, traceSummaryForm } from './form/run'
import { simulationForm } from './form/simulation'
import { solutionForm } from './form/solution'
import { protocolFile } from '../../format/protocol/protocol'
import { schemaError, type SchemaError } from '../../shape/problem'
import { quadraticProgramFile } from '../../format/quadratic/quadratic-program'
import { designFile } from '../../format/workload/designs'
import { workloadFile } from '../../format/workload/scenario'
import type { AnyCodec } from '../../shape/shape'
import { isText, likely, listed, shown } from '../../shape/words'

/** A form of JSON that the library reads or writes. */
export interface Form {
  readonly codec: AnyCodec
  readonly title: string
  readonly description: string
}

/** The name of a JSON Schema. @since 0.4.0 */
export type SchemaName =
  | 'workload'
  | 'design'
  | 'quadratic-program'
  | 'ising'
  | 'energies'
  | 'estimate'
  | 'certified-estimate'
  | 'explanation'
  | 'answer'
  | 'solution'
  | 'optimum'
  | 'front'
  | 'protocol'
  | 'simulation'
  | 'learning'
  | 'trace-summary'
  | 'trace-row'
  | 'headroom'
  | 'facts'
  | 'experiments'
  | 'problems'

/** The forms of JSON that the library reads or writes, by name. */
export const forms: { readonly [N in SchemaName]: Form } = {
  'workload': {
    codec: workloadFile,
    title: 'limen workload file',
    description: 'what is learned, and the design that it is learned with: limen estimate, limen explain'
  },
  'design': {
    codec: designFile,
    title: 'limen design file',
    description: 'what hardware takes, part by part, one design or a list: limen estimate FILE --design'
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
  'energies': {
    codec: energies,
    title: 'limen.energies/1',
    description: 'what hardware spends at each action of a component: limen compare, limen convert --to json'
  },
  'protocol': {
    codec: protocolFile,
    title: 'limen protocol',
    description: 'what is done to a physical memory, in segments of energies and a barrier: limen simulate'
  },
  'simulation': {
    codec: simulationForm,
    title: 'limen.simulation/1',
    description: 'what a protocol took, its course, and every bound over that: limen simulate --format json'
  },
  'learning': {
    codec: learningForm,
    title: 'limen.learning/1',
    description:
      'what memories that learned took, and every bound over that: limen simulate --writer --format json'
  },
  'estimate': {
    codec: estimateForm,
    title: 'limen.estimate/2',
    description: 'the ledger of a workload: limen estimate --format json'
  },
  'certified-estimate': {
    codec: certifiedEstimateForm,
    title: 'limen.certified-estimate/2',
    description: 'a ledger of rigorous enclosures: limen estimate --certified --format json'
  },
  'explanation': {
    codec: explanationForm,
    title: 'limen.explanation/2',
    description: 'where the figures of a ledger come from: limen explain --format json'
  },
  'answer': {
    codec: answerForm,
    title: 'limen.answer/2',
    description: 'the answer to a question: limen ask --format json, limen referee --format json'
  },
  'solution': {
    codec: solutionForm,
    title: 'limen.solution/2',
    description: 'a solved problem, and what its memory did: limen solve --format json'
  },
  'optimum': {
    codec: optimumForm,
    title: 'limen.optimum/1',
    description:
      'the best of a workload file, and what no design costs less than: limen optimise --format json'
  },
  'front': {
    codec: frontForm,
    title: 'limen.front/1',
    description: 'figures of a workload file that are traded for each other: limen front --format json'
  },
  'trace-summary': {
    codec: traceSummaryForm,
    title: 'limen.trace-summary/2',
    description: 'what a trace tells: limen trace --format json'
  },
  'trace-row': {
    codec: traceRowForm,
    title: 'limen trace row',
    description: 'a line of a trace in JSON Lines: limen solve --save-trace FILE.jsonl'
  },
  'headroom': {
    codec: headroomForm,
    title: 'limen.headroom/2',
    description: 'a design held against the physics: limen compare --format json'
  },
  'facts': {
    codec: factsForm,
    title: 'limen.facts/1',
    description: 'what is cited of hardware or AI models: limen accelerators --format json, and its like'
  },
  'experiments': {
    codec: experimentsForm,
    title: 'limen.experiments/1',
    description:
      'bounds before published erasures, and before cited hardware: limen experiments --format json'
  },
  'problems': {
    codec: problemsForm,
    title: 'limen.problems/1',
    description: 'what is wrong with one record of many: limen estimate --jsonl'
  }
}

const names = Object.keys(forms) as readonly SchemaName[] // it has no others

/** The address of a schema: that of its file in the published package. */
const addressOf = (name: SchemaName): string => `https://unpkg.com/limen/schemas/${name}.json`

const schemaOf = (name: SchemaName): JsonSchema => {
  const { codec, title, description } = forms[name]
  return jsonSchemaOf({ id: addressOf(name), title, description }, codec.shape)
}

/**
 * The JSON Schema (draft-07) of every form of JSON that the library reads or writes, by name; the
 * package has them as files too, `limen/schemas/workload.json`. What a schema accepts the library may
 * still refuse: the dimension of a unit, say, or fields that contradict each other.
 *
 * @example
 * import { jsonSchemas } from 'limen/report'
 * jsonSchemas.workload.title // 'limen workload file'
 * jsonSchemas.estimate.$id // 'https://unpkg.com/limen/schemas/estimate.json'
 *
 * @since 0.4.0
 */
export const jsonSchemas = Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as {
  readonly [N in SchemaName]: JsonSchema // one for each of the names
}

/**
 * The JSON Schema of a name, or what may have been meant by it.
 *
 * @example
 * import { jsonSchema } from 'limen/report'
 * jsonSchema('worklaod') // left: there is no schema "worklaod": did you mean "workload"?
 *
 * @since 0.4.0
 */
export const jsonSchema = (name: string): E.Either<SchemaError, JsonSchema> => {
  const found = names.find((each) => each === name)
  if (found !== undefined) return E.right(jsonSchemas[found])
  const near = isText(name) ? likely(name, names) : undefined
  const hint = near === undefined ? `; there are ${listed(names)}` : `: did you mean "${near}"?`
  return E.left(schemaError([{ pointer: '', message: `there is no schema ${shown(name)}${hint}` }]))
}
