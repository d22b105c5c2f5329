/**
 * Memory that runs: protocols of a physical memory, what they take exactly, and the bounds on trial.
 *
 * @packageDocumentation
 */
export { decodeProtocol, type NamedProtocol } from '../format/protocol/protocol'
export { simulationCsv, simulationJson } from '../report/data/simulation'
export { protocolPicture } from '../report/picture/protocol'
export { simulationText } from '../report/text/simulation'
export { findReset, type ResetAsked } from '../simulation/find-reset'
export {
  simulate,
  type Protocol,
  type ProtocolMoment,
  type ProtocolRun,
  type ProtocolSegment
} from '../simulation/protocol'
export type { Verdict } from '../simulation/verdict'
