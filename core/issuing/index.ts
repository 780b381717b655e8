// The issuing backends that are configured; what is not configured is not loaded.
import type { Issuer } from './builtin/issuer.ts'
import type { IssuingOrganisation } from './builtin/organisation.ts'
import type { Backend } from './port.ts'
import type { WebhookSettings } from './webhook.ts'

export type BackendName = 'builtin' | 'webhook'

export type IssuingSettings = {
  dataDir: string
  /** Without trailing slash. */
  publicUrl: string
  webhook?: WebhookSettings
  /** Who issues under this id; undefined: nobody. */
  organisation: (id: string) => Promise<IssuingOrganisation | undefined>
}

export type Backends = {
  /** Throws, naming what is missing, when the backend is not configured. */
  backendFor: (name: BackendName) => Promise<Backend>
  /** The built-in issuer of an organisation; its key is made when it has none. Throws when nobody issues under this id. */
  issuerOf: (organisation: string) => Promise<Issuer>
}

export function openBackends(settings: IssuingSettings): Backends {
  const issuers = new Map<string, ReturnType<Backends['issuerOf']>>()
  const backends = new Map<BackendName, Promise<Backend>>()

  async function openIssuerOf(id: string) {
    const organisation = await settings.organisation(id)
    if (!organisation) throw new Error(`no organisation ${id} issues badges here`)
    const { openIssuer } = await import('./builtin/index.ts')
    return openIssuer({ dataDir: settings.dataDir, publicUrl: settings.publicUrl, organisation })
  }

  async function make(name: BackendName): Promise<Backend> {
    switch (name) {
      case 'builtin': {
        const { builtinBackend } = await import('./builtin/index.ts')
        return builtinBackend(settings.publicUrl, issuerOf)
      }
      case 'webhook': {
        if (!settings.webhook) throw new Error('the backend "webhook" needs WEBHOOK_ISSUER_URL and WEBHOOK_ISSUER_SECRET')
        const { webhookBackend } = await import('./webhook.ts')
        return webhookBackend(settings.webhook)
      }
      default:
        throw new Error(`unknown backend "${name satisfies never}"`)
    }
  }

  const issuerOf = (id: string) => once(issuers, id, () => openIssuerOf(id))
  return { backendFor: (name) => once(backends, name, () => make(name)), issuerOf }
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
