// An issuing backend of somebody else: takes claims over HTTP, and fails as it is told.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Delivery = { headers: IncomingHttpHeaders; body: string }

export type IssuingBackend = {
  url: string
  /** Everything that came in, in order. */
  deliveries: Delivery[]
  /** The next answers, one each: a status, or `cut` (the line goes dead after the body was read). Afterwards 200. */
  answers: (number | 'cut')[]
  close: () => Promise<void>
}

export async function openIssuingBackend(): Promise<IssuingBackend> {
  const deliveries: Delivery[] = []
  const answers: IssuingBackend['answers'] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    deliveries.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    const answer = answers.shift() ?? 200
    if (answer === 'cut') return void request.socket.destroy()
    response.writeHead(answer, { 'content-type': 'application/json' })
    response.end(answer === 200 ? JSON.stringify({ state: 'issued', reference: 'R-7', url: 'https://badges.example.org/R-7' }) : '{}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/claims`,
    deliveries,
    answers,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
