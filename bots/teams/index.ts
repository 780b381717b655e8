// The Teams channel: botbuilder authenticates activities and gets the bot's tokens; reading, committing, cards and sending are ours. Its
// types stay in this folder, so that another SDK, when botbuilder's time is over, is a change of this folder alone.
import { randomUUID } from 'node:crypto'
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import type { Conversations } from '../../core/data/conversations.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Channel, Intake } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import type { TeamsSettings } from '../settings.ts'
import { deepLink } from '../web/tab/deepLink.ts'
import { Adapter } from './adapter.ts'
import { load, type Sources } from './attach.ts'
import { Authentication } from './authentication.ts'
import { openAgent, openConnector } from './connector.ts'
import { openConsents } from './consent.ts'
import { credentialsOf, identityOf, makeToken } from './credentials.ts'
import { makeFetchMedia } from './fetchMedia.ts'
import { devHosts, type Hosts, MICROSOFT } from './hosts.ts'
import { makeMessages, type Messages } from './messages.ts'
import { openPace } from './pace.ts'
import { openReferences } from './reference.ts'
import { makeSend } from './send.ts'
import { startLink } from './startLink.ts'
import type { SettleTap } from './tap.ts'

export type TeamsOptions = Sources & {
  settings: TeamsSettings
  intake: Intake
  conversations: Conversations
  settleTap: SettleTap
  log: Log
  now: () => Instant
  fresh: () => string[]
  /** Other endpoints than Microsoft's, credentials and hosts that fit them, and another patience: tests. */
  endpoints?: ConfigurationBotFrameworkAuthenticationOptions
  credentials?: ServiceClientCredentialsFactory
  hosts?: Hosts
  patience?: number
  /** Milliseconds that pass, for the pace at which we speak. */
  stopwatch?: () => number
}

export type TeamsChannel = Channel & { messages: Messages }

/** Microsoft's connector for chats of any region (learn.microsoft.com, "Send proactive messages"). */
const EVERYWHERE = 'https://smba.trafficmanager.net/teams/'

export function openTeams(options: TeamsOptions): TeamsChannel {
  const { settings, intake, conversations, settleTap, log, now, fresh, evidence, pictures, endpoints = {}, patience } = options
  const { appId, password, dev, tenants } = settings
  const hosts = options.hosts ?? (dev ? devHosts() : MICROSOFT)
  const credentials = options.credentials ?? credentialsOf(settings)
  const adapter = new Adapter(new Authentication({ ...identityOf(settings), ...endpoints }, credentials, dev))
  const token = makeToken(settings, credentials, endpoints)

  const agent = openAgent()
  const connector = openConnector({ agent, token, trusts: hosts.service })
  const elsewhere =
    dev || options.hosts ? undefined : { serviceUrl: EVERYWHERE, bot: `28:${appId}`, place: 'private' as const, removals: 0 }
  const references = openReferences(conversations, now)
  const sources = { evidence, pictures }
  const consents = openConsents({
    secret: password || randomUUID(),
    load: (attachment) => load(attachment, sources),
    connector,
    agent,
    trusts: hosts.files,
    log,
  })
  return {
    name: 'teams',
    // a bot's chat has no microphone, but takes audio files
    capabilities: { chat: true, voice: false, photo: true, files: true, deepLinks: true },
    send: makeSend({ elsewhere, connector, references, consents, sources, pace: openPace(options.stopwatch), log }),
    fetchMedia: makeFetchMedia({ agent, token, hosts }),
    startLink: (code) => (appId ? startLink(appId, code) : undefined),
    // as where the tab is (program.ts): with an app of Microsoft's
    pageLink: appId ? ({ of, claim }) => deepLink(appId.toLowerCase(), of === 'mine' ? 'claims' : 'follow-up', claim) : undefined,
    messages: makeMessages({ adapter, intake, references, connector, consents, settleTap, hosts, tenants, log, now, fresh, patience }),
    stop: () => agent.destroy(),
  }
}
