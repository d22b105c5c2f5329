/** A quick look: a tenth of the runs of every property that asks for no number of its own. */
import fc from 'fast-check'

fc.configureGlobal({ numRuns: 10 })
