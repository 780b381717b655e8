// A town in memory: people, claims and what waits, kept as rows by table and read as core/data/read.ts reads them. Every world goes through
// JSON before its step, as it does in the program; every turn of a town is one that the program could take.
import { type Catalogue, isForTrainers, meaningOf, type Meaning } from '../../core/model/badge.ts'
import type { Echo } from '../../core/model/flags.ts'
import { CODE_REFUSED } from '../../core/model/claimCode.ts'
import { isJurysTurn, maySit } from '../../core/model/jury.ts'
import { KEYS, keyOf } from '../../core/model/keys.ts'
import type { Claim, ClaimCode, Endorsement, Link, Plea, Rows, SharedProject, Table } from '../../core/model/rows.ts'
import { decision, sending } from '../../core/model/status.ts'
import type { Job, Message, Need } from '../../dialogs/changes.ts'
import type { About, Event } from '../../dialogs/event.ts'
import { inHand, readFocus } from '../../dialogs/focus.ts'
import { step } from '../../dialogs/step.ts'
import type { Choice, Inbound, InboundEvent } from '../../dialogs/vocabulary.ts'
import {
  type Codes,
  type KnownCode,
  NO_CODES,
  NO_PEERS,
  NO_WORKSHOPS,
  type Peer,
  type Peers,
  type PinnedClaim,
  type Reachable,
  type Structure,
  type Tie,
  type World,
  type Workshops,
} from '../../dialogs/world.ts'
import { codeKeys, keysOf, peerKeys, workshopKeys } from '../../dialogs/worldKeys.ts'
import { catalogue, houseWith, issued } from './house.ts'

export { catalogue } from './house.ts'

type Said = Message & { sentAt: string; platformId: string }

export type Town = ReturnType<typeof openTown>

