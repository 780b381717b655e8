// GET /sac/:token: public while its owner shows it, unknown before and after. /c/:token/sac: where they fill it.
import { randomUUID } from 'node:crypto'
import { standingOf } from '../../../core/checking/report.ts'
import {
  backpackByToken,
  backpackOf,
  type Carried,
  itemOf,
  keepImported,
  removeImported,
  type ShownBackpack,
} from '../../../core/data/backpack.ts'
import { type Progress, progress } from '../../../core/model/milestone.ts'
import type { BackpackItem } from '../../../core/model/rows.ts'
import { MOST_BYTES } from '../../../core/checking/unpack.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { pageReply } from '../layout.ts'
import { newOnce } from '../once.ts'
import { backpackPage } from '../pages/backpack.ts'
import { fillBackpackPage, type FillView } from '../pages/fillBackpack.ts'
import type { Site } from '../site.ts'
import { asLearner, claimOf } from './learner.ts'
import { openOwn, ownNames } from './own.ts'
import { sheetReply } from './sheet.ts'
import { bringing } from './verify.ts'

export function backpackRoutes(site: Site): Route[] {
  return [
    { method: 'GET', path: '/sac/:token', handle: async (visit) => read(site, visit, await openOne(site, visit)) },
    { method: 'GET', path: '/sac/:token/:file', handle: async (visit) => code(site, visit, await openOne(site, visit)) },
    { method: 'GET', path: '/c/:token/sac', handle: async (visit) => fill(site, visit) },
    { method: 'POST', path: '/c/:token/sac', handle: async (visit) => change(site, visit) },
    {
      method: 'POST',
      path: '/c/:token/sac/import',
      pace: 'form',
      bodyLimit: MOST_BYTES + 1024 * 1024,
      handle: async (visit) => bring(site, visit),
    },
    { method: 'GET', path: '/c/:token/sac/fiche.pdf', handle: async (visit) => sheetReply(site, visit, await owned(site, visit)) },
  ]
}

/** The same 404 whether it is closed or does not exist. */
async function openOne(site: Site, visit: Visit): Promise<ShownBackpack> {
  const backpack = await backpackByToken(site.prisma, visit.params.token!)
  if (!backpack) throw new Refused(404, 'no open backpack')
  return backpack
}

const addressOf = (site: Site, token: string): string => `${site.publicUrl}/sac/${token}`

async function read(site: Site, visit: Visit, backpack: ShownBackpack): Promise<Reply> {
  const language = languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
  const address = addressOf(site, visit.params.token!)
  return pageReply(
    backpackPage({
      backpack,
      language,
      address,
      date: dateIn(language, site.timeZone),
      now: site.now(),
      own: await ownNames(site),
      progress: progressOf(site, backpack.items),
    }),
  )
}

/** The page's address as a code, for a CV. */
async function code(site: Site, visit: Visit, _: ShownBackpack): Promise<Reply> {
  const ending = /^qr\.(png|svg)$/.exec(visit.params.file!)?.[1]
  if (!ending) throw new Refused(404, 'no such file')
  const { default: QRCode } = await import('qrcode')
  const address = addressOf(site, visit.params.token!)
  const download: Record<string, string> = visit.query.has('download')
    ? { 'Content-Disposition': `attachment; filename="mes-badges.${ending}"` }
    : {}
  if (ending === 'svg')
    return { status: 200, headers: { 'Content-Type': 'image/svg+xml', ...download }, body: await QRCode.toString(address, { type: 'svg' }) }
  return { status: 200, headers: { 'Content-Type': 'image/png', ...download }, body: await QRCode.toBuffer(address, { width: 800 }) }
}

async function owned(site: Site, visit: Visit): Promise<ShownBackpack> {
  const { claim } = await claimOf(site, visit)
  const backpack = await backpackOf(site.prisma, claim.personId)
  if (!backpack) throw new Refused(404, 'nobody’s backpack')
  return backpack
}

