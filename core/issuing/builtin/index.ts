// The issuer that comes with the program: Open Badges 3.0, signed here, checkable by anybody, drawn and baked by us.
import type { Backend } from '../port.ts'
import { uuidOf } from './achievement.ts'
import type { Issuer } from './issuer.ts'
import { Unsignable } from './sign.ts'

export { bakePng, bakeSvg, type Standard, unbakePng, unbakeSvg } from './bake.ts'
export { isEvidenceOf } from './evidence.ts'
export { type Issuer, type IssuerSettings, openIssuer, type Profile, wellKnownDid } from './issuer.ts'
export * as openBadges2 from './openBadges2.ts'
export type { IssuingOrganisation } from './organisation.ts'
export { type BadgePicture, drawBadge, pictureOf, renderBadge } from './picture.ts'
export type { Credential } from './sign.ts'
export { parseListId } from './statusList.ts'
export { type Verification, verify } from './verify.ts'

/** `issuerOf`: the issuer of a claim's organisation. */
export function builtinBackend(publicUrl: string, issuerOf: (organisation: string) => Promise<Issuer>): Backend {
  return {
    name: 'builtin',
    async issue(claim, details) {
      const issuer = await issuerOf(details.organisation)
      try {
        const { credential } = await issuer.issue(claim, details)
        const { statusIndex } = details
        return { state: 'issued', reference: String(statusIndex), url: `${publicUrl}/b/${uuidOf(claim)}`, credential, statusIndex }
      } catch (error) {
        if (error instanceof Unsignable) return { state: 'failed', why: error.message }
        throw error
      }
    },
  }
}
