// What every channel promises, whatever its platform. A channel passes by opening itself here with a person at the other end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { Channel, Inbound, Outbound } from '../../dialogs/vocabulary.ts'

/** Somebody on the platform, as a test drives them. */
export type Somebody = {
  externalId: string
  chat: string
  starts: (code: string) => unknown
  says: (text: string) => unknown
  /** Taps the newest button with this label. */
  taps: (label: string) => unknown
  sendsPhoto: (bytes: Uint8Array, caption?: string) => unknown
  sendsVoice: (bytes: Uint8Array) => unknown
  sendsDocument: (bytes: Uint8Array, name: string) => unknown
  /** Messages of the bot that came since the last look; waits a moment for the first. */
  sees: () => Promise<{ text: string; buttons: string[]; file?: Uint8Array }[]>
}

export type OpenChannel = {
  channel: Channel
  /** Everything that the channel brought to its intake and that was committed, in order. */
  received: Inbound[]
  /** The next `times` deliveries to the intake throw, as when the database is away. */
  refuse: (times: number) => void
  /** Somebody who can be written to. */
  somebody: () => Promise<Somebody>
  /** A file in the channel's evidence store, under this name. */
  keep: (file: string, bytes: Uint8Array, mediaType: string) => Promise<void>
  close: () => Promise<void>
}

/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** A name as the evidence store wants it. */
const PHOTO = 'photo-0123456789abcdef0123.png'
const VOICE = Buffer.from('OggS and then some sound')

