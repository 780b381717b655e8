// Tables for spreadsheets (RFC 4180).

/** The first bytes of a file tell Excel that it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

export type Cell = string | number | null | undefined

/**
 * A cell that begins like a formula would be run by the spreadsheet: an apostrophe makes it text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const cell = (value: Cell): string => {
  const text = String(value ?? '')
  const harmless = typeof value === 'string' && /^\s*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a table. */
export const line = (cells: Cell[]): string => `${cells.map(cell).join(',')}\r\n`
