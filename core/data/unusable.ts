/** The database cannot be used, for a reason that an operator can mend; the message says it in plain words, without secrets. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}
