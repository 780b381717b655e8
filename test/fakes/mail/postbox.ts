// A real SMTP server that keeps what it is given, and refuses what it is told to.
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Delivered = { to: string; envelopeFrom: string; raw: string; mail: ParsedMail }

export type Postbox = {
  url: string
  /** Everything that was accepted, in order. */
  delivered: Delivered[]
  /** The newest to this address; waits for it. */
  last: (to: string, atLeast?: number) => Promise<Delivered>
  /** What it says to this recipient from now on: `[550, 'no such user']`; undefined: welcome. */
  answer: (to: string, refusal?: [number, string]) => void
  close: () => Promise<void>
}

export async function openPostbox(): Promise<Postbox> {
  const delivered: Delivered[] = []
  const refusals = new Map<string, [number, string]>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      username === 'declic' && password === 'secret' ? done(null, { user: username }) : done(new Error('wrong password')),
    onRcptTo({ address }, _, done) {
      const refusal = refusals.get(address)
      done(refusal ? Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }) : null)
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const raw = Buffer.concat(chunks)
      const mail = await simpleParser(raw)
      const from = session.envelope.mailFrom
      delivered.push({ to: session.envelope.rcptTo[0]!.address, envelopeFrom: from ? from.address : '', raw: raw.toString(), mail })
      done()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://declic:secret@127.0.0.1:${port}`,
    delivered,
    async last(to, atLeast = 1) {
      for (let waited = 0; ; waited += 20) {
        const mine = delivered.filter((one) => one.to === to)
        if (mine.length >= atLeast) return mine.at(-1)!
        if (waited > 20_000) throw new Error(`${mine.length} letters to ${to}, not ${atLeast}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    answer(to, refusal) {
      if (refusal) refusals.set(to, refusal)
      else refusals.delete(to)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
