// A small, right catalogue in a folder of its own; tests change what they are about.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const ISSUER = `id: reseau
name: Réseau
url: https://reseau.example.org
description: { fr: Un réseau, en: A network }
stages:
  - id: debut
    name: { fr: Début, en: Start }
  - id: suite
    name: { fr: Suite, en: Next }
`

export const badgeYaml = (id = 'en-equipe', stage = 'debut'): string => `id: ${id}
name: { fr: Je travaille en équipe, en: I work in a team }
summary: { fr: Faire sa part avec les autres., en: Do your part with others. }
description: { fr: Travaille en équipe., en: Works in a team. }
stage: ${stage}
criteria:
  - id: aide
    name: { fr: Demander de l’aide, en: Asking for help }
    levels:
      - { fr: Je reste sans rien dire., en: I say nothing. }
      - { fr: Je demande si on m’aide., en: I ask when helped. }
      - { fr: Je demande à temps., en: I ask in time. }
      - { fr: Je montre comment demander., en: I show how to ask. }
questions:
  - id: moment
    step: fact
    ask:
      - fr: Pensez à un travail avec d’autres. C’était où\u00a0?
        en: Think of some work with others. Where was it?
  - id: action
    step: action
    ask:
      - { fr: "Par quoi avez-vous commencé\u00a0?", en: "What did you do first?" }
  - id: resultat
    step: result
    ask:
      - { fr: "Comment avez-vous su que c’était réussi\u00a0?", en: "How did you know it was good?" }
evidence:
  ask: { fr: Envoyez une photo., en: Send a photo. }
picture: { colour: '#336699', pictogram: team }
`

export const STRUCTURE = `id: cuisine
name: La cuisine
badges:
  en-equipe:
    questions:
      - id: hygiene
        step: result
        ask: [{ fr: "Qu’avez-vous lavé après\u00a0?", en: "What did you wash after?" }]
    examples:
      moment: { fr: "Par exemple\u00a0: au service de midi.", en: "For example: at lunch." }
    evidenceExample: { fr: Une photo des plats., en: A photo of the dishes. }
`

const WHOLE: Record<string, string> = {
  'reseau/issuer.yaml': ISSUER,
  'reseau/badges/en-equipe.yaml': badgeYaml(),
  'reseau/structures/cuisine.yaml': STRUCTURE,
}

/** The folder of a right catalogue with `changes` laid over it (null: the file is absent); removed after the test. */
export async function catalogueFolder(changes: Record<string, string | null> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'declic-catalogue-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  for (const [name, text] of Object.entries({ ...WHOLE, ...changes })) {
    if (text === null) continue
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  return dir
}
