/**
 * Memory that runs: protocols of a physical memory, what they take exactly, memories that learn, and the bounds on
 * trial.
 *
 * @packageDocumentation
 */
export { decodeProtocol, type NamedProtocol } from '../format/protocol/protocol'
export { decodeRegression, type NamedRegression } from '../format/regression/regression'
export { learningCsv, learningJson } from '../report/data/learning'
export { simulationCsv, simulationJson } from '../report/data/simulation'
export { learningPicture, type DrawnLearning } from '../report/picture/learning'
export { protocolPicture } from '../report/picture/protocol'
export { workPicture } from '../report/picture/work'
export { learningText } from '../report/text/learning'
export { simulationText } from '../report/text/simulation'
export { findReset, type ResetAsked } from '../simulation/find-reset'
export { learn, type EntropyThen, type LearningCourse, type LearningRun } from '../simulation/learn'
export type {
  AnnealedOptions,
  LearnConditions,
  LearnOptions,
  StaticOptions,
  TiltedOptions
} from '../simulation/learn-plan'
export type { LearningVerdict, OutsideLearning } from '../simulation/learning-verdict'
export { boxProgramLoss, type ProgramLadders } from '../simulation/loss/box-program'
export { isingLoss } from '../simulation/loss/ising'
export { leastSquaresLoss } from '../simulation/loss/least-squares'
export { logisticLoss } from '../simulation/loss/logistic'
export type { Kept, Loss } from '../simulation/loss/loss'
export type { Ladders, Regression } from '../simulation/loss/regression'
export type { SampleMean } from '../simulation/sample'
export {
  sampleTrajectories,
  type ProtocolTrajectories,
  type SampledRun,
  type TrajectoryOptions
} from '../simulation/sampled-protocol'
export {
  simulate,
  type Protocol,
  type ProtocolMoment,
  type ProtocolRun,
  type ProtocolSegment
} from '../simulation/protocol'
export type { Verdict } from '../simulation/verdict'
