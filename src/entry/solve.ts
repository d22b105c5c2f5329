/**
 * Problems and their solvers: Ising machines and quadratic programs, which count their updates; and the design
 * at which a model is least.
 *
 * @packageDocumentation
 */
export { solveProblem } from '../estimate/solve-file'
export { solvedWorkload, type Solved, type SolveOptions } from '../estimate/solve-file'
export { decodeCoo } from '../format/ising/coo'
export { decodeDimod } from '../format/ising/dimod'
export { decodeGset } from '../format/ising/gset'
export { decodeIsing, type NamedIsing } from '../format/ising/ising'
export { decodeQbsolv } from '../format/ising/qbsolv'
export { decodeProblem, type IsingFile, type ProblemFile, type QuadraticFile } from '../format/problem-file'
export { decodeQps, type QpsProgram } from '../format/quadratic/qps/program'
export { decodeQuadraticProgram, type NamedProgram } from '../format/quadratic/quadratic-program'
export {
  front,
  type Aim,
  type Front,
  type FrontOptions,
  type FrontPoint,
  type FrontTask,
  type OffFront
} from '../optimum/front'
export { minimise, type MinimiseOptions } from '../optimum/minimise'
export type {
  ChosenInput,
  Holding,
  LeastOfBox,
  LimitAt,
  NoDesign,
  OpenRange,
  Optimum
} from '../optimum/optimum'
export type { Choice, Limit, MinimiseTask } from '../optimum/task'
export { anneal, type Annealing, type AnnealOptions } from '../workload/ising/annealing'
export { colouring, type Colouring } from '../workload/ising/colouring'
export { cutSize, isingEnergy } from '../workload/ising/energy'
export { isingProblem, maxCut, type Coupling, type IsingProblem } from '../workload/ising/problem'
export { qubo } from '../workload/ising/qubo'
export {
  fowlerNordheimSchedule,
  geometricSchedule,
  logarithmicSchedule,
  temperatureRange,
  type Schedule,
  type ScheduleName,
  type TemperatureRange
} from '../workload/ising/schedule'
export type { DataProblem, QuadraticError } from '../workload/quadratic/error'
export {
  solveQuadraticProgram,
  type QuadraticOptions,
  type QuadraticSolution
} from '../workload/quadratic/primal-dual'
export {
  quadraticProgram,
  type MatrixData,
  type QuadraticData,
  type QuadraticProgram
} from '../workload/quadratic/program'
export type { QuadraticResiduals } from '../workload/quadratic/residuals'
export type { SparseMatrix, Triplet } from '../workload/quadratic/sparse'
