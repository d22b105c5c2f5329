/** Every model, by its name, in the order of the sections of the physics. */
import type { ModelData } from '../formula/model'
import { aText, expecting } from '../units/argument'
import {
  breakEvenReads,
  balancedRows,
  balancedBits,
  blindWrite,
  verifiedWrite,
  breakEvenSpikes
} from './choices'
import { consolidationUncompute, consolidationReset, consolidationOverwrite } from './consolidation'
import {
  gradientDescentIterations,
  acceleratedIterations,
  stochasticGradientIterations,
  annealingSteps,
  trainingFlops,
  computeOptimalTokens,
  powerLawFlops,
  quasiStaticAnalogTraining,
  annealedParameter
} from './learning'
import {
  arrheniusRate,
  retentionBarrier,
  matchedBarrier,
  driveForSpeed,
  driveForReliability,
  reliableAttempt,
  staticWrite,
  refreshPower,
  analogCellWrite,
  adiabaticLeakage
} from './memory'
import {
  attemptCappedDelayExponent,
  attemptCappedEnergyDelay,
  forwardCappedDelayExponent,
  forwardCappedEnergyDelay,
  attemptPrice,
  optimalResetTime,
  resetWithIdlePower,
  resetDelayExponent,
  optimalErrorProbability,
  resetWithRepair,
  optimalAnnealingTime,
  annealingWithIdlePower,
  optimalWriteTime,
  writeWithStandby,
  staticFlip,
  optimalRows,
  optimalAnalogMac
} from './optima'
import {
  readInformation,
  samplingEnergy,
  converterEnergy,
  analogMac,
  losslessOutputBits,
  wireEnergy,
  channelEnergy,
  readsBeforeDisturb
} from './read'
import {
  landauer,
  generalizedLandauer,
  discardedInformation,
  mismatch,
  speedLimit,
  rateCappedReset,
  optimalReset,
  timeSymmetricReset,
  overdampedReset,
  uncertaintyRelation,
  chargeTransfer,
  rampCharging,
  slowDrivingPenalty,
  learnedInformation,
  gradientMeasurement,
  stochasticRounding,
  refrigeration
} from './thermodynamics'
import {
  exponentialMeanStep,
  exponentialShape,
  powerLawMeanStep,
  powerLawShape,
  meanMatchedBarrier,
  limUpdate,
  staticUpdate
} from './update'

const bySection = {
  thermodynamics: {
    landauer,
    generalizedLandauer,
    discardedInformation,
    mismatch,
    speedLimit,
    rateCappedReset,
    optimalReset,
    timeSymmetricReset,
    overdampedReset,
    uncertaintyRelation,
    chargeTransfer,
    rampCharging,
    slowDrivingPenalty,
    learnedInformation,
    gradientMeasurement,
    stochasticRounding,
    refrigeration
  },
  memory: {
    arrheniusRate,
    retentionBarrier,
    matchedBarrier,
    driveForSpeed,
    driveForReliability,
    reliableAttempt,
    staticWrite,
    refreshPower,
    analogCellWrite,
    adiabaticLeakage
  },
  read: {
    readInformation,
    samplingEnergy,
    converterEnergy,
    analogMac,
    losslessOutputBits,
    wireEnergy,
    channelEnergy,
    readsBeforeDisturb
  },
  update: {
    exponentialMeanStep,
    exponentialShape,
    powerLawMeanStep,
    powerLawShape,
    meanMatchedBarrier,
    limUpdate,
    staticUpdate
  },
  consolidation: { consolidationUncompute, consolidationReset, consolidationOverwrite },
  learning: {
    gradientDescentIterations,
    acceleratedIterations,
    stochasticGradientIterations,
    annealingSteps,
    trainingFlops,
    computeOptimalTokens,
    powerLawFlops,
    quasiStaticAnalogTraining,
    annealedParameter
  },
  choices: { breakEvenReads, balancedRows, balancedBits, blindWrite, verifiedWrite, breakEvenSpikes },
  optima: {
    attemptCappedDelayExponent,
    attemptCappedEnergyDelay,
    forwardCappedDelayExponent,
    forwardCappedEnergyDelay,
    attemptPrice,
    optimalResetTime,
    resetWithIdlePower,
    resetDelayExponent,
    optimalErrorProbability,
    resetWithRepair,
    optimalAnnealingTime,
    annealingWithIdlePower,
    optimalWriteTime,
    writeWithStandby,
    staticFlip,
    optimalRows,
    optimalAnalogMac
  }
} as const

/** The models by section. @since 0.1.0 */
export const sections: Readonly<Record<string, Readonly<Record<string, ModelData>>>> = bySection

/** The models in the order of the sections. @since 0.1.0 */
export const models = {
  ...bySection.thermodynamics,
  ...bySection.memory,
  ...bySection.read,
  ...bySection.update,
  ...bySection.consolidation,
  ...bySection.learning,
  ...bySection.choices,
  ...bySection.optima
}

/** The name of a model. @since 0.1.0 */
export type ModelName = keyof typeof models

/** A model by its name; undefined where there is none. @since 0.1.0 */
export const modelNamed = expecting('modelNamed', { name: aText }, (name: string): ModelData | undefined =>
  Object.hasOwn(models, name) ? models[name as ModelName] : undefined
)
