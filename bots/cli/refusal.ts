/** A command cannot do what was asked; the message is all that is shown. */
export class Refusal extends Error {
  override name = 'Refusal'
}
