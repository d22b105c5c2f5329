/**
 * Results show themselves, in Node and tslab as text, in Jupyter in every form they have: attached
 * once, here, where they become public. A function is found, and told, where its work is done.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as ledger from '../../ledger/estimate'
import * as explanation from '../../ledger/explain'
import * as holding from '../../ledger/headroom'
import * as barrier from '../../ledger/run-barrier'
import * as sweeping from '../../ledger/sweep'
import * as derivation from '../../reading/explain'
import * as slopes from '../../reading/sensitivities'
import * as learning from '../../simulation/learn'
import * as protocol from '../../simulation/protocol'
import * as sampling from '../../simulation/sampled-protocol'
import * as solving from '../../estimate/solve-file'
import * as trace from '../../format/trace/file'
import * as file from '../../estimate/workload-file'
import { showing, type MimeBundle } from '../../units/show'
import {
  barrierBundle,
  derivationBundle,
  estimateBundle,
  explanationsBundle,
  headroomBundle,
  learningBundle,
  protocolBundle,
  sensitivitiesBundle,
  solvedBundle,
  sweepBundle,
  traceBundle,
  trajectoriesBundle
} from './bundles'
import type { AnyEstimate } from '../ledger'

/** A reading whose result shows itself. */
const shown =
  <A extends readonly unknown[], L, R extends object>(
    read: (...given: A) => E.Either<L, R>,
    bundle: (result: R) => MimeBundle
  ) =>
  (...given: A): E.Either<L, R> =>
    E.map((result: R) => showing(result, () => bundle(result)))(read(...given))

/** A ledger alone, without the assumptions that a file makes. */
const ledgerBundle = (of: AnyEstimate['ledger']): MimeBundle =>
  estimateBundle({ ledger: of, assumptions: [] } as AnyEstimate)

export const explain: typeof derivation.explain = (model, options) =>
  shown(derivation.explain(model, options), derivationBundle)

export const sensitivities: typeof slopes.sensitivities = (model, options) =>
  shown(slopes.sensitivities(model, options), sensitivitiesBundle)

export const estimate: typeof ledger.estimate = shown(ledger.estimate, ledgerBundle)
export const certifiedEstimate: typeof ledger.certifiedEstimate = shown(
  ledger.certifiedEstimate,
  ledgerBundle
)
export const explainLedger: typeof explanation.explainLedger = shown(
  explanation.explainLedger,
  explanationsBundle
)
export const sweep: typeof sweeping.sweep = shown(sweeping.sweep, sweepBundle)
export const certifiedSweep: typeof sweeping.certifiedSweep = shown(sweeping.certifiedSweep, sweepBundle)
export const runBarrier: typeof barrier.runBarrier = shown(barrier.runBarrier, barrierBundle)
export const headroom: typeof holding.headroom = shown(holding.headroom, headroomBundle)

export const estimateFile: typeof file.estimateFile = shown(file.estimateFile, estimateBundle)
export const certifiedEstimateFile: typeof file.certifiedEstimateFile = shown(
  file.certifiedEstimateFile,
  estimateBundle
)
export const estimateValue: typeof file.estimateValue = shown(file.estimateValue, estimateBundle)
export const certifiedEstimateValue: typeof file.certifiedEstimateValue = shown(
  file.certifiedEstimateValue,
  estimateBundle
)
export const fileEstimator: typeof file.fileEstimator = (options) =>
  shown(file.fileEstimator(options), estimateBundle)
export const certifiedFileEstimator: typeof file.certifiedFileEstimator = (options) =>
  shown(file.certifiedFileEstimator(options), estimateBundle)

export const solveProblem: typeof solving.solveProblem = shown(solving.solveProblem, solvedBundle)
export const parseTrace: typeof trace.parseTrace = shown(trace.parseTrace, traceBundle)

export const simulate: typeof protocol.simulate = shown(protocol.simulate, protocolBundle)
export const sampleTrajectories: typeof sampling.sampleTrajectories = shown(
  sampling.sampleTrajectories,
  trajectoriesBundle
)
export const learn: typeof learning.learn = shown(learning.learn, learningBundle)
