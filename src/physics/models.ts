/** Every model, by its name. */
import * as consolidation from './consolidation'
import * as learning from './learning'
import * as memory from './memory'
import type { ModelData } from '../formula/model'
import * as read from './read'
import * as thermodynamics from './thermodynamics'
import * as update from './update'

/** The models in the order of the sections of the physics. @since 0.1.0 */
export const models = { ...thermodynamics, ...memory, ...read, ...update, ...consolidation, ...learning }

/** The models by section. @since 0.1.0 */
export const sections: Readonly<Record<string, Readonly<Record<string, ModelData>>>> = {
  thermodynamics,
  memory,
  read,
  update,
  consolidation,
  learning
}

/** The name of a model. @since 0.1.0 */
export type ModelName = keyof typeof models

/** A model by its name; undefined where there is none. @since 0.1.0 */
export const modelNamed = (name: string): ModelData | undefined =>
  Object.hasOwn(models, name) ? models[name as ModelName] : undefined
