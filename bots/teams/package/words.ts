// What Teams shows of Déclic before anybody has opened it: in its store, in its menus, and as words to tap in a conversation.
import type { Language } from '../../../core/model/rows.ts'

type Command = { title: string; description: string }

export type PackageWords = {
  short: string
  full: string
  tabs: { claims: string; followUp: string }
  /** Words of a private conversation; each is understood as it stands. */
  personal: Command[]
  /** And in a team or a group, where a word that is meant for us begins with a slash. */
  group: Command[]
}

export const WORDS: Record<Language, PackageWords> = {
  fr: {
    short: 'Montrez ce que vous savez faire, avec vos mots et vos photos.',
    full: 'Déclic vous aide à dire ce que vous savez faire, puis à demander un badge. Une question à la fois. Vous répondez par un mot, une photo ou un fichier. La personne qui vous a vu travailler confirme en une réponse. Votre badge arrive ici, et vous choisissez qui le voit.\n\nPour les équipes de formation\u00a0: ateliers, relances, page de suivi et décisions, sans quitter Teams.',
    tabs: { claims: 'Mes badges', followUp: 'Suivi' },
    personal: [
      { title: 'continuer', description: 'Reprendre où j’en étais' },
      { title: 'mes demandes', description: 'Voir mes demandes et mes badges' },
      { title: 'corriger', description: 'Changer une réponse' },
      { title: 'pause', description: 'Arrêter pour l’instant' },
      { title: 'aide', description: 'Parler à une personne' },
      { title: 'langue', description: 'Changer de langue' },
      { title: 'mes données', description: 'Recevoir tout ce qui est gardé sur moi' },
      { title: 'oublier', description: 'Effacer tout ce qui est gardé sur moi' },
      { title: 'stop', description: 'Ne plus recevoir de messages' },
      { title: 'atelier', description: 'Formation\u00a0: ouvrir un atelier' },
      { title: 'demandes', description: 'Formation\u00a0: voir ce qui attend une décision' },
      { title: 'suivi', description: 'Formation\u00a0: ouvrir la page de suivi' },
    ],
    group: [
      { title: '/atelier', description: 'Ouvrir un atelier avec ce groupe' },
      { title: '/relance', description: 'Écrire à qui n’a pas fini' },
    ],
  },
  en: {
    short: 'Show what you can do, with your own words and photos.',
    full: 'Déclic helps you say what you can do, then ask for a badge. One question at a time. You answer with a word, a photo or a file. The person who saw you work confirms with one reply. Your badge comes here, and you choose who sees it.\n\nFor trainers: workshops, nudges, a follow-up page and decisions, without leaving Teams.',
    tabs: { claims: 'My badges', followUp: 'Follow-up' },
    personal: [
      { title: 'continue', description: 'Go on where I was' },
      { title: 'my requests', description: 'See my requests and my badges' },
      { title: 'correct', description: 'Change an answer' },
      { title: 'pause', description: 'Stop for now' },
      { title: 'help', description: 'Talk to a person' },
      { title: 'language', description: 'Change language' },
      { title: 'my data', description: 'Get everything that is kept about me' },
      { title: 'forget me', description: 'Erase everything that is kept about me' },
      { title: 'stop', description: 'Get no more messages' },
      { title: 'workshop', description: 'Trainers: open a workshop' },
      { title: 'requests', description: 'Trainers: see what waits for a decision' },
      { title: 'follow-up', description: 'Trainers: open the follow-up page' },
    ],
    group: [
      { title: '/workshop', description: 'Open a workshop with this group' },
      { title: '/nudge', description: 'Write to whoever has not finished' },
    ],
  },
}
