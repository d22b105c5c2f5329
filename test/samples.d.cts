/** The files of a folder, and of those in it, whose names end so. */
export const filesIn: (folder: string, ending: string) => readonly string[]

/** What the documentation shows, each with its place. */
export const samples: readonly { readonly place: string; readonly code: string }[]
