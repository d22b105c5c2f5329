/**
 * limen: what learning must cost at the least, what machines pay for it, and how far above a design is.
 *
 * All that its entries give, but for `limen/threads`, which only Node can.
 *
 * @packageDocumentation
 */
export * from './index'
export * from './entry/ask'
export * from './entry/files'
export * from './entry/hardware'
export * from './entry/report'
export * from './entry/simulate'
export * from './entry/solve'
