import { badgrBackend } from '../../../core/issuing/badgr/index.ts'
import { dccBackend } from '../../../core/issuing/dcc/index.ts'
import { obfBackend } from '../../../core/issuing/openbadgefactory/index.ts'
import { webhookBackend } from '../../../core/issuing/webhook/index.ts'
import { openFakeBadgr } from '../../fakes/issuing/badgr.ts'
import { openFakeDcc } from '../../fakes/issuing/dcc.ts'
import { openFakeObf } from '../../fakes/issuing/openBadgeFactory.ts'
import { openFakeWebhook } from '../../fakes/issuing/webhook.ts'
import { backendContract } from './backendContract.ts'

/** Long enough for loopback, short enough for the platform that never answers. */
const timeout = 250
const publicUrl = 'https://declic.example.org'
const bare = (id: string) => id.replace('urn:uuid:', '')

backendContract('Open Badge Factory', async () => {
  let now = 1_767_265_620_000
  const fake = await openFakeObf(() => now)
  fake.badges.push({ id: 'PEQUIPE', name: 'Je travaille en équipe' })
  return {
    fake,
    open: () => obfBackend({ apiRoot: fake.url, clientId: fake.clientId, clientSecret: fake.clientSecret, timeout, clock: () => now }),
    backendBadge: 'PEQUIPE',
    knows: 'look-up',
    made: () => fake.events.map(({ log_entry }) => JSON.parse(log_entry).claim),
    revoked: () =>
      fake.recipients.filter((r) => r.revoked).map((r) => JSON.parse(fake.events.find(({ id }) => id === r.event_id)!.log_entry).claim),
    passes(seconds) {
      now += seconds * 1000
    },
    secrets: [fake.clientSecret, 'token-1', 'receive?tk'],
  }
})

backendContract('Badgr', async () => {
  const fake = await openFakeBadgr()
  fake.classes.push({ entityId: 'CLASS7', name: 'Je travaille en équipe' })
  const claimOf = (a: (typeof fake.assertions)[0]) => a.evidence[0]!.url.replace(`${publicUrl}/b/`, '')
  return {
    fake,
    open: () => badgrBackend({ apiRoot: fake.url, token: fake.token, publicUrl, timeout }),
    backendBadge: 'CLASS7',
    knows: 'look-up',
    made: () => fake.assertions.map(claimOf),
    revoked: () => fake.assertions.filter((a) => a.revoked).map(claimOf),
    passes: () => {},
    secrets: [fake.token],
  }
})

backendContract('issuer coordinator', async () => {
  const fake = await openFakeDcc()
  const organisation = async () => ({
    id: 'insertion-reseau',
    name: 'Réseau Clairevoie',
    url: 'https://clairevoie.example.org',
    trial: false,
  })
  return {
    fake,
    open: () => dccBackend({ url: fake.url, tenant: fake.tenant, token: fake.token, publicUrl, organisation, timeout }),
    knows: 'nothing',
    made: () => fake.signed.map(({ id }) => bare(id)),
    revoked: () => fake.revoked.map(bare),
    passes: () => {},
    secrets: [fake.token],
  }
})

backendContract('webhook', async () => {
  const fake = await openFakeWebhook()
  return {
    fake,
    open: () => webhookBackend({ url: `${fake.url}/claims`, secret: fake.secret, timeout }),
    knows: 'key',
    made: () => [...fake.made.keys()].map(bare),
    revoked: () => fake.revoked.map(bare),
    passes: () => {},
    secrets: [fake.secret],
  }
})