/** `letters`: it carries words about a request, and nothing that is tapped, started or sent as a file. */
export function channelContract(name: string, open: () => Promise<OpenChannel>, { letters = false } = {}): void {
  describe(`the contract of a channel: ${name}`, () => {
    let opened: OpenChannel
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    /** The next event that arrives after `act`. */
    const arrives = async (act: () => unknown): Promise<Inbound> => {
      const before = opened.received.length
      await act()
      await expect.poll(() => opened.received.length, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before)
      return opened.received[before]!
    }
    const sends = async (somebody: Somebody, message: Outbound) => {
      const sent = await opened.channel.send(somebody.chat, message)
      expect(sent).toMatchObject({ outcome: 'sent' })
      return sent
    }

    test('a text arrives with who said it, where, and what a dialog needs', async () => {
      const awa = await opened.somebody()
      const inbound = await arrives(() => awa.says('j’ai préparé 80 repas'))
      expect(inbound.event).toEqual({ is: 'text', text: 'j’ai préparé 80 repas' })
      expect(inbound.from).toMatchObject({ channel: opened.channel.name, externalId: awa.externalId, chat: awa.chat, place: 'private' })
      expect(new Date(inbound.receivedAt).toISOString()).toBe(inbound.receivedAt)
      expect(inbound.fresh.length).toBeGreaterThanOrEqual(8)
      expect(new Set(inbound.fresh).size).toBe(inbound.fresh.length)
      for (const id of inbound.fresh) expect(id).toMatch(/^[0-9a-f]{32}$/)
    })

    test('every event has a key of its own, that says the channel', async () => {
      const awa = await opened.somebody()
      const first = await arrives(() => awa.says('oui'))
      const second = await arrives(() => awa.says('oui'))
      expect(first.key).not.toBe(second.key)
      expect(first.key.startsWith(`${opened.channel.name}:`)).toBe(true)
    })

    test.skipIf(letters)('a start link brings its code', async () => {
      const awa = await opened.somebody()
      expect((await arrives(() => awa.starts('je-travaille-en-equipe'))).event).toEqual({ is: 'start', code: 'je-travaille-en-equipe' })
      expect((await arrives(() => awa.starts(''))).event).toEqual({ is: 'start', code: '' })
    })

    test.skipIf(letters)('choices are numbered, controls come after them, and a tap brings back the data', async () => {
      const awa = await opened.somebody()
      await sends(awa, {
        text: 'On commence ?',
        choices: [
          { label: 'Écouter', data: 'listen:1', control: true },
          { label: 'Oui', data: 'yes:1' },
          { label: 'C’est un diplôme ?', data: 'diploma:1' },
        ],
      })
      const [seen] = await awa.sees()
      expect(seen).toMatchObject({ text: 'On commence ?', buttons: ['1 Oui', '2 C’est un diplôme ?', 'Écouter'] })
      expect((await arrives(() => awa.taps('Oui'))).event).toMatchObject({ is: 'choice', data: 'yes:1' })
    })

    test.skipIf(letters)('a choice may carry 64 bytes', async () => {
      const awa = await opened.somebody()
      const data = 'é'.repeat(32)
      await sends(awa, { text: 'Alors ?', choices: [{ label: 'Oui', data }] })
      expect((await arrives(() => awa.taps('Oui'))).event).toMatchObject({ is: 'choice', data })
    })

    test.skipIf(letters).each([
      ['photo', (awa: Somebody, bytes: Uint8Array) => awa.sendsPhoto(bytes, 'ma cuisine')],
      ['voice', (awa: Somebody, bytes: Uint8Array) => awa.sendsVoice(bytes)],
      ['document', (awa: Somebody, bytes: Uint8Array) => awa.sendsDocument(bytes, 'attestation.pdf')],
    ] as const)('a %s arrives as a reference, and its bytes can be fetched', async (kind, sending) => {
      const awa = await opened.somebody()
      const bytes = kind === 'photo' ? PIXEL : VOICE
      const { event } = await arrives(() => sending(awa, bytes))
      if (event.is !== 'media') throw new Error(`came as ${event.is}`)
      expect(event.kind).toBe(kind)
      if (kind === 'photo') expect(event.caption).toBe('ma cuisine')
      expect(event.media.channel).toBe(opened.channel.name)
      expect(Buffer.from(await opened.channel.fetchMedia(event.media, 1_000_000)).equals(bytes)).toBe(true)
    })

    test.skipIf(letters)('a file above the limit is refused as too big, one that is not there as lost', async () => {
      const awa = await opened.somebody()
      const { event } = await arrives(() => awa.sendsDocument(Buffer.alloc(5000, 1), 'long.bin'))
      if (event.is !== 'media') throw new Error(`came as ${event.is}`)
      const tooBig = await opened.channel.fetchMedia({ ...event.media, size: undefined }, 4999).catch((error: unknown) => error)
      expect(tooBig).toBeInstanceOf(MediaRefused)
      expect(tooBig).toMatchObject({ refusal: 'too-big' })
      const lost = await opened.channel
        .fetchMedia({ ...event.media, file: 'nobody-knows-this-file' }, 5000)
        .catch((error: unknown) => error)
      expect(lost).toMatchObject({ refusal: 'lost' })
    })

    test('messages arrive in the order in which they are sent', async () => {
      const awa = await opened.somebody()
      for (const text of ['un', 'deux', 'trois']) await sends(awa, { text })
      expect((await awa.sees()).map(({ text }) => text)).toEqual(['un', 'deux', 'trois'])
    })

    test('nothing of a long text is lost, and the buttons are under its end', async () => {
      const awa = await opened.somebody()
      const sentences = Array.from({ length: 300 }, (_, n) => `Phrase numéro ${n} de mon récit.`)
      await sends(awa, { text: sentences.join(' '), choices: [{ label: 'Oui', data: 'yes' }] })
      const seen = await awa.sees()
      expect(seen.map(({ text }) => text).join(' ')).toBe(sentences.join(' '))
      expect(seen.at(-1)!.buttons).toEqual(['1 Oui'])
      expect(seen.slice(0, -1).flatMap(({ buttons }) => buttons)).toEqual([])
    })

    test.skipIf(letters)('a piece of evidence is shown with the text', async () => {
      const awa = await opened.somebody()
      await opened.keep(PHOTO, PIXEL, 'image/png')
      await sends(awa, {
        text: 'Voici sa photo.',
        attachments: [{ is: 'evidence', id: 'e1', kind: 'photo', file: PHOTO, mediaType: 'image/png' }],
      })
      const seen = await awa.sees()
      expect(seen.some(({ file }) => file && Buffer.from(file).equals(PIXEL))).toBe(true)
      expect(seen.some(({ text }) => text === 'Voici sa photo.')).toBe(true)
    })

    test('evidence that was removed meanwhile does not take the text with it', async () => {
      const awa = await opened.somebody()
      await sends(awa, {
        text: 'Voici son texte.',
        attachments: [{ is: 'evidence', id: 'e2', kind: 'photo', file: 'removed-0123456789abcdef.png', mediaType: 'image/png' }],
      })
      expect((await awa.sees()).map(({ text }) => text)).toEqual(['Voici son texte.'])
    })

    test('what could not be committed comes again, under the same key, before what followed it', async () => {
      const awa = await opened.somebody()
      opened.refuse(2)
      const before = opened.received.length
      await awa.says('premier')
      await awa.says('second')
      await expect.poll(() => opened.received.length, { timeout: 15_000, interval: 20 }).toBe(before + 2)
      expect(opened.received.slice(before).map(({ event }) => event)).toEqual([
        { is: 'text', text: 'premier' },
        { is: 'text', text: 'second' },
      ])
    })

    test('a start link is a link, where the channel has them', () => {
      const link = opened.channel.startLink('abc')
      if (opened.channel.capabilities.deepLinks) expect(link).toMatch(/^https?:\/\/\S+abc/)
    })
  })
}
