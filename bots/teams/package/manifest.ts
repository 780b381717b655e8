// The manifest of the app package, and its English: Microsoft's « Teams app manifest » 1.29, with the bot, the tab and single sign-on.
import { resourceOf } from '../../web/tab/token.ts'
import { type PackageWords, WORDS } from './words.ts'

export type PackageValues = {
  appId: string
  /** https, without a trailing slash. */
  publicUrl: string
  /** Of the program, as in package.json: Teams takes a package for new by it. */
  version: string
}

const VERSION = '1.29'
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${VERSION}`

export function manifestOf({ appId, publicUrl, version }: PackageValues) {
  const words = WORDS.fr
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version,
    // the application's own id is as good as any, and the same each time: a second package replaces the first
    id: appId,
    localizationInfo: { defaultLanguageTag: 'fr', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    developer: {
      name: 'Déclic',
      websiteUrl: `${publicUrl}/teams/about`,
      privacyUrl: `${publicUrl}/teams/about#data`,
      termsOfUseUrl: `${publicUrl}/teams/about#terms`,
    },
    name: { short: 'Déclic', full: 'Déclic' },
    description: { short: words.short, full: words.full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0f5c55',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: words.personal },
          { scopes: ['team', 'groupChat'], commands: words.group },
        ],
      },
    ],
    // the conversation comes first: it is where everybody begins
    staticTabs: [
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'claims', name: words.tabs.claims, contentUrl: `${publicUrl}/teams/claims`, scopes: ['personal'] },
      {
        entityId: 'follow-up',
        name: words.tabs.followUp,
        contentUrl: `${publicUrl}/teams/follow-up`,
        websiteUrl: `${publicUrl}/trainer`,
        scopes: ['personal'],
      },
      { entityId: 'about', scopes: ['personal'] },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
    webApplicationInfo: { id: appId, resource: resourceOf({ appId, publicUrl }) },
  }
}

/** What the manifest says, in English: the same keys as there, so that nothing stays French. */
export function englishOf() {
  const words = WORDS.en
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': 'Déclic',
    'name.full': 'Déclic',
    'description.short': words.short,
    'description.full': words.full,
    'staticTabs[1].name': words.tabs.claims,
    'staticTabs[2].name': words.tabs.followUp,
    ...commandsOf(words),
  }
}

const commandsOf = ({ personal, group }: PackageWords): Record<string, string> =>
  Object.fromEntries(
    [personal, group].flatMap((list, n) =>
      list.flatMap(({ title, description }, m) => {
        const key = `bots[0].commandLists[${n}].commands[${m}]`
        return [
          [`${key}.title`, title],
          [`${key}.description`, description],
        ]
      }),
    ),
  )
