// The structure of Open Badges 2.0 as 1EdTech writes it down: which properties are required, and of which kind.
// https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html (Assertion, BadgeClass, Profile)
import { z } from 'zod'

const iri = z.union([z.url({ protocol: /^https?$/ }), z.string().startsWith('urn:uuid:')])
const instant = z.iso.datetime({ offset: true })
const types = (type: string) => z.union([z.literal(type), z.array(z.string()).refine((all) => all.includes(type))])
const CONTEXT = z.literal('https://w3id.org/openbadges/v2')
const image = z.union([z.url(), z.looseObject({ id: z.url() })])

export const Assertion = z.strictObject({
  '@context': CONTEXT,
  id: z.url(),
  type: types('Assertion'),
  recipient: z
    .strictObject({
      type: z.enum(['email', 'url', 'telephone', 'id']),
      hashed: z.boolean(),
      salt: z.string().optional(),
      identity: z.string(),
    })
    .refine(({ hashed, identity }) => !hashed || /^(sha256|md5)\$[0-9a-f]+$/.test(identity), 'a hash says which'),
  badge: z.url(),
  verification: z.strictObject({ type: z.literal('hosted') }),
  issuedOn: instant,
  image: image.optional(),
  evidence: z
    .array(
      z.strictObject({
        type: types('Evidence'),
        id: iri.optional(),
        narrative: z.string().optional(),
        name: z.string().optional(),
        description: z.string().optional(),
        genre: z.string().optional(),
        audience: z.string().optional(),
      }),
    )
    .optional(),
  narrative: z.string().optional(),
  expires: instant.optional(),
})

export const Revoked = z.strictObject({
  '@context': CONTEXT,
  type: types('Assertion'),
  id: z.url(),
  revoked: z.literal(true),
  revocationReason: z.string().optional(),
})

export const BadgeClass = z.strictObject({
  '@context': CONTEXT,
  '@language': z.string().optional(),
  id: z.url(),
  type: types('BadgeClass'),
  name: z.string().min(1),
  description: z.string().min(1),
  image,
  criteria: z.union([z.url(), z.strictObject({ type: z.literal('Criteria'), id: z.url().optional(), narrative: z.string().optional() })]),
  issuer: z.url(),
  alignment: z
    .array(
      z.strictObject({
        type: z.literal('AlignmentObject'),
        targetName: z.string(),
        targetUrl: z.url(),
        targetDescription: z.string().optional(),
        targetFramework: z.string().optional(),
        targetCode: z.string().optional(),
      }),
    )
    .optional(),
  tags: z.array(z.string()).optional(),
})

export const Profile = z.strictObject({
  '@context': CONTEXT,
  id: z.url(),
  type: z.union([types('Issuer'), types('Profile')]),
  name: z.string().min(1),
  url: z.url(),
  email: z.email(),
  description: z.string().optional(),
})
