// What the real server refuses, in its own words.
import { badRequest } from './refusal.ts'
import type { Button, Markup } from './types.ts'

const length = (text: string): number => [...text].length

export function checkText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty')
  if (length(text) > 4096) throw badRequest('message is too long')
  return text.trim()
}

export function checkCaption(caption: unknown): string | undefined {
  if (caption === undefined || caption === '') return undefined
  if (length(String(caption)) > 1024) throw badRequest('message caption is too long')
  return String(caption)
}

export function checkMarkup(markup: unknown): Markup | undefined {
  if (markup === undefined) return undefined
  const read: unknown = typeof markup === 'string' ? JSON.parse(markup) : markup
  const rows = (read as Markup).inline_keyboard
  if (rows === undefined) return undefined
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest("can't parse reply keyboard markup JSON object: inline_keyboard must be an Array of Arrays")
  }
  const buttons = rows.flat()
  if (buttons.length > 100) throw badRequest('reply markup is too long')
  buttons.forEach(checkButton)
  return buttons.length === 0 ? undefined : { inline_keyboard: rows }
}

function checkButton(button: Button): void {
  if (typeof button.text !== 'string' || button.text === '') throw badRequest('text buttons are required to have a text')
  if (button.url !== undefined) checkUrl(button.url)
  else if (button.callback_data === undefined) throw badRequest('text buttons are unallowed in the inline keyboard')
  else checkData(button.callback_data)
}

function checkData(data: string): void {
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
}

function checkUrl(url: string): void {
  const read = URL.parse(url)
  const good = read && (read.protocol === 'tg:' || (/^https?:$/.test(read.protocol) && read.hostname.includes('.')))
  if (!good) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
}
