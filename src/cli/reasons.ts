/** What the operating system says of a file, in words. */

type Reasons = Readonly<Record<string, string>>

const common: Reasons = {
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is no memory for it',
  EIO: 'its disk fails',
  ENXIO: 'nothing is at its other end'
}

const reading: Reasons = {
  ...common,
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ECHANGED: 'it was changed while it was read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is no UTF-8 text'
}

const writing: Reasons = {
  ...common,
  ENOENT: 'there is no such folder',
  EACCES: 'it or its folder may not be written',
  EPERM: 'it or its folder may not be written',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  EFBIG: 'it may not be so large',
  EPIPE: 'its reader has gone',
  EBADF: 'it is not open',
  ETWICE: 'another output is that file, too',
  EREAD: 'it is what was read, and would be lost: name another file'
}

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? ''

/** Why a file cannot be read. */
export const whyUnread = (error: unknown): string => reading[codeOf(error)] ?? 'it cannot be read'

/** Why a file cannot be written. */
export const whyUnwritten = (error: unknown): string => writing[codeOf(error)] ?? 'it cannot be written'
