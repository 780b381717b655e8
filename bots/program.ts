// The whole program, put together: what is not configured is not loaded.
import { writeCatalogue } from '../core/data/catalogue.ts'
import { openCommitter } from '../core/data/commit.ts'
import { openDatabase } from '../core/data/database.ts'
import { openJobs, type Queue } from '../core/data/jobs.ts'
import { holdRoles, type Role } from '../core/data/lock.ts'
import { openOutbox } from '../core/data/outbox.ts'
import { revoke, type Revoking } from '../core/data/revoke.ts'
import { openEvidenceStore } from '../core/evidence/index.ts'
import { openBackends } from '../core/issuing/index.ts'
import { type NetworkRules, openNetwork } from '../core/checking/network.ts'
import type { Channel } from '../dialogs/vocabulary.ts'
import { openAttachments } from './attachments.ts'
import { catalogueOf } from './cli/catalogueOf.ts'
import { openDelivery } from './delivery.ts'
import { freshIds } from './freshIds.ts'
import { makeHouse, readTexts } from './house.ts'
import { makeIntake } from './intake.ts'
import { openIdentity } from './identity.ts'
import { openLog } from './log.ts'
import { openPace } from './pace.ts'
import type { Settings } from './settings.ts'
import type { TeamsOptions } from './teams/index.ts'
import { makeTurn } from './turn.ts'
import type { Site } from './web/site.ts'

export type ProgramOptions = {
  role?: Role
  /** The clock and the ids of every event; tests bring their own. */
  now?: () => string
  fresh?: () => string[]
  remindersMs?: number
  /** Where the keys of Microsoft's sign-in are; tests bring their own. */
  microsoftKeys?: string
  /** Where the Bot Framework's keys, tokens and services are, when they are not Microsoft's, and a faster watch: tests and the bench bring their own. */
  botFramework?: Pick<TeamsOptions, 'endpoints' | 'credentials' | 'hosts' | 'stopwatch'>
  /** Where a check of a badge may go; tests allow loopback. */
  checks?: NetworkRules
}

export type Program = {
  address: string
  /** Looks at once for a job that somebody else has put into the queue, or has made due; without it within a second. */
  wake: (queue: Queue) => void
  stop: () => Promise<void>
}

