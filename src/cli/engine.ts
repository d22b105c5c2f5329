/** What is wrong with a version of Node where one such as ">=20" is asked for; undefined where nothing is. */
export const unlike = (wanted: string, found: string): string | undefined => {
  const least = wanted.replace('>=', '')
  return Number.parseInt(found, 10) >= Number.parseInt(least, 10)
    ? undefined
    : `expected Node ${least} or newer, got ${found}; https://nodejs.org has the newest`
}
