// One program, seen from Teams and from Telegram at once.
import { afterAll, beforeAll } from 'vitest'
import type { Environment } from '../../../bots/settings.ts'
import { type FakeTelegram, openFakeTelegram } from '../../fakes/telegram/index.ts'
import { openPage } from '../page.ts'
import { openCast as openTelegramCast, type Speaker as OnTelegram } from '../people.ts'
import { BADGE, WORDS } from '../walk.ts'
import type { Journey } from '../world.ts'
import { openCast, openTeamsJourney, type Speaker, type TeamsJourney } from './world.ts'

const { fr } = WORDS

/** Opened before the tests of a file, and closed after them. `changes`: settings, looked up once a folder they name is there. */
export function twoChannels(changes: () => Promise<Environment> = async () => ({})) {
  let telegram: FakeTelegram
  let journey: TeamsJourney
  /** The same program, as somebody sees it from Telegram. */
  let beside: Journey
  beforeAll(async () => {
    telegram = await openFakeTelegram()
    journey = await openTeamsJourney({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, ...(await changes()) })
    const idle = async () => {
      do await journey.idle()
      while (telegram.updates.pendingCount > 0)
      await journey.idle()
    }
    const settled = () => journey.settled()
    const get: Journey['get'] = (where, init) => fetch(`${journey.program.address}${where}`, { redirect: 'manual', ...init })
    beside = {
      ...journey,
      telegram,
      program: journey.program,
      databaseUrl: '',
      dataDir: '',
      idle,
      settled,
      get,
      restart: () => journey.restart(),
    }
  })
  afterAll(async () => {
    await journey?.stop()
    await telegram?.close()
  })

  const people = () => ({ teams: openCast(journey), phone: openTelegramCast(beside) })
  const ownerOf = async (id: string | number) =>
    (await journey.rows<{ id: string }>(`select "personId" as id from "Account" where "externalId" = $1`, [String(id)]))[0]!.id
  const personOnPhone = (one: OnTelegram) => ownerOf(one.phone.id)

  /** « relier » in Teams, the code in Telegram, a yes there. */
  async function opens(here: Speaker, there: OnTelegram): Promise<string> {
    const code = /start=([0-9a-f]{32})/.exec((await here.says('relier')).map(({ text }) => text).join('\n'))![1]!
    await there.starts(code)
    return code
  }

  const telegramSays = (one: OnTelegram) => one.phone.transcript()
  const teamsSays = (one: Speaker) =>
    one.phone
      .messages()
      .map(({ text }) => text)
      .join('\n')

  async function begins(speaker: Speaker) {
    await speaker.starts(BADGE)
    await speaker.taps(fr.yes)
    await speaker.taps(fr.yes)
  }

  const teamsId = async (one: Speaker): Promise<string> =>
    (
      await journey.rows<{ externalId: string }>(
        `select "externalId" from "Account" where channel = 'teams' and "profileName" = $1 order by "seenAt" desc limit 1`,
        [one.name],
      )
    )[0]!.externalId
  const codeOf = (seen: { text: string }[]) =>
    [
      ...seen
        .map(({ text }) => text)
        .join('\n')
        .matchAll(/\b([0-9a-f]{32})\b/g),
    ].at(-1)![1]!
  const wordsOf = (name: string) =>
    journey.rows<{ text: string }>(
      `select text from "Answer" a join "Claim" c on c.id = a."claimId" join "Person" p on p.id = c."personId" where p.name = $1 and text is not null order by a.at`,
      [name],
    )
  /** A browser that opens what a chat gave, as the page of whoever has it. */
  async function entersIn(code: string) {
    const entered = await openPage(beside).request(`/chat/in/${code}`, { method: 'POST', body: new URLSearchParams() })
    const own = openPage(beside, entered.headers.get('set-cookie')!.split(';')[0]!)
    await beside.idle()
    return own
  }
  /** `lea` is a trainer of Nord, with a workshop that is open. */
  async function leads(lea: Speaker): Promise<string> {
    await lea.says('bonjour')
    await journey.rows(
      `insert into "Structure" (id, name, "organisationId") values ('nord', 'Nord', 'insertion-reseau') on conflict do nothing`,
    )
    await journey.rows(`insert into "Membership" ("personId", "structureId", role, since) values ($1, 'nord', 'trainer', now())`, [
      await ownerOf(await teamsId(lea)),
    ])
    await lea.says('atelier')
    await lea.says('équipe')
    await lea.taps('Dans 2 heures')
    const [opened] = await journey.rows<{ code: string }>(`select code from "Workshop" where "openedBy" = $1`, [
      await ownerOf(await teamsId(lea)),
    ])
    return opened!.code
  }

  return {
    get journey() {
      return journey
    },
    get beside() {
      return beside
    },
    people,
    ownerOf,
    personOnPhone,
    opens,
    telegramSays,
    teamsSays,
    begins,
    teamsId,
    codeOf,
    wordsOf,
    entersIn,
    leads,
  }
}
