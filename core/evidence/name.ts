/** A name in the evidence store: unguessable (22 characters hold 128 bits), one optional ending, no way out of the store. */
const NAME = /^[A-Za-z0-9_-]{22,200}(\.[a-z0-9]{1,10})?$/

/** The same name. Throws on any other shape: names are made by the program, so a wrong one is a fault, not an input. */
export const storeName = (name: string): string => {
  if (!NAME.test(name)) throw new Error('not a name of the evidence store: 22 characters or more of A-Z a-z 0-9 _ -, then maybe .ending')
  return name
}
