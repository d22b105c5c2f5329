/** The packages of which built files have parts: esbuild says above each module where it is from. */
export const builtInto = (texts) =>
  new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/^\/\/ (?:\.\.\/.*)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)/gm)].map(
        ([, name]) => name
      )
    )
  )
