// The tab in Teams. Loaded only where Teams is configured.
import type { Site } from '../site.ts'
import { MICROSOFT_KEYS, openKeys } from './keys.ts'

export { tabRoutes } from './routes.ts'

export type TabOptions = {
  appId: string
  /** Tenants that may come in; none: all. */
  tenants: string[]
  /** Where the keys of Microsoft's sign-in are, if not at Microsoft's. */
  keys?: string
  /** Milliseconds. */
  now: () => number
}

/** Ids in lower case, as tokens and accounts have them. */
export const openTab = ({ appId, tenants, keys = MICROSOFT_KEYS, now }: TabOptions): NonNullable<Site['tab']> => ({
  appId: appId.toLowerCase(),
  tenants: tenants.map((tenant) => tenant.toLowerCase()),
  keys: openKeys(keys, now),
})
