// The learner's sheet for an interview: what their backpack shows, as a PDF of their own.
import type { Carried, ShownBackpack } from '../../../core/data/backpack.ts'
import type { SheetBadge } from '../../../core/sheet/draw.ts'
import type { Language } from '../../../core/model/rows.ts'
import type { Reply, Visit } from '../../server/route.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { issuerOf, titleOf } from '../pages/backpack.ts'
import { confirmedBy } from '../pages/badge.ts'
import { shownStanding } from '../pages/verify.ts'
import type { Site } from '../site.ts'
import { ownNames } from './own.ts'
import { type Say, sayIn } from '../texts.ts'

/** Pages stay few. */
const MOST = 12

export async function sheetReply(site: Site, visit: Visit, backpack: ShownBackpack): Promise<Reply> {
  const language = languageOf(visit.query.get('lang'), backpack.owner.language, undefined)
  const say = sayIn(language)
  const { drawSheet } = await import('../../../core/sheet/draw.ts')
  const badges: SheetBadge[] = []
  for (const one of backpack.items.slice(0, MOST)) badges.push(await sheetBadge(site, one, language, say))
  const { open, token, owner } = backpack
  const name = owner.name ?? say('someone')
  const body = await drawSheet({
    language,
    title: `${say('pdf-sheet')} · ${name}`,
    name,
    badges,
    link: open && token ? { address: `${site.publicUrl}/sac/${token}`, words: say('pdf-check') } : undefined,
    at: site.now(),
  })
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="mes-badges.pdf"' }
  return { status: 200, headers, body }
}

async function sheetBadge(site: Site, one: Carried, language: Language, say: Say): Promise<SheetBadge> {
  const date = dateIn(language, site.timeZone)
  const name = titleOf(one, language, say)
  if (one.is === 'imported') {
    const { report, addedAt } = one.imported
    const { description, validFrom } = report
    const by = issuerOf(report, say)
    const standing = shownStanding(report, { now: site.now(), own: await ownNames(site) })
    const facts = [
      validFrom ? say('pdf-issued', { issuer: by, date: date(validFrom) }) : by,
      say(`sac-imported-${standing}`, { date: date(addedAt) }),
    ]
    return { name, description: description?.slice(0, 400), facts }
  }
  const { shown } = one
  const { claim, meaning, issuer, structure } = shown
  const seen = confirmedBy(shown, say)
  const issued = claim.issuances.find((i) => i.state === 'issued')?.issuedAt
  const by = structure?.name ?? issuer.name
  const { validUntil } = claim
  const isOver = Boolean(validUntil && Date.parse(validUntil) < site.now().getTime())
  return {
    picture: (await site.attachment({ is: 'badge', claim: claim.id, as: 'picture' }))?.bytes,
    name,
    description: meaning.description[language],
    facts: [
      ...(seen ? [say('pdf-seen', { names: seen })] : []),
      issued ? say('pdf-issued', { issuer: by, date: date(issued) }) : by,
      ...(validUntil ? [say(isOver ? 'badge-over' : 'badge-until', { date: date(validUntil) })] : []),
    ],
    quote: claim.narrative ?? undefined,
  }
}
