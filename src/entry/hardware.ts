/**
 * What is cited of hardware, devices, chips and AI models: facts, each with its source.
 *
 * @packageDocumentation
 */
export { fromModel, type CitedWorkload } from '../estimate/cited-model'
export { citedModel } from '../estimate/model-name'
export { citedDesign } from '../ledger/cited-design'
export { judgedEnergies, type EnergyTableName, type JudgedEnergy } from '../ledger/judged-energies'
export { judgedExperiments, type JudgedExperiment, type Judgement } from '../ledger/judged-experiments'
export { accelerators, type Accelerator } from '../technology/accelerators'
export { brainCounts, brainPowers } from '../technology/brain'
export { chips, type CitedChip } from '../technology/chips'
export { devices, type Device } from '../technology/devices'
export { experiments, type Erasure, type Experiment } from '../technology/experiments'
export { facts, type Evidence, type Fact } from '../technology/facts'
export { isingEnergies, isingTimes } from '../technology/ising'
export { learningEnergies } from '../technology/learning'
export { memoryEnergies } from '../technology/memories'
export { citedModels, type CitedModel, type Confidence, type NumericalFormat } from '../technology/models'
export { neuromorphicEnergies } from '../technology/neuromorphic'
export { operationEnergies } from '../technology/operations'
export { factTables } from '../technology/tables'
export { spinUpdateEnergies, updateEnergies } from '../technology/updates'
export {
  timeTrade,
  type TimeTrade,
  type TimeTradeOptions,
  type TradeCurve,
  type TradeMachine
} from '../ledger/time-trade'
