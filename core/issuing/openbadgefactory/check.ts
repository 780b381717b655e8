// Is Open Badge Factory ready for our badges? Reads only.
import type { Check, Trouble } from '../port.ts'
import { checkMapping } from '../mapping.ts'
import { BadgeList, Organisation, Success } from './answers.ts'
import type { Client, Got, ObfSettings } from './client.ts'

const PAGE = 200
const MOST_PAGES = 25

export async function checkObf(
  ask: Client['ask'],
  { apiRoot, clientId }: ObfSettings,
  badges: { id: string; backendBadge?: string }[],
): Promise<Check[]> {
  const { host } = new URL(apiRoot)
  const pinged = await ask(Success, 'GET', '/client/{cid}/ping')
  if ('trouble' in pinged) return [notReady(host, pinged.trouble)]
  const organisation = await ask(Organisation, 'GET', '/client/{cid}')
  const known = await listBadges(ask)
  return [
    { is: 'good', says: `${host} lets ${clientId} in${'ok' in organisation ? `: ${organisation.ok.name}` : ''}` },
    ...('trouble' in known ? [notReady(host, known.trouble)] : checkMapping('openbadgefactory', badges, known.ok)),
  ]
}

function notReady(host: string, trouble: Trouble): Check {
  if (trouble.state === 'locked-out')
    return { is: 'bad', says: `${host} does not let us in (${trouble.why}): compare OBF_CLIENT_ID and OBF_CLIENT_SECRET with its API keys` }
  return { is: 'bad', says: `${host}: ${trouble.why}` }
}

/** Every badge of the organisation, drafts included. */
export async function listBadges(ask: Client['ask']): Promise<Got<{ id: string; name: string; draft: boolean }[]>> {
  const all: { id: string; name: string; draft: boolean }[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const got = await ask(BadgeList, 'GET', `/badge/{cid}?${new URLSearchParams({ limit: String(PAGE), offset: String(page * PAGE) })}`)
    if ('trouble' in got) return got
    all.push(...got.ok.result.map(({ id, name, draft }) => ({ id, name: name ?? id, draft })))
    if (got.ok.result.length < PAGE || all.length >= (got.ok.total ?? Number.POSITIVE_INFINITY)) break
  }
  return { ok: all }
}
