import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../core/model/csv.ts'
import { readRoster, sameName } from '../../../core/model/roster.ts'

describe('a table of a spreadsheet', () => {
  test('commas or semicolons, a byte order mark, quotes with all of them inside, and any end of line', () => {
    const expected = [
      ['name', 'note'],
      ['Awa', 'a, b; "c"\nd'],
      ['Ali', ''],
    ]
    for (const [mark, by, end] of [
      ['', ',', '\n'],
      ['\uFEFF', ';', '\r\n'],
      ['', ',', '\r'],
    ]) {
      const text = `${mark}name${by}note${end}Awa${by}"a, b; ""c""\nd"${end}${end}Ali${by}`
      expect(readCsv(text).rows.map((r) => r.cells)).toEqual(expected)
    }
  })

  test('a row knows the line on which it begins', () => {
    expect(readCsv('name,note\n\nAwa,"two\nlines"\nAli,\n').rows.map((r) => r.at)).toEqual([1, 3, 5])
    expect(readCsv('name\n"Awa\nAli').unclosed).toBe(2)
  })
})

describe('a list', () => {
  test('only the name is needed', () => {
    expect(readRoster('Nom;Rôle;Langue;note\nAwa  Diallo;;;\nRosa Lima;Tutor;en;le mardi')).toEqual({
      people: [
        { at: 2, name: 'Awa Diallo', language: null, role: 'learner', note: null, contact: null, email: null },
        { at: 3, name: 'Rosa Lima', language: 'en', role: 'tutor', note: 'le mardi', contact: null, email: null },
      ],
      faults: [],
    })
  })

  test('every fault is told by its line, in one go, with what is expected', () => {
    const { people, faults } = readRoster('name,language,role\n,fr,\nAwa,es,\nAli,,boss\n123,,\nAwá,,\nLéa,,,,x')
    expect(people).toEqual([])
    expect(faults.map((f) => `${f.at}: ${f.message}`)).toEqual([
      '2: no name',
      '3: language "es"; expected fr or en, or nothing',
      '4: role "boss"; expected learner, tutor, trainer, or nothing',
      '5: name "123"; expected letters',
      '6: "Awá" is on line 3 already; tell two people of one name apart, "Awá B."',
      '7: 5 cells, expected at most 3; a cell with a separator needs quotes',
    ])
  })

  test('columns that are unknown, twice or missing', () => {
    expect(readRoster('nom,name,age\nA,B,3').faults.map((f) => f.message)).toEqual([
      'column "name" is there twice',
      'unknown column "age"; expected name (or nom), language, role, note, contact',
    ])
    expect(readRoster('role\ntutor').faults).toEqual([{ at: 1, message: 'no column "name" (or "nom")' }])
    expect(readRoster('').faults).toHaveLength(1)
    expect(readRoster('name\n"Awa').faults).toEqual([{ at: 2, message: 'a quote is opened and never closed' }])
  })

  test('a contact is whatever reaches somebody; an address of e-mail is told apart, and a wrong one is a fault', () => {
    const column = (head: string, contact: string) => readRoster(`nom;${head}\nAwa;${contact}`)
    for (const head of ['contact', 'email', 'E-mail', 'courriel', 'Téléphone', 'phone'])
      expect(column(head, 'awa@example.org').people).toMatchObject([{ contact: 'awa@example.org', email: 'awa@example.org' }])
    for (const contact of ['06 12 34 56 78', '+33 6 12 34 56 78', '@awa_d', 'chez Rosa'])
      expect(column('téléphone', contact).people).toMatchObject([{ contact, email: null }])
    expect(column('contact', '').people).toMatchObject([{ contact: null, email: null }])
    const { people, faults } = readRoster('name,contact\nAwa,awa@\nAli,ali@example.org\nLéa,x y@z')
    expect(people).toEqual([])
    expect(faults.map((f) => `${f.at}: ${f.message}`)).toEqual([
      '2: contact "awa@"; not an e-mail address',
      '4: contact "x y@z"; not an e-mail address',
    ])
    expect(column('contact', 'x'.repeat(201)).faults).toHaveLength(1)
    expect(readRoster('nom;email;téléphone\nAwa;a@example.org;06 12\nAli;;06 34').people).toMatchObject([
      { contact: 'a@example.org · 06 12', email: 'a@example.org' },
      { contact: '06 34', email: null },
    ])
  })

  test('one person may have two roles', () => {
    expect(readRoster('name,role\nAwa,learner\nAwa,tutor').people).toHaveLength(2)
  })

  test('names are compared without case, accents and spaces', () => {
    expect(sameName('  Inès  MOREAU-Petit ')).toBe(sameName('ines moreau petit'))
  })
})
