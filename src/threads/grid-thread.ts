/** A thread of `threadedGridFile`. */
import { workerData } from 'node:worker_threads'
import { gridFile } from '../estimate/grid'
import { orThrow } from '../units/either'
import type { Reading } from './grid-file'
import { serve } from './worker'

const { text, axes, overrides, options } = workerData as Reading
serve(orThrow(gridFile(text, axes, overrides, options)))
