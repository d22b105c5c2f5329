/** Values that a workload takes from elsewhere than its file. */

/**
 * A value for a field that neither the file nor the user said: it was found in a trace, is cited, or
 * is assumed where both are silent.
 *
 * @since 0.3.0
 */
export interface Supplied {
  /** As it would stand in a workload file. */
  readonly value: unknown
  readonly origin: 'trace' | 'cited' | 'assumed'
  /** Whose word it is. */
  readonly why: string
  /** Whether it holds also where the file says otherwise. */
  readonly replaces?: true
}

/** Such values, by the names of their fields. @since 0.3.0 */
export type Supplies = Readonly<Record<string, Supplied>>
