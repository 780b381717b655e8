// The app package: one zip that an administrator uploads. The same settings give the same bytes, so that two can be compared.
import { strToU8, zipSync } from 'fflate'
import { Refusal } from '../../cli/refusal.ts'
import { isLoopback, type Settings } from '../../settings.ts'
import { colourIcon, outlineIcon } from './icons.ts'
import { englishOf, manifestOf } from './manifest.ts'

/** The beginning of time in a zip, read in the local time zone as zips are written. */
const NO_TIME = new Date(1980, 0, 1)

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Throws a `Refusal` that says which setting is missing, and what it should be. */
export function buildPackage({ teams, publicUrl }: Pick<Settings, 'teams' | 'publicUrl'>, version: string): Uint8Array {
  if (!teams?.appId)
    throw new Refusal('MicrosoftAppId is missing: the package carries the id of your app registration (docs/teams.md, step 1)')
  if (!GUID.test(teams.appId))
    throw new Refusal(`MicrosoftAppId is "${teams.appId}": Teams wants the id of the registration, 32 digits and letters a to f`)
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol !== 'https:' || isLoopback(hostname)) {
    throw new Refusal(`PUBLIC_URL is ${publicUrl}: Teams opens pages by https only, at a name that everybody reaches`)
  }
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`)
  const files = {
    'manifest.json': json(manifestOf({ appId: teams.appId.toLowerCase(), publicUrl, version })),
    'en.json': json(englishOf()),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  }
  return zipSync(files, { level: 9, mtime: NO_TIME })
}
