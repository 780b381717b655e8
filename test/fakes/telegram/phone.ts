// A phone in the terminal, to try the program by hand without Telegram: node test/fakes/telegram/phone.ts [PORT]
// It prints the settings to start the program with. Then every line is said; [Oui] taps a button, /photo, /voice and /album send files.
import { createInterface } from 'node:readline/promises'
import { openFakeTelegram } from './index.ts'

/** A JPEG of one pixel. */
const PICTURE = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

const fake = await openFakeTelegram({ port: Number(process.argv[2] ?? 8081) })
const awa = fake.user({ first_name: 'Awa', last_name: 'Diallo', language_code: 'fr' })
console.log(`TELEGRAM_API_ROOT=${fake.apiRoot} TELEGRAM_BOT_TOKEN=${fake.token} npm start\n`)

const lines = createInterface({ input: process.stdin })
for await (const line of lines) {
  const button = /^\[(.+)\]$/.exec(line.trim())?.[1]
  if (button !== undefined) await awa.taps(button, { within: 1000 }).catch((error: Error) => console.log(error.message))
  else if (line === '/photo') awa.sendsPhoto(PICTURE)
  else if (line === '/voice') awa.sendsVoice(Buffer.from('OggS'))
  else if (line === '/album') awa.sendsAlbum([PICTURE, PICTURE, PICTURE])
  else if (line.trim() !== '') awa.says(line)
  for (const { text, buttons, links, file } of await awa.reads({ within: 2000, quiet: 150 })) {
    console.log(`B  ${file ? '*file* ' : ''}${text.replaceAll('\n', '\n   ')}`)
    if (buttons.length > 0) console.log(`   ${[...buttons.map((label) => `[${label}]`), ...links].join(' ')}`)
  }
}
await fake.close()
