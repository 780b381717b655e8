// Who issues: an organisation of the catalogue, or the playground's (trial).
export type IssuingOrganisation = {
  /** `[a-z0-9-]+`: the catalogue's folder, or `essai`. */
  id: string
  name: string
  /** Its own site. */
  url: string
  /** Its badges say « essai », and it never signs under the house's own name. */
  trial: boolean
}
