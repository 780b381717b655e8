// The list of a structure: who belongs to it. A line that cannot be read says what is expected, and all of them are said at once.
import { z } from 'zod'
import { readCsv } from './csv.ts'
import type { Language } from './rows.ts'

export type Listed = {
  at: number
  name: string
  language: Language | null
  role: 'learner' | 'tutor' | 'trainer'
  note: string | null
  /** Where whoever sends the links finds them: an e-mail address, a number, « chez Rosa ». */
  contact: string | null
  /** The contact, where it is an e-mail address. */
  email: string | null
}

/** `at`: the line of the file. */
export type Fault = { at: number; message: string }

const COLUMNS: Record<string, 'name' | 'language' | 'role' | 'note' | 'contact'> = {
  name: 'name',
  nom: 'name',
  language: 'language',
  langue: 'language',
  role: 'role',
  note: 'note',
  contact: 'contact',
  email: 'contact',
  'e mail': 'contact',
  courriel: 'contact',
  telephone: 'contact',
  phone: 'contact',
}
const ROLES = ['learner', 'tutor', 'trainer'] as const
const LONGEST_NAME = 60
const LONGEST_NOTE = 500
const LONGEST_CONTACT = 200

/** Names are the same whatever their case, accents and spaces. */
export const sameName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** People only where there is no fault. */
export function readRoster(text: string): { people: Listed[]; faults: Fault[] } {
  const { rows, unclosed } = readCsv(text)
  const [head, ...lines] = rows
  if (unclosed !== null) return { people: [], faults: [{ at: unclosed, message: 'a quote is opened and never closed' }] }
  if (!head) return { people: [], faults: [{ at: 1, message: 'the file is empty; expected a first line with "name"' }] }
  const columns = head.cells.map((cell) => COLUMNS[sameName(cell)])
  const faults: Fault[] = head.cells.flatMap((cell, i) =>
    columns[i] === undefined
      ? [{ at: head.at, message: `unknown column "${cell}"; expected name (or nom), language, role, note, contact` }]
      : columns[i] !== 'contact' && columns.indexOf(columns[i]) < i
        ? [{ at: head.at, message: `column "${cell}" is there twice` }]
        : [],
  )
  if (!columns.includes('name')) faults.push({ at: head.at, message: 'no column "name" (or "nom")' })
  if (faults.length) return { people: [], faults }

  const people: Listed[] = []
  const seen = new Map<string, number>()
  for (const { at, cells } of lines) {
    const fault = (message: string) => faults.push({ at, message })
    if (cells.length > columns.length && cells.slice(columns.length).some(Boolean))
      fault(`${cells.length} cells, expected at most ${columns.length}; a cell with a separator needs quotes`)
    const of = (column: (typeof COLUMNS)[string]) => cells[columns.indexOf(column)] ?? ''
    const name = of('name').normalize('NFC').replaceAll(/\s+/g, ' ')
    const language = of('language').toLowerCase()
    const role = of('role').toLowerCase() || 'learner'
    const note = of('note')
    if (!name) fault('no name')
    else if (!/\p{L}/u.test(name) || /[\p{Cc}\p{Cf}<>]/u.test(name)) fault(`name "${printable(name)}"; expected letters`)
    else if (name.length > LONGEST_NAME) fault(`the name has ${name.length} characters; expected at most ${LONGEST_NAME}`)
    if (language && language !== 'fr' && language !== 'en') fault(`language "${printable(language)}"; expected fr or en, or nothing`)
    if (!ROLES.some((r) => r === role)) fault(`role "${printable(role)}"; expected ${ROLES.join(', ')}, or nothing`)
    if (note.length > LONGEST_NOTE) fault(`the note has ${note.length} characters; expected at most ${LONGEST_NOTE}`)
    // whatever is no address of e-mail is taken as it is: people are reached in many ways
    const contacts = cells.filter((cell, i) => cell && columns[i] === 'contact').map((cell) => cell.replaceAll(/\s+/g, ' '))
    const isAddress = (text: string) => z.email().safeParse(text).success
    const wrong = contacts.find((one) => one.includes('@') && !isAddress(one) && !/^@\w+$/.test(one))
    if (wrong) fault(`contact "${printable(wrong)}"; not an e-mail address`)
    const [contact, email] = [contacts.join(' · '), contacts.find(isAddress) ?? null]
    if (/[\p{Cc}\p{Cf}]/u.test(contact)) fault(`contact "${printable(contact)}"; expected characters that can be seen`)
    if (contact.length > LONGEST_CONTACT) fault(`the contact has ${contact.length} characters; expected at most ${LONGEST_CONTACT}`)
    const key = `${role} ${sameName(name)}`
    const before = seen.get(key)
    if (name && before)
      fault(`"${printable(name)}" is on line ${before} already; tell two people of one name apart, "${printable(name)} B."`)
    seen.set(key, before ?? at)
    people.push({
      at,
      name,
      language: (language || null) as Language | null,
      role: role as Listed['role'],
      note: note || null,
      contact: contact || null,
      email,
    })
  }
  return { people: faults.length ? [] : people, faults }
}

/** As it can be shown in a terminal. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 60)