export async function startProgram(settings: Settings, options: ProgramOptions = {}): Promise<Program> {
  const { role, now = () => new Date().toISOString(), fresh = freshIds, remindersMs, microsoftKeys, botFramework, checks } = options
  const roles: Role[] = role ? [role] : ['web', 'worker']
  const log = openLog(settings.logLevel)
  /** What ends it, in the reverse order of its beginning. */
  const ends: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end().catch((error) => log.error({ err: error }, 'an end was not clean'))
  }

  try {
    // before the database: a wrong catalogue stops here, with nothing begun
    const [catalogue, texts] = await Promise.all([catalogueOf(settings, log), readTexts()])
    const database = await openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl, log })
    ends.push(() => database.stop())
    const { pool, prisma } = database
    const held = await holdRoles(database, settings.dataDir, roles, (error) => {
      log.fatal(error.message)
      process.kill(process.pid, 'SIGTERM')
    })
    ends.push(() => held.release())

    const versionOf = await writeCatalogue(prisma, catalogue)
    const evidence = await openEvidenceStore({ dataDir: settings.dataDir, evidenceUrl: settings.evidenceUrl, s3: settings.s3 })
    const channels = new Map<string, Channel>()
    const attachments = openAttachments({ database, evidence, catalogue, texts, channel: (name) => channels.get(name) })
    const jobs = await openJobs(pool, (error) => log.error({ err: error }, 'jobs'))
    ends.push(() => jobs.stop())

    const channel = (channelName: string) => channels.get(channelName)
    const house = makeHouse({ settings, catalogue, texts, versionOf, channels })
    const outbox = openOutbox(pool, held.name)
    await outbox.takeBack(0, [])
    const pace = openPace()
    const delivery = openDelivery({ outbox, channel, channels: () => [...channels.keys()], log, now, pace })
    const turn = makeTurn({ pool, commit: await openCommitter(pool, held.name), house, deliver: delivery.deliver, wake: jobs.wake, now })
    const intake = makeIntake({ turn, jobs, log })
    const identity = openIdentity({ settings, database, catalogue })
    const backends = openBackends({
      dataDir: settings.dataDir,
      publicUrl: settings.publicUrl,
      ...settings.backends,
      clock: () => Date.parse(now()),
      organisation: identity.organisation,
    })

    const telegram = settings.telegram && (await openTelegramChannel())
    const teams = settings.teams && (await openTeamsChannel(settings.teams))
    const mail = settings.mail && (await openMailChannel())
    const { openBrowser, openWeb } = await import('./web/index.ts')
    const browser = await openBrowser(settings)
    const web = settings.playground ? await openWeb(settings) : undefined
    for (const opened of [telegram, teams, mail, web, browser]) if (opened) channels.set(opened.name, opened)
    ends.push(async () => {
      for (const opened of channels.values()) await opened.stop()
    })
    ends.push(() => delivery.stop())

    async function openTelegramChannel() {
      const { token, apiRoot, webhookSecret } = settings.telegram!
      const { openTelegram } = await import('./telegram/index.ts')
      const { holdingLock } = await import('../core/data/lease.ts')
      return openTelegram({
        token,
        apiRoot,
        webhook: webhookSecret ? { url: `${settings.publicUrl}/telegram/webhook`, secret: webhookSecret } : undefined,
        intake,
        log,
        evidence,
        pictures: attachments.make,
        lease: holdingLock(database, 'telegram polling'),
        moved: (from, to) => outbox.moved('telegram', from, to),
        now,
        fresh,
      })
    }

    async function openTeamsChannel(teamsSettings: NonNullable<Settings['teams']>) {
      const { openTeams } = await import('./teams/index.ts')
      const { openConversations } = await import('../core/data/conversations.ts')
      const { settleTap } = await import('../core/data/tapped.ts')
      return openTeams({
        settings: teamsSettings,
        intake,
        log,
        evidence,
        pictures: attachments.make,
        conversations: openConversations(pool, 'teams'),
        settleTap: ({ chat, ...tap }) => settleTap(pool, { ...tap, to: `teams:${chat}` }),
        now,
        fresh,
        ...botFramework,
      })
    }

    async function openMailChannel() {
      const { openMail } = await import('./mail/index.ts')
      const { openMailSecret } = await import('../core/mail/secret.ts')
      const { holdingLock } = await import('../core/data/lease.ts')
      return openMail({
        settings: settings.mail!,
        publicUrl: settings.publicUrl,
        pool,
        texts,
        evidence,
        secret: await openMailSecret(settings.dataDir),
        intake,
        happen: async (key, about) => void (await turn({ key, at: now(), fresh: fresh(), about })),
        log,
        lease: holdingLock(database, 'mailbox'),
        now,
        fresh,
      })
    }

    /** Few look at one, so that what it takes is opened by the first who does. */
    function openPreview() {
      let opened: ReturnType<typeof openCommitter> | undefined
      return async (badge: string, language: 'fr' | 'en') => {
        const { previewOf } = await import('./talk/preview.ts')
        opened ??= openCommitter(pool, `preview-${held.name}`)
        return previewOf({ settings, database, catalogue, log, language, commit: await opened }, badge)
      }
    }

    async function openTeamsTab({ appId, tenants, appType, tenantId }: NonNullable<Settings['teams']>) {
      const { openTab, tabRoutes } = await import('./web/tab/index.ts')
      const ownTenant = appType === 'SingleTenant' && tenantId ? [tenantId] : []
      const tab = openTab({ appId, tenants: tenants?.length ? tenants : ownTenant, keys: microsoftKeys, now: () => Date.parse(now()) })
      return { tab, routes: (site: Site) => tabRoutes({ ...site, tab }, settings.helpContact) }
    }

    let address = ''
    if (roles.includes('web')) {
      const { openServer } = await import('./server/index.ts')
      const { chatRoutes, pageRoutes, playgroundRoutes, previewRoutes } = await import('./web/index.ts')
      const { openNearby } = await import('../core/data/nearby.ts')
      const { telegramRoutes } = await import('./telegram/route.ts')
      const { teamsRoutes } = await import('./teams/route.ts')
      const teamsTab = settings.teams?.appId ? await openTeamsTab(settings.teams) : undefined
      const site = {
        publicUrl: settings.publicUrl,
        timeZone: settings.timeZone,
        prisma,
        evidence,
        catalogue,
        intake,
        log,
        attachment: attachments.make,
        badgeSvg: attachments.badgeSvg,
        issuer: identity.pages(backends),
        network: openNetwork(checks),
        revoke: async (revoking: Omit<Revoking, 'fresh' | 'at'>) => {
          const done = await revoke(pool, { ...revoking, at: now(), fresh: fresh() })
          jobs.wake('event')
          return done
        },
        undoSeconds: house.undoSeconds,
        letterReader: mail?.readerOf,
        nearby: await openNearby(pool, settings.dataDir),
        telegramLink: (code: string) => telegram?.startLink(code),
        startLink: (code: string) => house.startLinks(code, 'telegram')[0],
        texts: house.texts,
        tab: teamsTab?.tab,
        now: () => new Date(now()),
      }
      const server = await openServer({
        settings,
        log,
        ready: () => reasonsWhyNot(() => pool.query('select 1')),
        routes: [
          ...pageRoutes(site),
          ...chatRoutes(site, browser),
          ...(web ? [...playgroundRoutes(site, web), ...previewRoutes(catalogue, openPreview())] : []),
          ...(telegram ? telegramRoutes(telegram) : []),
          ...(teams ? teamsRoutes(teams) : []),
          ...(teamsTab?.routes(site) ?? []),
        ],
      })
      ends.push(() => server.close())
      address = server.address
      if (telegram) await telegram.start()
    }
    delivery.start()
    if (roles.includes('worker')) {
      mail?.start()
      const { startWork } = await import('./jobs/index.ts')
      const stopWork = await startWork({
        settings,
        database,
        jobs,
        turn,
        evidence,
        backends,
        catalogue,
        texts,
        channel,
        pace,
        log,
        now,
        fresh,
        remindersMs,
      })
      // what a job says at the end still leaves: jobs end before delivery and channels do
      ends.push(() => jobs.stop(), stopWork)
    }
    return { address, wake: jobs.wake, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function reasonsWhyNot(query: () => Promise<unknown>): Promise<string[]> {
  try {
    await query()
    return []
  } catch {
    return ['the database does not answer']
  }
}
