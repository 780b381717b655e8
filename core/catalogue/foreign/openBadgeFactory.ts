// The badges of an organisation at Open Badge Factory, with their texts in every language, criteria, alignment and picture.
import { z } from 'zod'
import type { Trouble } from '../../issuing/port.ts'
import { listBadges } from '../../issuing/openbadgefactory/check.ts'
import { type ObfSettings, openClient } from '../../issuing/openbadgefactory/client.ts'
import { type ForeignBadge, guessLanguage, languageOf, otherLanguage } from './badge.ts'
import { plainText, pointsOf } from './plainText.ts'

const Alignment = z.object({
  name: z.string().optional(),
  targetName: z.string().optional(),
  url: z.string().optional(),
  targetUrl: z.string().optional(),
  framework: z.string().optional(),
  targetFramework: z.string().optional(),
  code: z.string().optional(),
  targetCode: z.string().optional(),
})
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const Badge = z.object({
  id: z.string(),
  image: z.string().nullish(),
  primary_language: text,
  expires: z.number().nullish(),
  content: z
    .array(
      z.object({
        language: text,
        name: z.string().min(1),
        description: text,
        criteria: text,
        tag: z.array(z.string()).nullish(),
        alignment: z.array(Alignment).nullish().catch([]),
        achievement_type: text,
      }),
    )
    .min(1),
})

/** Drafts are left out: nothing can be issued from them. */
export async function readObf(settings: ObfSettings): Promise<{ badges: ForeignBadge[]; refused: string[] } | { trouble: Trouble }> {
  const { ask } = openClient(settings)
  const listed = await listBadges(ask)
  if ('trouble' in listed) return listed
  const badges: ForeignBadge[] = []
  const refused: string[] = []
  for (const { id, name, draft } of listed.ok) {
    if (draft) {
      refused.push(`« ${name} » (${id}) is a draft there`)
      continue
    }
    const got = await ask(Badge, 'GET', `/badge/{cid}/${encodeURIComponent(id)}`)
    if ('trouble' in got) {
      if (got.trouble.state === 'locked-out') return got
      refused.push(`« ${name} » (${id}): ${got.trouble.why}`)
    } else badges.push(badgeOf(got.ok))
  }
  return { badges, refused }
}

function badgeOf({ id, image, primary_language, expires, content }: z.infer<typeof Badge>): ForeignBadge {
  const badge: ForeignBadge = {
    from: id,
    texts: {},
    criteria: {},
    levels: [],
    tags: content[0]!.tag ?? [],
    alignment: (content[0]!.alignment ?? []).flatMap(alignmentOf),
    achievementType: content[0]!.achievement_type || undefined,
    expires: expires && Number.isInteger(expires) && expires > 0 ? `P${expires}M` : undefined,
    image: image || undefined,
    backendIds: { openbadgefactory: id },
  }
  const saidOf = (one: (typeof content)[number]) => one.language || primary_language
  const ours = content.filter((one) => !otherLanguage(saidOf(one)))
  if (!ours.length) badge.otherLanguage = otherLanguage(saidOf(content[0]!))
  // without one in a language of ours, the first stands in its place
  for (const one of ours.length ? ours : content.slice(0, 1)) {
    const language = languageOf(saidOf(one)) ?? guessLanguage(`${one.name} ${one.description}`)
    if (badge.texts[language]) continue
    const whole = plainText(one.criteria)
    badge.texts[language] = {
      name: plainText(one.name).replaceAll('\n', ' '),
      description: plainText(one.description).replaceAll('\n', ' ') || one.name,
    }
    badge.criteria[language] = { items: pointsOf(whole), whole }
  }
  return badge
}

function alignmentOf(one: z.infer<typeof Alignment>): ForeignBadge['alignment'] {
  const [targetName, targetUrl] = [one.targetName ?? one.name, one.targetUrl ?? one.url]
  const [targetFramework, targetCode] = [one.targetFramework ?? one.framework, one.targetCode ?? one.code]
  if (!targetName || !targetUrl || !URL.canParse(targetUrl)) return []
  return [{ targetName, targetUrl, ...(targetFramework && { targetFramework }), ...(targetCode && { targetCode }) }]
}