async function fill(site: Site, visit: Visit, brought?: FillView['brought']): Promise<Reply> {
  const shown = await claimOf(site, visit)
  const language = languageOf(visit.query.get('lang'), shown.learner.language, undefined)
  const back = `/c/${encodeURIComponent(visit.params.token!)}`
  const backpack = await owned(site, visit)
  return pageReply(
    fillBackpackPage({
      backpack,
      progress: progressOf(site, [...backpack.items, ...backpack.left]),
      language,
      address: `${back}/sac`,
      back,
      publicUrl: site.publicUrl,
      date: dateIn(language, site.timeZone),
      now: site.now(),
      own: await ownNames(site),
      once: newOnce(),
      brought,
    }),
  )
}

async function change(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const shown = await claimOf(site, visit)
  const fields = await visit.form()
  const wish = fields.get('do') ?? ''
  const token = visit.params.token!
  const say = (change: { open: boolean } | { items: BackpackItem[] }) =>
    asLearner(site, shown, fields, token, { is: 'backpack', token, change })
  if (wish === 'open' || wish === 'close') await say({ open: wish === 'open' })
  else if (wish === 'save') await say({ items: chosenIn(fields) })
  else if (wish.startsWith('remove:')) await removeImported(site.prisma, shown.claim.personId, UUID.exec(wish)?.[0] ?? randomUUID())
  const lang = visit.query.get('lang')
  return redirect(`/c/${encodeURIComponent(token)}/sac${lang === 'fr' || lang === 'en' ? `?lang=${lang}` : ''}`)
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ITEM = /^(claim|imported):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const MOST_ITEMS = 100

/** What is ticked, by its number; two with the same number keep the order of the page. */
function chosenIn(fields: URLSearchParams): BackpackItem[] {
  const ticked = fields.getAll('in').slice(0, MOST_ITEMS)
  return ticked
    .map((key) => ({ key, place: Number(fields.get(`place:${key}`) ?? MOST_ITEMS) }))
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ key }): BackpackItem[] => {
      const [, is, id] = ITEM.exec(key) ?? []
      return is === 'claim' ? [{ claim: id! }] : is === 'imported' ? [{ imported: id! }] : []
    })
}

/** A badge from elsewhere: checked as anybody's would be, and kept with what was found. */
async function bring(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const shown = await claimOf(site, visit)
  const given = await bringing(visit)
  const { check } = await import('../../../core/checking/index.ts')
  const names = await ownNames(site)
  const checked = await check(given.what, { own: openOwn(site), network: site.network, asked: given.go, names })
  if (checked.is === 'nothing' || checked.report.what !== 'badge') return fill(site, visit, { checked, outcome: 'unreadable' })
  const standing = standingOf(checked.report, site.now())
  const size = JSON.stringify(checked.badge).length
  if (standing === 'broken' || standing === 'revoked' || size > MOST_KEPT) return fill(site, visit, { checked, outcome: 'refused' })
  const id = randomUUID()
  const { personId } = shown.claim
  const { report } = checked
  const issuedHere = names.has(report.issuer.id ?? '') ? CLAIM.exec(report.id ?? '')?.[0] : undefined
  const outcome = await keepImported(site.prisma, personId, { id, badge: checked.badge, report, at: site.now(), issuedHere })
  if (outcome === 'kept') await addToChosen(site, visit, shown, id)
  return fill(site, visit, { checked, outcome })
}

/** In the name of a badge of ours, by either standard. */
const CLAIM = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** Characters of a badge that is kept. */
const MOST_KEPT = 512 * 1024

/** Where nothing was chosen yet, everything is shown: the new one too. */
async function addToChosen(site: Site, visit: Visit, shown: Awaited<ReturnType<typeof claimOf>>, id: string): Promise<void> {
  const { items, left } = await owned(site, visit)
  if (!left.some((one) => one.is === 'imported' && one.imported.id === id)) return
  const token = visit.params.token!
  const change = { items: [...items.map(itemOf), { imported: id }] }
  await asLearner(site, shown, new URLSearchParams(), token, { is: 'backpack', token, change })
}

/** Of the issuers whose badges are here; a badge that has ended does not count. */
function progressOf(site: Site, carried: Carried[]): Progress[] {
  const claims = carried.flatMap((one) => (one.is === 'claim' ? [one.shown.claim] : []))
  const current = claims.filter(({ validUntil }) => !validUntil || Date.parse(validUntil) > site.now().getTime())
  return progress(site.catalogue, new Set(current.map(({ badgeId }) => badgeId)))
}
