/**
 * The least of Σ a_i v_i + Σ b_ij v_i v_j + c by looking at every state, from the numbers a file was
 * written of. It shares nothing with the library.
 */
export interface Numbers {
  /** What a variable may be: [0, 1] or [-1, 1]. */
  readonly either: readonly [number, number]
  readonly linear: readonly number[]
  readonly pairs: readonly (readonly [number, number, number])[]
  readonly constant: number
}

export const valueOf = ({ linear, pairs, constant }: Numbers, state: readonly number[]): number => {
  let sum = constant
  linear.forEach((a, i) => {
    sum += a * state[i]!
  })
  pairs.forEach(([i, j, b]) => {
    sum += b * state[i]! * state[j]!
  })
  return sum
}

export const everyState = ({ either, linear }: Numbers): readonly (readonly number[])[] =>
  linear.reduce<readonly (readonly number[])[]>(
    (states) => states.flatMap((state) => either.map((value) => [...state, value])),
    [[]]
  )

export const leastOf = (numbers: Numbers): number =>
  Math.min(...everyState(numbers).map((state) => valueOf(numbers, state)))
