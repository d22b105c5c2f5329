/**
 * Grids by several threads, in Node alone.
 *
 * @packageDocumentation
 */
export { threadedGridFile, type ThreadedGrid, type ThreadedOptions } from '../threads/grid-file'
