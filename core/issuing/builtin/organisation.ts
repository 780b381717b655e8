// Who issues: an organisation of the catalogue, or the playground's (trial).
export type IssuingOrganisation = {
  /** `[a-z0-9-]+`: the catalogue's folder, or `essai`. */
  id: string
  name: string
  /** Its own site. */
  url: string
  email?: string
  /** What it does, in its own words. */
  description?: string
  /** Its badges say « essai », and it never signs under the house's own name. */
  trial: boolean
}
