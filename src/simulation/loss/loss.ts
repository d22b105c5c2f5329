/** A loss F(x) on ladders: x is the rung of each parameter. A hop changes F, and F is never counted anew for it. */

/** What is learned, on ladders of so many rungs each. @since 0.10.0 */
export interface Loss {
  readonly kind: 'leastSquares' | 'logisticRegression' | 'boxProgram' | 'ising'
  readonly parameters: number
  /** Of each ladder. */
  readonly rungs: number
  /** Multiply-accumulates of one reading of the slopes of all parameters. */
  readonly macs: number
  /** The value of a parameter at a rung. */
  readonly valueAt: (parameter: number, rung: number) => number
  /** At least the second derivative of F by each parameter, in rungs; 0 where F is linear in it. */
  readonly curvatures: Float64Array
  /** Of a program some of whose variables are fixed: which of its variables each parameter is. */
  readonly variables?: readonly number[]
  /** F, kept along with rungs that move. */
  readonly begin: (rungs: Int32Array) => Kept
}

/** What is kept of a loss while its rungs move. @since 0.10.0 */
export interface Kept {
  /** F, from the rungs alone: free of what many hops would round off. */
  readonly value: () => number
  /** dF/dx of a parameter, for each rung. */
  readonly slope: (parameter: number) => number
  /** How F changes at a move of a parameter by so many rungs. */
  readonly rise: (parameter: number, by: number) => number
  /** Moves it there, the rungs too. */
  readonly move: (parameter: number, by: number) => void
}
