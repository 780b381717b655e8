// A journey in Teams: the whole program over HTTP, with a Teams of our own beside it, a real database, and people who talk.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Program, type ProgramOptions, startProgram } from '../../../bots/program.ts'
import { type Environment, readSettings } from '../../../bots/settings.ts'
import type { Language } from '../../../core/model/rows.ts'
import { APP_ID, type Brought, type Chat, type FakeTeams, openFakeTeams, type Person, type Seen } from '../../fakes/teams/index.ts'
import { transcribe } from '../../fakes/teams/transcript.ts'
import { freshDatabaseUrl } from '../../setup/freshDatabase.ts'
import { TEMPLATE } from '../../setup/cluster.ts'
import { comeToRest } from '../atRest.ts'
import type { Heard } from '../people.ts'
import { fresh, hurry, UNDO } from '../world.ts'

export type TeamsJourney = {
  teams: FakeTeams
  program: Program
  environment: Environment
  restart: () => Promise<void>
  rows: <Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
  /** Resolves once all is taken in, done that is due, and said that is to be said. */
  idle: () => Promise<void>
  /** The same, once every undo time is over. */
  settled: () => Promise<void>
  /** What waits for its time is due now; how many jobs. */
  hurry: () => Promise<number>
  stop: () => Promise<void>
}

/** Our people answer within milliseconds, a hundred times as fast as others: the pace at which we speak (bots/teams/pace.ts) keeps up with them. */
const stopwatch = () => performance.now() * 100

export async function openTeamsJourney(changes: Environment = {}, options: ProgramOptions = {}): Promise<TeamsJourney> {
  const teams = await openFakeTeams()
  const databaseUrl = await freshDatabaseUrl(TEMPLATE)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'declic-teams-journey-'))
  const environment: Environment = {
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    TEAMS: 'dev',
    MicrosoftAppId: APP_ID,
    PUBLIC_URL: 'http://localhost:3978',
    UNDO_SECONDS: String(UNDO),
    LOG_LEVEL: 'warn',
    ...changes,
  }
  const start = async () => {
    const started = await startProgram(readSettings(environment), { fresh, botFramework: { stopwatch }, ...options })
    teams.endpoint = `${started.address}/api/messages`
    return started
  }
  let program = await start()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const rows: TeamsJourney['rows'] = async (text, values) => (await pool.query(text, values)).rows
  const idle: TeamsJourney['idle'] = () => comeToRest(pool, () => teams.bringer.pending, options.now)
  return {
    teams,
    get program() {
      return program
    },
    environment,
    rows,
    idle,
    async settled() {
      await idle()
      while (await hurry(pool, program)) await idle()
    },
    hurry: () => hurry(pool, program),
    async restart() {
      await program.stop()
      program = await start()
    },
    async stop() {
      await program.stop()
      await teams.close()
      await pool.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type Speaker = {
  name: string
  phone: Person
  language: Language
  says: (text: string) => Promise<Seen[]>
  starts: (code?: string) => Promise<Seen[]>
  taps: (label: string | number) => Promise<Seen[]>
  does: (act: (phone: Person) => unknown) => Promise<Seen[]>
  last: () => Seen
}

export type TeamsCast = {
  /** `facts`: what else Teams says of them. */
  person: (letter: 'L' | 'T' | 'F', name: string, language?: Language, facts?: { tenant?: string }) => Speaker
  group: (title: string, place?: 'groupChat' | 'channel') => Chat
  scene: (title: string) => void
  waits: () => Promise<void>
  page: (title: string) => string
  heard: Heard[]
}

const SPOKEN = /«\s[A-Z]{3,} \d\d\s»/g
const PAGE = /\/w\/[a-z]+-\d\d/g

/** People, and the conversation as it went: each act waits until the program has come to rest, so that two runs read alike. */
export function openCast(journey: TeamsJourney): TeamsCast {
  const { bot } = journey.teams
  const people: { speaker: Speaker; letter: 'L' | 'T' | 'F' }[] = []
  const screens: { name: string; chat: Chat; told: number; owner?: Speaker; letter?: string }[] = []
  const lines: string[] = []
  const heard: Heard[] = []
  let shown: Chat | undefined
  let begun = false
  const letterOf = (id: string) => people.find(({ speaker }) => speaker.phone.facts.id === id)?.letter ?? 'L'

  /** Writes down what was said since; whoever acted comes first. */
  const record = (actor?: Speaker) => {
    for (const screen of screens.toSorted((a, b) => Number(b.owner === actor) - Number(a.owner === actor))) {
      const story = screen.chat.story.slice(screen.told)
      screen.told = screen.chat.story.length
      if (!story.length) continue
      for (const entry of story) {
        if (entry.is !== 'message' || entry.message.by !== bot.id) continue
        const text = transcribe([entry], bot.id, letterOf)
          .split('\n')
          .filter((line) => !/^\s+\[/.test(line) && !line.includes('*'))
          .map((line) => line.replace(/^B? +/, ''))
          .join('\n')
        if (text) heard.push({ text, language: screen.owner?.language ?? 'fr', reader: screen.letter === 'L' ? 'learner' : 'professional' })
      }
      if (shown !== screen.chat) lines.push('', `**${screen.name}**`, '')
      shown = screen.chat
      const said = transcribe(story, bot.id, letterOf)
        .replace(SPOKEN, '« LUNE 42 »')
        .replace(PAGE, '/w/lune-42')
        .replace(/\b[0-9a-f]{32}\b/g, '…')
      lines.push(...said.split('\n').map((line) => `    ${line}`.trimEnd()))
    }
  }

  const person: TeamsCast['person'] = (letter, name, language = 'fr', facts = {}) => {
    const phone = journey.teams.person({ name, locale: language === 'fr' ? 'fr-FR' : 'en-GB', ...facts })
    let readUpTo = 0
    const speaker: Speaker = {
      name,
      phone,
      language,
      says: (text) => speaker.does(() => phone.says(text)),
      starts: (code) => speaker.does(() => phone.starts(code)),
      taps: (label) => speaker.does(() => phone.taps(label)),
      async does(act) {
        const brought = (await act(phone)) as Brought | undefined
        if (brought?.status && brought.status !== 200) throw new Error(`Teams was answered with ${brought.status}`)
        await journey.idle()
        record(speaker)
        const all = phone.messages()
        const seen = all.slice(readUpTo)
        readUpTo = all.length
        return seen
      },
      last: () => phone.messages().at(-1)!,
    }
    people.push({ speaker, letter })
    screens.push({ name, chat: phone.chat, told: 0, owner: speaker, letter })
    return speaker
  }

  return {
    person,
    group(title, place) {
      const chat = journey.teams.group(place)
      screens.push({ name: `${title} (${place === 'channel' ? 'channel' : 'group'})`, chat, told: 0 })
      return chat
    },
    heard,
    scene(title) {
      record()
      if (!begun) lines.length = 0
      begun = true
      lines.push('', `## ${title}`)
      shown = undefined
    },
    async waits() {
      await journey.settled()
      record()
    },
    page(title) {
      record()
      return `# ${title}\n${lines.join('\n')}\n`
    },
  }
}

/** The code of the Teams link that stands in one of these messages. */
export function codeIn(seen: Seen[]): string {
  const text = seen.map((one) => one.text).join('\n')
  const found = /%2Fstart%20([A-Za-z0-9_-]+)/.exec(text)
  if (!found) throw new Error(`no start link in « ${text} »`)
  return found[1]!
}
