// Reading tables of a spreadsheet (RFC 4180), as people save them: comma or semicolon, with or without a byte order mark.

/** `at`: the line of the file, from 1, on which the row begins. */
export type Row = { at: number; cells: string[] }

/** Empty lines are left out. A quote that is never closed ends with the file: `unclosed` is the line on which it began. */
export function readCsv(text: string): { rows: Row[]; unclosed: number | null } {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const rows: Row[] = []
  let row: Row = { at: 1, cells: [] }
  let cell = ''
  let line = 1
  let quoted: number | null = null
  const endRow = () => {
    row.cells.push(cell.trim())
    if (row.cells.some((c) => c !== '')) rows.push(row)
    cell = ''
    row = { at: line, cells: [] }
  }
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!
    if (c === '\n' || (c === '\r' && source[i + 1] !== '\n')) line++
    if (quoted !== null) {
      if (c !== '"') cell += c
      else if (source[i + 1] === '"') cell += source[++i]!
      else quoted = null
    } else if (c === '"' && cell.trim() === '') {
      quoted = line
      cell = ''
    } else if (c === separator) {
      row.cells.push(cell.trim())
      cell = ''
    } else if (c === '\n' || c === '\r') {
      if (c === '\n' || source[i + 1] !== '\n') endRow()
    } else cell += c
  }
  if (cell !== '' || row.cells.length) endRow()
  return { rows, unclosed: quoted }
}

/** Spreadsheets in French write semicolons: whichever the first line has more of. */
const separatorOf = (source: string): ',' | ';' => {
  const head = source.split(/[\r\n]/).find((l) => l.trim() !== '') ?? ''
  return head.split(';').length > head.split(',').length ? ';' : ','
}