export function openTown(options: { locale?: 'fr' | 'en' } = {}) {
  const tables = Object.fromEntries(Object.keys(KEYS).map((table) => [table, new Map()])) as unknown as {
    [T in Table]: Map<string, Rows[T]>
  }
  const all = <T extends Table>(table: T): Rows[T][] => [...tables[table].values()]
  const put = <T extends Table>(table: T, row: Rows[T]) => {
    const key = keyOf(table, row)
    tables[table].set(key, row)
  }
  const structures: Structure[] = []
  /** What each badge meant when it was first claimed. */
  const meanings = new Map<string, Meaning>()
  const known = new Set<string>()
  const said: Said[] = []
  const jobs: (Job & { due: number })[] = []
  let house = houseWith(catalogue)
  let clock = Date.parse('2026-03-02T09:00:00.000Z')
  let ids = 0

  const now = () => new Date(clock).toISOString()
  const fresh = () => Array.from({ length: 10 }, () => (++ids).toString(16).padStart(32, '0'))

  // ---- reading, as core/data/read.ts does

  const reachable = (id: string | null | undefined): Reachable | null => {
    const person = id ? tables.Person.get(id) : undefined
    if (!person) return null
    const accounts = all('Account').filter((a) => a.personId === id)
    return { ...person, accounts: accounts.toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1)) }
  }
  const of = <T extends 'Answer' | 'Evidence' | 'Consent' | 'Decision' | 'Issuance' | 'Endorsement'>(
    table: T,
    claim: string,
  ): Rows[T][] => {
    const time = (row: Rows[T]) => ('askedAt' in row ? row.askedAt : row.at)
    const rows = (all(table) as Rows[T][]).filter((row) => row.claimId === claim)
    return rows.toSorted((a, b) => (time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a)! < time(b)! ? -1 : 1))
  }
  const shared = (id: string, claim?: string): SharedProject | null => {
    const found = tables.Project.get(id)
    if (!found) return null
    const given = all('Evidence').filter((e) => e.projectId === id && e.state === 'kept' && !e.removedAt && e.claimId !== claim)
    return { ...found, members: all('Claim').filter((c) => c.projectId === id && !c.withdrawnAt).length, pieces: given }
  }
  const pinned = (claim: Claim | undefined): PinnedClaim | null => {
    if (!claim) return null
    return {
      ...claim,
      meaning: meanings.get(claim.badgeVersionId)!,
      badgeNumber: 1,
      learnerName: tables.Person.get(claim.personId)?.name ?? null,
      answers: of('Answer', claim.id),
      evidence: of('Evidence', claim.id),
      consents: of('Consent', claim.id),
      endorsements: of('Endorsement', claim.id),
      decisions: of('Decision', claim.id),
      issuances: of('Issuance', claim.id),
      project: claim.projectId ? shared(claim.projectId, claim.id) : null,
      helpTill: all('Workshop').find((w) => w.id === claim.workshopId && !w.closedAt)?.endsAt ?? null,
      offered: claim.projectId || !claim.workshopId ? [] : all('Project').filter((p) => p.workshopId === claim.workshopId),
    }
  }
  const claimOf = (endorsement: string | undefined) => {
    const found = endorsement ? tables.Endorsement.get(endorsement) : undefined
    return found && tables.Claim.get(found.claimId)
  }

  function read(event: Event, need: Need): World {
    const keys = { ...keysOf(event), ...need }
    const account = 'account' in keys.who ? tables.Account.get(`${keys.who.account.channel}:${keys.who.account.externalId}`) : undefined
    const me = reachable(
      'account' in keys.who ? account?.personId : 'person' in keys.who ? keys.who.person : tables.Claim.get(keys.claim ?? '')?.personId,
    )
    const focus = readFocus(me?.focus)
    const link: Link | null = (keys.code && tables.Link.get(keys.code)) || null
    const subject = inHand(focus)?.subject
    const focused = subject && 'id' in subject ? subject : undefined
    const mine = all('Claim').filter((c) => c.personId === me?.id)
    const claim = pinned(
      tables.Claim.get(keys.claim ?? '') ??
        claimOf(keys.endorsement) ??
        (link?.kind === 'endorse' ? claimOf(link.subject) : undefined) ??
        all('Claim').find((c) => c.token === keys.token) ??
        (focused?.is === 'claim' || focused?.is === 'decision' ? tables.Claim.get(focused.id) : undefined) ??
        (focused?.is === 'endorsement' ? claimOf(focused.id) : undefined) ??
        mine.filter((c) => !c.withdrawnAt).toSorted((a, b) => (a.touchedAt < b.touchedAt ? 1 : -1))[0],
    )
    const memberships = all('Membership').filter((m) => m.personId === me?.id)
    const waiting = keys.waiting || subject?.is === 'decision' || subject?.is === 'decisions'
    const structureId = claim ? claim.structureId : me?.structureId
    const asked = said.find((m) => m.id === focus?.message)
    const repliedTo = keys.replyTo && said.find((m) => `${m.channel}:${m.chat}` === keys.replyTo!.chat && m.platformId === keys.replyTo!.id)
    const structureOf = (id: string | null | undefined) => structures.find((s) => s.id === id) ?? null
    return {
      ...workshopsFor(workshopKeys(keys, link, me?.focus), me),
      ...codesFor(codeKeys(keys, link, me?.focus), me),
      ...peersFor(peerKeys(keys, me?.focus), me),
      me,
      memberships,
      structure: structureOf(me?.structureId),
      claim,
      owner: reachable(claim?.personId),
      backpack: (me && tables.Backpack.get(me.id)) ?? null,
      mine: mine
        .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
        .map(({ id, badgeId, organisationId, openedAt, touchedAt, withdrawnAt, revokedAt, validUntil, restsOn, sendings, sharedAt }) => {
          const issued = of('Issuance', id).some((i) => i.state === 'issued')
          const dates = { openedAt, touchedAt, withdrawnAt, revokedAt, validUntil }
          return {
            id,
            badgeId,
            organisationId,
            ...dates,
            restsOn,
            sendings,
            issued,
            left: of('Issuance', id).length > 0,
            shared: sharedAt !== null,
          }
        }),
      requests: all('Endorsement')
        .filter((e) => me && e.endorserId === me.id && !e.verdict && !e.withdrawnAt && !tables.Claim.get(e.claimId)?.withdrawnAt)
        .toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1))
        .map((e) => {
          const asking = tables.Claim.get(e.claimId)!
          const learner = tables.Person.get(asking.personId)?.name ?? null
          return { endorsement: e.id, claim: asking.id, learner, badgeId: asking.badgeId }
        }),
      waiting: waiting
        ? all('Claim')
            .filter((c) => memberships.some((m) => m.role === 'trainer' && m.structureId === c.structureId))
            .filter((c) => c.sendings.length > 0 && !c.withdrawnAt && c.personId !== me?.id && !of('Issuance', c.id).length)
            .map((c) => pinned(c)!)
            .filter((c) => isForTrainers(c.meaning.policy) && sending(c) && !decision(c))
            .filter((c) => !isJurysTurn(c, c.meaning.policy) || (maySit(c, me!.id) && !spoke(c, me!.id)))
        : [],
      reviews:
        (waiting || keys.endorsement || subject?.is === 'endorsement' || link?.kind === 'endorse') && claim ? reviewsOf(claim.id) : [],
      readings: waiting
        ? all('Reading')
            .filter((r) => r.personId !== me?.id)
            .filter((r) => memberships.some((m) => m.role === 'trainer' && leads(r.personId, m.structureId)))
            .map((r) => ({ ...r, name: tables.Person.get(r.personId)?.name ?? null }))
        : [],
      echoes: !waiting || !claim ? [] : echoesOf(claim),
      trainers: all('Membership').flatMap((m) => (m.role === 'trainer' && m.structureId === structureId ? [reachable(m.personId)!] : [])),
      tutors: all('Membership')
        .filter((m) => claim && m.role === 'tutor' && m.structureId === claim.structureId && m.personId !== claim.personId)
        .map((m) => reachable(m.personId)!)
        .filter((p) => !p.stoppedAt && !p.erasedAt && p.accounts.some((a) => !a.unreachableAt))
        .toSorted((a, b) => Number(b.id === claim?.witnessId) - Number(a.id === claim?.witnessId))
        .slice(0, 3),
      listed: link?.kind === 'roster' ? all('Membership').filter((m) => m.personId === link.subject) : [],
      endorsers: claim ? claim.endorsements.flatMap((e) => reachable(e.endorserId) ?? []) : [],
      link,
      links: claim ? all('Link').filter((l) => claim.endorsements.some((e: Endorsement) => e.id === l.subject)) : [],
      linkStructure: structureOf(link?.structureId),
      repliedTo: (repliedTo || undefined)?.body.choices?.[0]?.data ?? null,
      asked: asked ? { startedAt: asked.sentAt, platformId: asked.platformId, platformAt: asked.sentAt } : null,
      house,
    }
  }

  /** As core/data/echoes.ts does. */
  const echoesOf = (claim: PinnedClaim): Echo[] =>
    claim.endorsements.flatMap((e) =>
      all('Endorsement')
        .filter((o) => e.at && o.at && o.verdict && o.id !== e.id && o.endorserId && o.endorserId === e.endorserId)
        .map((o) => ({
          of: e.id,
          at: o.at!,
          name: o.anonymous ? null : o.name,
          own: tables.Claim.get(o.claimId)?.personId === claim.personId,
        }))
        .filter((echo) => echo.own || Math.abs(Date.parse(echo.at) - Date.parse(e.at!)) <= 60_000),
    )
  const leads = (id: string | undefined, structure: string) =>
    all('Membership').some((m) => m.personId === id && m.structureId === structure && m.role === 'trainer')
  const reviewsOf = (claim: string) =>
    all('Review')
      .filter((r) => r.claimId === claim)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const spoke = (claim: PinnedClaim, person: string) =>
    reviewsOf(claim.id).some((r) => r.by === person && r.at >= claim.sendings.at(-1)!.at)

  /** Reading of claim codes, as core/data/readCodes.ts does. */
  function codesFor(wanted: ReturnType<typeof codeKeys>, me: Reachable | null): Codes {
    if (!wanted) return NO_CODES
    const known = (code: ClaimCode): KnownCode => ({
      ...code,
      used: all('Decision').filter((d) => d.codeId === code.id).length,
      structure: structures.find((s) => s.id === code.structureId)?.name ?? '',
    })
    const found = all('ClaimCode').find((k) => k.id === wanted.id || k.spoken === wanted.spoken)
    return {
      claimCode: found ? known(found) : null,
      claimCodes: wanted.mine
        ? all('ClaimCode')
            .filter((k) => !k.endedAt && k.endsAt > now() && leads(me?.id, k.structureId))
            .map(known)
        : [],
      codeTries: all('AuditEvent').filter((a) => a.actor === me?.id && a.action === CODE_REFUSED && Date.parse(a.at) > clock - 86_400_000)
        .length,
    }
  }

  /** Of a place, as core/data/peers.ts says it. */
  const isOf = (id: string | undefined, structure: string) =>
    all('Membership').some((m) => m.personId === id && m.structureId === structure && (m.role === 'learner' || m.role === 'trainer')) ||
    (tables.Person.get(id ?? '')?.structureId === structure &&
      (all('Claim').some((c) => c.personId === id && c.structureId === structure) ||
        all('Enrolment').some((e) => e.personId === id && tables.Workshop.get(e.workshopId)?.structureId === structure)))

  /** Reading of who may be asked for help, as core/data/readPeers.ts does. */
  function peersFor(wanted: ReturnType<typeof peerKeys>, me: Reachable | null): Peers {
    if (!wanted) return NO_PEERS
    const named = tables.Plea.get(wanted.plea ?? '')
    const asked = named && tables.Claim.get(named.claimId)
    const seeker = named?.personId ?? me?.id
    const places = structures.filter((s) => isOf(seeker, s.id)).map(({ id, name, timeZone }) => ({ id, name, timeZone }))
    const peers = all('Consent').flatMap((k): Peer[] => {
      const claim = tables.Claim.get(k.claimId)
      const place = places.find((s) => s.id === k.choice)
      const person = claim && reachable(claim.personId)
      if (k.what !== 'found' || k.endedAt || !place || !person || person.id === seeker || person.stoppedAt) return []
      const over = claim.revokedAt || claim.withdrawnAt || claim.expiredAt || (claim.validUntil && claim.validUntil <= now())
      if (over || !of('Issuance', claim.id).some((i) => i.state === 'issued') || !isOf(person.id, place.id)) return []
      const channels = person.accounts.filter((a) => !a.unreachableAt).map((a) => a.channel)
      return [{ claim: claim.id, badgeId: claim.badgeId, name: person.name, place, channels }]
    })
    const peer = peers.find((one) => one.claim === (wanted.claim ?? named?.claimId))
    const own = all('Claim').filter((c) => c.personId === me?.id)
    return {
      sought: true,
      places,
      peers,
      peer: peer ? { ...peer, person: reachable(tables.Claim.get(peer.claim)!.personId)! } : null,
      agreed: all('Consent').filter((k) => k.what === 'found' && !k.endedAt && own.some((c) => c.id === k.claimId)),
      plea:
        named && asked && (asked.personId === me?.id || named.personId === me?.id)
          ? { ...named, asker: reachable(named.personId)!, holder: asked.personId, badgeId: asked.badgeId }
          : null,
      pleas: all('Plea').filter((l) => !l.endedAt && own.some((c) => c.id === l.claimId)),
      pleasToday: all('Plea').filter((l) => l.personId === me?.id && Date.parse(l.at) > clock - 86_400_000).length,
    }
  }

  /** Reading of workshops, as core/data/readWorkshop.ts does. */
  function workshopsFor(wanted: ReturnType<typeof workshopKeys>, me: Reachable | null): Workshops {
    if (!wanted) return NO_WORKSHOPS
    const linkedTo = (id: string | null) => {
      const found = id ? reachable(id) : null
      if (!found) return null
      const claims = all('Claim').filter((c) => c.personId === id && !c.withdrawnAt)
      const issuances = (id: string) => all('Issuance').filter((i) => i.claimId === id)
      return {
        ...found,
        tie: tieOf(found.id),
        newest:
          all('Link')
            .filter((l) => l.kind === 'channel' && l.subject === id)
            .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]?.code ?? null,
        claims: claims.map((c) => ({
          badgeId: c.badgeId,
          sent: sending(c) !== undefined,
          left: issuances(c.id).length > 0,
          issued: issuances(c.id).some((i) => i.state === 'issued'),
        })),
      }
    }
    const tieOf = (id: string): Tie | null =>
      (['trainer', 'issuer', 'tutor'] as const).find((role) => all('Membership').some((m) => m.personId === id && m.role === role)) ??
      (all('Endorsement').some((e) => e.endorserId === id) ? 'tutor' : null)
    const latest = all('Enrolment')
      .filter((e) => wanted.latest && e.personId === me?.id)
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
    const named = all('Workshop').find(
      (w) =>
        w.id === wanted.workshop ||
        w.code === wanted.code ||
        (wanted.project && w.id === tables.Project.get(wanted.project)?.workshopId) ||
        (w.spoken && w.spoken === wanted.spoken) ||
        (w.group && w.group === wanted.group),
    )
    const found = named ?? all('Workshop').find((w) => w.id === latest?.workshopId)
    const joined = (id: string | undefined, workshop: string) =>
      all('Enrolment').some((e) => e.personId === id && e.workshopId === workshop)
    const people = all('Enrolment').filter((e) => e.workshopId === found?.id)
    const sent = people.filter((e) =>
      all('Claim').some((c) => c.personId === e.personId && c.workshopId === found?.id && c.sendings.length),
    )
    const left = people.filter((e) => !sent.includes(e))
    const other = all('Workshop').some(
      (w) =>
        (leads(me?.id, w.structureId) && joined(wanted.other ?? '', w.id)) ||
        (leads(wanted.other ?? '', w.structureId) && joined(me?.id, w.id)),
    )
    return {
      workshop: found
        ? {
            ...found,
            enrolled: joined(me?.id, found.id),
            structure: structures.find((s) => s.id === found.structureId)!,
            trainers: all('Membership')
              .filter((m) => m.role === 'trainer' && m.structureId === found.structureId)
              .toSorted((a, b) => Number(b.personId === found.openedBy) - Number(a.personId === found.openedBy))
              .flatMap((m) => reachable(m.personId) ?? []),
            projects: all('Project').filter((p) => p.workshopId === found.id),
          }
        : null,
      workshops: wanted.mine ? all('Workshop').filter((w) => leads(me?.id, w.structureId) && !w.closedAt) : [],
      structures: wanted.mine ? structures.filter((s) => leads(me?.id, s.id)) : [],
      group: wanted.people
        ? {
            joined: people.length,
            started: sent.length,
            sent: sent.length,
            left: left.length,
            names: left.map((e) => ({ name: tables.Person.get(e.personId)?.name ?? null, started: false })),
            told: 0,
            sentSince: 0,
            lost: 0,
          }
        : null,
      other: other ? reachable(wanted.other) : helping(me?.id, wanted.other),
      linked: linkedTo(wanted.linked),
      tie: wanted.linked && me ? tieOf(me.id) : null,
      project: wanted.project ? shared(wanted.project) : null,
    }
  }

  /** The one asked the other for help, and it was passed on. */
  function helping(me: string | undefined, other: string | null) {
    const holder = (plea: Plea) => tables.Claim.get(plea.claimId)?.personId
    const plea = all('Plea').findLast(
      (l) =>
        l.toldAt &&
        !l.endedAt &&
        ((l.personId === other && holder(l) === me) || (l.personId === me && holder(l) === other && l.answeredAt)),
    )
    const person = plea && reachable(other)
    return person ? { ...person, plea } : null
  }

  // ---- a turn

  /** Reads, steps and writes; what it said, or undefined for an event that is known. */
  function turn(event: Event): Message[] | undefined {
    if (known.has(event.key)) return undefined
    let need: Need = {}
    for (let needs = 0; needs < 4; needs++) {
      const stepped = step(throughJson(read(event, need)), throughJson(event), need)
      if ('need' in stepped) {
        need = { ...need, ...stepped.need }
        continue
      }
      known.add(event.key)
      for (const { table, row } of stepped.writes) {
        if (table === 'Claim' && !meanings.has(row.badgeVersionId)) {
          const { badge, issuer } = house.catalogue.badge(row.badgeId)!
          meanings.set(row.badgeVersionId, meaningOf(badge, issuer))
        }
        put(table, throughJson(row))
      }
      for (const job of stepped.jobs) jobs.push({ ...job, due: 'at' in job && job.at ? Date.parse(job.at) : clock })
      clock += 5
      for (const message of stepped.messages) said.push({ ...throughJson(message), sentAt: now(), platformId: `${++ids}` })
      return stepped.messages
    }
    throw new Error('a step keeps asking for more than its world holds')
  }

  let happened = 0
  const happen = (about: About) => turn({ key: `happened:${++happened}`, at: now(), fresh: fresh(), about })

  /** Does every job that is due; with `later`, also those that wait for an undo time. */
  function work({ later = false, refuse = false }: { later?: boolean; refuse?: boolean } = {}): void {
    if (later) clock += 121_000
    for (let n = 0; n < 200; n++) {
      const at = jobs.findIndex((job) => job.due <= clock)
      if (at < 0) return
      const [job] = jobs.splice(at, 1)
      clock += 1
      handle(job!, refuse)
    }
  }

  function handle(job: Job, refuse: boolean): void {
    switch (job.is) {
      case 'fetch-evidence': {
        const about = { claim: job.claim, evidence: job.evidence }
        if (refuse) return void happen({ is: 'evidence-refused', ...about, why: 'too-big' })
        const facts = { mediaType: 'image/jpeg', size: 1000, sha256: 'a', sourceSha256: 'b', file: `${job.evidence}.jpg`, thumbnail: null }
        return void happen({ is: 'evidence-kept', ...about, kept: { kind: tables.Evidence.get(job.evidence)?.kind ?? 'photo', ...facts } })
      }
      case 'settle-verdict':
        return void happen({ is: 'verdict-settled', claim: job.claim, endorsement: job.endorsement, late: job.late })
      case 'settle-sending':
        return void happen({ is: 'sending-settled', claim: job.claim, sentAt: job.sentAt })
      case 'jury-due':
        return void happen({ is: 'jury-due', claim: job.claim, sentAt: job.sentAt })
      case 'forward': {
        return void happen({ is: 'issuance', claim: job.claim, issuance: issued(job.claim, now()) })
      }
      case 'sign-endorsement': {
        const credential = { id: `urn:uuid:${job.endorsement}` }
        return void happen({ is: 'endorsement-signed', claim: job.claim, endorsement: job.endorsement, credential })
      }
      case 'reissue': {
        const issuance = all('Issuance').find((i) => i.claimId === job.claim)!
        return void happen({ is: 'reissued', claim: job.claim, issuance: issuance.id, credential: issuance.credential })
      }
      case 'plan-nudges':
        return plan(job.workshop, job.round)
      case 'ask-first-side':
        return void happen({ is: 'code-opened', person: job.person, code: job.code })
      case 'code-over':
        return void happen({ is: 'code-over', person: job.person, code: job.code })
      case 'join-people':
      case 'cut-off':
        // the database does it (test/journeys/byPage.test.ts, test/journeys/teams/linking.test.ts)
        return
      case 'unreachable':
        return void happen({ is: 'unreachable', person: job.person, since: job.since })
      case 'erase':
        return erase(job.person)
      default:
        return job satisfies never
    }
  }

  function plan(workshopId: string, round: number): void {
    for (const { personId } of all('Enrolment').filter((e) => e.workshopId === workshopId)) {
      const day = now().slice(0, 10)
      const claim = all('Claim').find((c) => c.personId === personId && c.workshopId === workshopId)?.id
      const nudge = { workshopId, personId, round, day, plannedAt: now(), markedAt: now(), outcome: null }
      if (!tables.Nudge.has(`${personId}:${day}`)) happen({ is: 'nudge', nudge, claim })
    }
  }

  function erase(person: string): void {
    for (const claim of all('Claim').filter((c) => c.personId === person)) {
      for (const table of ['Answer', 'Evidence', 'Consent', 'Endorsement', 'Decision', 'Issuance'] as const)
        for (const [key, row] of tables[table]) if (row.claimId === claim.id) tables[table].delete(key)
      for (const [key, row] of tables.Plea) if (row.claimId === claim.id) tables.Plea.delete(key)
      tables.Claim.delete(claim.id)
    }
    for (const [key, row] of tables.Link) if (row.kind === 'endorse' && !tables.Endorsement.has(row.subject)) tables.Link.delete(key)
    for (const [key, row] of tables.Membership) if (row.personId === person) tables.Membership.delete(key)
    for (const row of all('Endorsement'))
      if (row.endorserId === person) put('Endorsement', { ...row, endorserId: null, name: null, role: null, anonymous: true })
    for (const row of [...all('Review')]) if (!tables.Claim.has(row.claimId)) tables.Review.delete(row.id)
    for (const row of all('Decision')) if (row.by === person) put('Decision', { ...row, by: null, byName: null })
    for (const table of ['Enrolment', 'Nudge', 'Account', 'Plea'] as const)
      for (const [key, row] of tables[table]) if (row.personId === person) tables[table].delete(key)
    tables.Person.delete(person)
  }

  // ---- people

  let people = 0

  /** Somebody with a phone. */
  function person(fullName = 'Awa Diallo', locale = options.locale ?? 'fr') {
    const externalId = `${++people}`
    const from = {
      channel: 'telegram',
      externalId,
      chat: externalId,
      place: 'private' as const,
      fullName,
      firstName: fullName.split(' ')[0],
      locale,
    }
    const inbound = (event: InboundEvent, more: Partial<Inbound> = {}): Inbound => {
      clock += 1000
      return { key: `telegram:${++ids}`, from, event, platformAt: now(), messageId: `${++ids}`, receivedAt: now(), fresh: fresh(), ...more }
    }
    const does = (event: InboundEvent, more?: Partial<Inbound>): Message[] => turn(inbound(event, more)) ?? []
    const heard = () => said.filter((m) => m.chat === externalId)
    const last = () => heard().at(-1)?.body ?? { text: '' }
    return {
      from,
      inbound,
      does,
      heard,
      last,
      starts: (code = '') => does({ is: 'start', code }),
      says: (text: string, more?: Partial<Inbound>) => does({ is: 'text', text }, more),
      taps: (data: string) => does({ is: 'choice', data }),
      /** The n-th numbered choice of the last message that has one. */
      chooses(n: number) {
        const choices = heard().findLast((m) => numbered(m.body.choices).length)?.body.choices
        return does({ is: 'choice', data: numbered(choices)[n - 1]!.data })
      },
      sends: (
        kind: 'photo' | 'voice' | 'video' | 'document' = 'photo',
        more: { album?: string; caption?: string; seconds?: number } = {},
      ) => does({ is: 'media', kind, media: { channel: 'telegram', file: `file-${++ids}` }, ...more }),
      /** The row, as it stands. */
      row: () => all('Person').find((p) => all('Account').some((a) => a.externalId === externalId && a.personId === p.id)),
      focus: () =>
        readFocus(all('Person').find((p) => all('Account').some((a) => a.externalId === externalId && a.personId === p.id))?.focus),
    }
  }

  return {
    all,
    put,
    said,
    jobs,
    structures,
    read,
    turn,
    happen,
    work,
    person,
    claim: (id: string) => pinned(tables.Claim.get(id)),
    /** The catalogue from now on; open claims keep what they pinned. */
    edit(change: (before: Catalogue) => Catalogue) {
      house = houseWith(change(house.catalogue))
    },
    catalogue: () => house.catalogue,
    pass(seconds: number) {
      clock += seconds * 1000
    },
    now,
  }
}

export type Townsperson = ReturnType<Town['person']>

export const numbered = (choices: Choice[] | undefined): Choice[] => (choices ?? []).filter((c) => !c.control)

/** The same value, as a database would give it back; functions of the house stay what they are. */
function throughJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null || !('house' in value)) return JSON.parse(JSON.stringify(value)) as T
  const { house, ...rest } = value as Record<string, unknown>
  return { ...JSON.parse(JSON.stringify(rest)), house } as T
}
