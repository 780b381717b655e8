// What `doctor` says of those who issue: each backend that is configured, tried without issuing anything, and the claims that wait there.
import { loadCatalogue } from '../../core/catalogue/load.ts'
import { waitingByBackend } from '../../core/data/issuances.ts'
import { configuredBackends } from '../../core/issuing/index.ts'
import type { Settings } from '../settings.ts'
import { backendsOf, badgesOf } from './backendsOf.ts'
import type { Finding } from './doctorParts.ts'

export async function lookAtBackends(settings: Settings): Promise<Finding> {
  const names = configuredBackends(settings.backends).filter((name) => name !== 'builtin')
  const loaded = await loadCatalogue(settings.catalogueDir)
  const waiting = await heldClaims(settings)
  const held = waiting.map(({ backend, state, claims }) => `${claims} ${WORDS[state] ?? state} at ${backend}`)
  if (!names.length || 'findings' in loaded) {
    const says = [names.length ? names.join(', ') : 'the built-in issuer alone', ...held].join('; ')
    return { is: held.length ? 'note' : 'good', says }
  }
  const backends = backendsOf(settings, loaded.catalogue)
  const said: string[] = []
  let bad = false
  for (const name of names) {
    const checks = (await (await backends.backendFor(name)).check?.(badgesOf(loaded.catalogue, settings, name))) ?? []
    const wrong = checks.filter(({ is }) => is === 'bad')
    bad ||= wrong.length > 0
    said.push(`${name}: ${wrong.length ? `${wrong[0]!.says} ("declic issuer test ${name}" says all)` : (checks[0]?.says ?? 'configured')}`)
  }
  return { is: bad ? 'bad' : held.length ? 'note' : 'good', says: [...said, ...held].join('; ') }
}

const WORDS: Record<string, string> = {
  waiting: 'waiting',
  forwarded: 'taken in, and no badge yet,',
  failed: 'refused, "declic jobs list" says why,',
  unknown: 'of which nobody knows whether they arrived, "declic jobs list" says why,',
}

async function heldClaims({ dataDir, databaseUrl }: Settings): ReturnType<typeof waitingByBackend> {
  const { openDatabase } = await import('../../core/data/database.ts')
  const { pool, stop } = await openDatabase({ dataDir, databaseUrl, connections: 1 })
  try {
    return await waitingByBackend(pool)
  } finally {
    await stop()
  }
}
