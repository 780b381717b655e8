// Letters pass the contract of channels, as far as letters go, over a real SMTP and a real IMAP server.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe } from 'vitest'
import { readTexts } from '../../../bots/house.ts'
import { openLog } from '../../../bots/log.ts'
import { openMail } from '../../../bots/mail/index.ts'
import { openFolder } from '../../../core/evidence/folder.ts'
import { makeMailSecret } from '../../../core/mail/secret.ts'
import type { Endorsement } from '../../../core/model/rows.ts'
import type { Inbound } from '../../../dialogs/vocabulary.ts'
import { CLAIM, claimTree, meaning } from '../../core/issuing/claim.ts'
import { dovecot, openDovecot } from '../../fakes/mail/dovecot.ts'
import { openPostbox } from '../../fakes/mail/postbox.ts'
import { AUTHSERV, replyTo } from '../../journeys/letters.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { insert, insertClaim } from '../../setup/insertClaim.ts'
import { channelContract, type OpenChannel } from '../channelContract.ts'

const FROM = 'declic@exemple.org'

describe.skipIf(!dovecot)('letters', () => channelContract('mail', open, { letters: true }))

async function open(): Promise<OpenChannel> {
  const [database, postbox, mailbox, texts] = await Promise.all([freshDatabase(), openPostbox(), openDovecot(), readTexts()])
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-mail-'))
  const evidence = await openFolder(folder)
  const secret = makeMailSecret(randomBytes(32))
  const fresh = () => Array.from({ length: 8 }, () => randomBytes(16).toString('hex'))
  const now = () => new Date().toISOString()
  await insertClaim(database, claimTree({ endorsements: [] }), meaning)
  const received: Inbound[] = []
  let refusals = 0
  const channel = openMail({
    settings: { smtpUrl: postbox.url, imapUrl: mailbox.url, from: { name: 'Déclic', address: FROM }, plus: true, authservId: AUTHSERV },
    publicUrl: 'https://badges.example.org',
    pool: database.pool,
    texts,
    evidence,
    secret,
    async intake(inbound) {
      if (refusals-- > 0) throw new Error('the database is away')
      received.push(inbound)
      return 'committed'
    },
    happen: async () => undefined,
    log: openLog('silent'),
    now,
    fresh,
  })
  channel.start()

  let people = 0
  return {
    channel,
    received,
    refuse: (times) => {
      refusals = times
    },
    keep: evidence.put,
    async somebody() {
      const address = `paul${++people}@chantier.fr`
      const request = randomUUID()
      const asked = { id: request, claimId: CLAIM, asked: 'tutor', askedAt: now(), standing: 'declared', anonymous: false, mailTo: address }
      await insert(database, 'Endorsement', [asked as Endorsement])
      const expiresAt = new Date(Date.now() + 86_400_000)
      await database.prisma.link.create({
        data: { code: randomBytes(16).toString('hex'), kind: 'endorse', subject: request, createdAt: now(), expiresAt },
      })
      const mine = () => postbox.delivered.filter(({ to }) => to === address)
      let seen = 0
      const cannot = () => {
        throw new Error('no letter can do that')
      }
      return {
        externalId: secret.digest(address),
        chat: request,
        async says(text) {
          if (!mine().length) await channel.send(request, { text: 'Bonjour' })
          await mailbox.deliver(replyTo(mine()[0]!, 'Paul Martin', address, text))
        },
        starts: cannot,
        taps: cannot,
        sendsPhoto: cannot,
        sendsVoice: cannot,
        sendsDocument: cannot,
        async sees() {
          const all = mine()
          const fresh = all.slice(seen)
          seen = all.length
          return fresh.map(({ mail }) => {
            const [said = ''] = mail.text!.split('\n\n-- \n')
            const [text = '', numbered = ''] = said.split('\n\nRépondez par un numéro')
            return { text, buttons: [...numbered.matchAll(/^(\d)\. (.+)$/gm)].map((found) => `${found[1]} ${found[2]}`) }
          })
        },
      }
    },
    async close() {
      await channel.stop()
      await mailbox.close()
      await postbox.close()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
