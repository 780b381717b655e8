// What is the same for every turn: the catalogue, the texts, the channels and what the settings say of them.
import { readFile } from 'node:fs/promises'
import type { Versions } from '../core/data/catalogue.ts'
import { backendOf, needsEmail } from '../core/model/backends.ts'
import type { Catalogue } from '../core/model/badge.ts'
import { makeTexts, type Texts } from '../dialogs/texts.ts'
import type { Capabilities, Channel } from '../dialogs/vocabulary.ts'
import type { House } from '../dialogs/world.ts'
import type { Settings } from './settings.ts'
import { TERMINAL } from './talk/channel.ts'

/** Somebody who is only known through a page, or through a channel that is off, cannot be written to. */
const SILENT: Capabilities = { chat: false, voice: false, photo: false, files: false, deepLinks: false }

export function makeHouse(parts: {
  settings: Settings
  catalogue: Catalogue
  texts: Texts
  versionOf: Versions
  channels: Map<string, Channel>
}): House {
  const { settings, catalogue, texts, versionOf, channels } = parts
  const others = (channel: string) => [...channels.values()].filter((c) => c.name !== channel && !isTrial(c.name))
  const page = (code: string) => `${settings.publicUrl}/chat/in/${code}`
  const byLetter = () => [...channels.values()].find((c) => c.capabilities.letters)
  return {
    catalogue,
    texts,
    versionOf,
    publicUrl: settings.publicUrl,
    timeZone: settings.timeZone,
    locale: settings.locale,
    helpContact: settings.helpContact ?? null,
    // a trial's badges are always our own
    issuesByEmail: (meaning, organisation) => organisation === meaning.issuer && needsEmail(backendOf(meaning, settings.issuer)),
    // a terminal is another process, which takes its messages from the outbox itself
    capabilities: (name) => channels.get(name)?.capabilities ?? (name === 'cli' ? TERMINAL : SILENT),
    letters: () => byLetter()?.name,
    addressee: (address) => byLetter()?.addressee?.(address),
    undoSeconds: (channel) => (isTrial(channel) ? settings.undoSecondsPlayground : settings.undoSeconds),
    pageLink: (page, channel) => channels.get(channel)?.pageLink?.(page),
    // whoever tries it passes links on within the playground; a real claim never leads there
    // the first leads back to where they are spoken with
    startLinks: (code, channel) =>
      [...channels.values()]
        .filter((c) => isTrial(c.name) === isTrial(channel))
        .sort((a, b) => Number(b.name === channel) - Number(a.name === channel))
        .flatMap((c) => c.startLink(code) ?? []),
    elsewhere: (code, channel) => (isTrial(channel) ? [] : [...others(channel).flatMap((c) => c.startLink(code) ?? []), page(code)]),
    speaking: (code, channel) =>
      isTrial(channel) || channels.get(channel)?.capabilities.voice !== false
        ? undefined
        : (others(channel)
            .filter((c) => c.capabilities.voice)
            .flatMap((c) => c.startLink(code) ?? [])[0] ?? page(code)),
  }
}

/** The playground's phones, and `declic talk`. */
const isTrial = (channel: string): boolean => channel === 'web' || channel === 'cli'

export async function readTexts(): Promise<Texts> {
  const read = async (name: string) => [await readFile(new URL(`../dialogs/texts/${name}.ftl`, import.meta.url), 'utf8')]
  return makeTexts({ fr: await read('fr'), 'fr-tu': await read('fr-tu'), en: await read('en') })
}
