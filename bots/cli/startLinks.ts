import { z } from 'zod'
import type { Settings } from '../settings.ts'
import { startLink } from '../teams/startLink.ts'
import { Refusal } from './refusal.ts'

const Me = z.object({ ok: z.literal(true), result: z.object({ username: z.string() }) })

/** The bot's name, without the `@`, as Telegram's `getMe` tells it. Throws `Refusal`; the token is never part of what it says. */
export async function botName({ token, apiRoot }: NonNullable<Settings['telegram']>): Promise<string> {
  const answer = await fetch(`${apiRoot}/bot${token}/getMe`, { signal: AbortSignal.timeout(10_000) }).catch((cause) => {
    throw new Refusal(`Telegram cannot be reached at ${apiRoot}`, { cause })
  })
  const me = Me.safeParse(await answer.json().catch(() => undefined))
  if (!me.success) throw new Refusal(`Telegram does not know TELEGRAM_BOT_TOKEN (it answered ${answer.status})`)
  return me.data.result.username
}

/** Makes links that start a conversation with a code, one for each channel that is configured; asks Telegram once. */
export async function linksFor(settings: Settings): Promise<(code: string) => string[]> {
  const name = settings.telegram && (await botName(settings.telegram))
  return (code) => [
    ...(name ? [`https://t.me/${name}?start=${code}`] : []),
    ...(settings.teams?.appId ? [startLink(settings.teams.appId, code)] : []),
    ...(settings.playground ? [`${settings.publicUrl}/#start=${code}`] : []),
  ]
}

/** The links that start a conversation with `code`: one for each channel that is configured. */
export const startLinks = async (settings: Settings, code: string): Promise<string[]> => (await linksFor(settings))(code)

/** Prints the links, and a QR code of the first unless `qr` is false. */
export async function printLinks(settings: Settings, code: string, qr: boolean): Promise<void> {
  const [first, ...others] = await startLinks(settings, code)
  if (!first) {
    console.error('No channel is configured (TELEGRAM_BOT_TOKEN, MicrosoftAppId, PLAYGROUND): this is the code alone')
    console.log(code)
    return
  }
  for (const link of [first, ...others]) console.log(link)
  if (!qr) return
  const { default: QRCode } = await import('qrcode')
  console.log(await QRCode.toString(first, { type: 'terminal', small: true }))
}
