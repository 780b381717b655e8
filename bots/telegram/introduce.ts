// How the bot presents itself in Telegram's own screens: before the first message, and in the menu of commands.
import type { Api } from 'grammy'
import type { Log } from '../log.ts'
import { signalOf } from './api.ts'

/** Commands are ways in, never the only way: every word works without a slash. */
const COMMANDS = {
  fr: { continuer: 'Reprendre où j’en étais', pause: 'Arrêter pour l’instant', aide: 'Parler à une personne', langue: 'Changer de langue' },
  en: { continue: 'Go on where I was', pause: 'Stop for now', help: 'Talk to a person', language: 'Change language' },
}

/** At most 512 characters, on the empty chat; at most 120, on the profile and in shared links. */
const DESCRIPTIONS = {
  fr: {
    long: 'Je vous aide à montrer ce que vous savez faire. Un badge, c’est une image à votre nom, avec des preuves. Touchez Démarrer.',
    short: 'Montrez ce que vous savez faire, avec vos mots et vos photos.',
  },
  en: {
    long: 'I help you show what you can do. A badge is a picture with your name, and with proof. Tap Start.',
    short: 'Show what you can do, with your own words and photos.',
  },
}

/** Best effort: French for everybody, English where Telegram's own language is English. */
export async function introduce(api: Api, log: Log, signal: AbortSignal): Promise<void> {
  try {
    for (const language of ['fr', 'en'] as const) {
      const language_code = language === 'fr' ? undefined : language
      const commands = Object.entries(COMMANDS[language]).map(([command, description]) => ({ command, description }))
      const { long, short } = DESCRIPTIONS[language]
      await api.setMyCommands(commands, { language_code }, signalOf(signal))
      await api.setMyDescription(long, { language_code }, signalOf(signal))
      await api.setMyShortDescription(short, { language_code }, signalOf(signal))
    }
  } catch (error) {
    if (!signal.aborted) log.info({ why: error instanceof Error ? error.message : 'unknown' }, 'Telegram kept the former description')
  }
}
