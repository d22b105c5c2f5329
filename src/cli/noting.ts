/** What comes piece by piece, and at last with a note of where there was no total. */
import type { GridGap } from '../estimate/grid'

export type Noted<P> = Generator<P, readonly GridGap[]> | AsyncGenerator<P, readonly GridGap[]>

/** Pieces that are kept an eye on for what they return. */
export async function* noting<P>(
  pieces: Noted<P>,
  note: (gaps: readonly GridGap[]) => void
): AsyncGenerator<P> {
  note(yield* pieces)
}
