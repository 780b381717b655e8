// A sheet to take to an interview: somebody's badges on paper, with a code that leads to their stories.
import PDFDocument from 'pdfkit'
import { toBuffer } from 'qrcode'
import { drawable, fontFile } from '../issuing/builtin/lettering.ts'

export type Sheet = {
  language: 'fr' | 'en'
  /** Of the document, for whoever has many. */
  title: string
  name: string
  badges: SheetBadge[]
  /** Where the code leads, and what stands beside it; absent: there is no public page. */
  link?: { address: string; words: string }
  at: Date
}

export type SheetBadge = {
  /** PNG; absent for a badge from elsewhere. */
  picture?: Uint8Array
  name: string
  description?: string
  /** A line each: seen by whom, issued by whom and when. */
  facts: string[]
  /** A few of the learner's own words. */
  quote?: string
}

const MARGIN = 50
const PICTURE = 84
const INK = '#25221d'
const QUIET = '#5f584d'
const ACCENT = '#0f5c55'
const WORDS = 320

/** PDF, tagged, on A4. */
export async function drawSheet(sheet: Sheet): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    lang: sheet.language,
    tagged: true,
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.name, Creator: 'Déclic', CreationDate: sheet.at },
  })
  const parts: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  doc.registerFont('regular', fontFile('regular'))
  doc.registerFont('bold', fontFile('bold'))
  const root = doc.struct('Document')
  doc.addStructure(root)

  root.add(doc.struct('H1', {}, () => void doc.font('bold').fontSize(24).fillColor(INK).text(drawable(sheet.name, 'bold'))))
  doc.moveDown(0.8)
  for (const badge of sheet.badges) drawBadge(doc, root, badge)
  if (sheet.link) await drawLink(doc, root, sheet.link)
  root.end()
  doc.end()
  return whole
}

type Struct = ReturnType<PDFKit.PDFDocument['struct']>

function drawBadge(doc: PDFKit.PDFDocument, root: Struct, badge: SheetBadge): void {
  const left = MARGIN + PICTURE + 18
  const width = doc.page.width - MARGIN - left
  const section = doc.struct('Sect')
  root.add(section)
  doc.font('regular').fontSize(11)
  const words = quoteOf(badge.quote)
  const height =
    24 + [badge.description, ...badge.facts, words].reduce((sum, text) => sum + (text ? doc.heightOfString(text, { width }) + 5 : 0), 0)
  if (doc.y + Math.max(height, PICTURE) > doc.page.height - MARGIN) doc.addPage()
  const top = doc.y
  if (badge.picture) {
    const picture = Buffer.from(badge.picture)
    section.add(doc.struct('Figure', { alt: badge.name }, () => void doc.image(picture, MARGIN, top, { fit: [PICTURE, PICTURE] })))
  }
  const line = (tag: string, font: string, size: number, colour: string, text: string) =>
    section.add(
      doc.struct(
        tag,
        {},
        () => void doc.font(font).fontSize(size).fillColor(colour).text(drawable(text, 'regular'), left, doc.y, { width, paragraphGap: 4 }),
      ),
    )
  doc.y = top
  line('H2', 'bold', 15, ACCENT, badge.name)
  if (badge.description) line('P', 'regular', 11, INK, badge.description)
  for (const fact of badge.facts) line('P', 'bold', 10.5, INK, fact)
  if (words) line('BlockQuote', 'regular', 10.5, QUIET, words)
  section.end()
  doc.x = MARGIN
  doc.y = Math.max(doc.y, top + PICTURE) + 18
}

/** As far as a sheet can carry it, at the end of a word. */
function quoteOf(quote: string | undefined): string | undefined {
  if (!quote) return undefined
  const plain = quote.replaceAll(/\s+/g, ' ').trim()
  if (plain.length <= WORDS) return `«\u00a0${plain}\u00a0»`
  return `«\u00a0${plain.slice(0, WORDS).replace(/\s\S*$/, '')}…\u00a0»`
}

async function drawLink(doc: PDFKit.PDFDocument, root: Struct, { address, words }: NonNullable<Sheet['link']>): Promise<void> {
  const code = await toBuffer(address, { margin: 0, width: 300, errorCorrectionLevel: 'M' })
  if (doc.y + 90 > doc.page.height - MARGIN) doc.addPage()
  const top = doc.y
  root.add(doc.struct('Figure', { alt: address }, () => void doc.image(code, MARGIN, top, { fit: [80, 80] })))
  root.add(
    doc.struct('P', {}, () => {
      doc
        .font('regular')
        .fontSize(11)
        .fillColor(INK)
        .text(words, MARGIN + 98, top + 14)
      doc.fillColor(ACCENT).text(address, { link: address })
    }),
  )
}
