// The issuing backends that are configured; what is not configured is not loaded.
import { BACKENDS, type BackendName, NEEDED } from '../model/backends.ts'
import type { BadgrSettings } from './badgr/index.ts'
import type { Issuer } from './builtin/issuer.ts'
import type { IssuingOrganisation } from './builtin/organisation.ts'
import type { DccSettings } from './dcc/index.ts'
import type { ObfSettings } from './openbadgefactory/index.ts'
import type { Backend } from './port.ts'
import type { WebhookSettings } from './webhook/index.ts'

export type { BackendName } from '../model/backends.ts'

/** Of each backend that somebody else runs; undefined: not configured. */
export type BackendSettings = {
  openbadgefactory?: ObfSettings
  badgr?: Omit<BadgrSettings, 'publicUrl'>
  dcc?: Omit<DccSettings, 'publicUrl' | 'organisation'>
  webhook?: WebhookSettings
}

export type IssuingSettings = BackendSettings & {
  dataDir: string
  /** Without trailing slash. */
  publicUrl: string
  /** Milliseconds; the machine's unless somebody brings one. */
  clock?: () => number
  /** Who issues under this id; undefined: nobody. */
  organisation: (id: string) => Promise<IssuingOrganisation | undefined>
}

export type Backends = {
  /** Throws, naming what is missing, when the backend is not configured. */
  backendFor: (name: BackendName) => Promise<Backend>
  /** The built-in issuer of an organisation; its key is made when it has none. Throws when nobody issues under this id. */
  issuerOf: (organisation: string) => Promise<Issuer>
}

export const isConfigured = (name: BackendName, settings: BackendSettings): boolean => name === 'builtin' || settings[name] !== undefined

export const configuredBackends = (settings: BackendSettings): BackendName[] => BACKENDS.filter((name) => isConfigured(name, settings))

export function openBackends(settings: IssuingSettings): Backends {
  const { dataDir, publicUrl, organisation } = settings
  const issuers = new Map<string, ReturnType<Backends['issuerOf']>>()
  const backends = new Map<BackendName, Promise<Backend>>()

  async function openIssuerOf(id: string) {
    const known = await organisation(id)
    if (!known) throw new Error(`no organisation ${id} issues badges here`)
    const { openIssuer } = await import('./builtin/index.ts')
    return openIssuer({ dataDir, publicUrl, organisation: known })
  }

  async function make(name: BackendName): Promise<Backend> {
    switch (name) {
      case 'builtin': {
        const { builtinBackend } = await import('./builtin/index.ts')
        return builtinBackend(publicUrl, issuerOf)
      }
      case 'openbadgefactory': {
        const { obfBackend } = await import('./openbadgefactory/index.ts')
        return obfBackend({ clock: settings.clock, ...(settings.openbadgefactory ?? absent(name)) })
      }
      case 'badgr': {
        const { badgrBackend } = await import('./badgr/index.ts')
        return badgrBackend({ ...(settings.badgr ?? absent(name)), publicUrl })
      }
      case 'dcc': {
        const { dccBackend } = await import('./dcc/index.ts')
        return dccBackend({ ...(settings.dcc ?? absent(name)), publicUrl, organisation })
      }
      case 'webhook': {
        const { webhookBackend } = await import('./webhook/index.ts')
        return webhookBackend(settings.webhook ?? absent(name))
      }
      default:
        throw new Error(`unknown backend "${name satisfies never}"`)
    }
  }

  const issuerOf = (id: string) => once(issuers, id, () => openIssuerOf(id))
  return { backendFor: (name) => once(backends, name, () => make(name)), issuerOf }
}

function absent(name: BackendName): never {
  throw new Error(`the backend "${name}" needs ${NEEDED[name].join(' and ')}`)
}

/** Made once for each key; a failure is not kept. */
function once<K, V>(made: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = made.get(key)
  if (known) return known
  const making = make()
  made.set(key, making)
  making.catch(() => made.delete(key))
  return making
}
