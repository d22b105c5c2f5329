/** Packages that only those install who want what they do. */

/** What a package gives, as Node finds it: names of its own, or all of them as one. */
export const namesOf = <M extends object>(name: keyof M, module: M): M =>
  name in module ? module : (module as unknown as { readonly default: M }).default

/** What is said where one is not installed, and what may be done instead. */
export const missing = (what: string, wanted: string, otherwise: string): string =>
  `${what} by ${wanted}, which is not installed: npm install ${wanted}, or ${otherwise}`
