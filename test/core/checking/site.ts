// A site of issuers on loopback, and a network that takes https names to it, through the very rules of the program.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import { type Network, openNetwork } from '../../../core/checking/index.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export function issuersSite() {
  const pages = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const address = `https://${request.url!.slice(1)}`
    asked.push(address)
    const answer = pages.get(address)
    if (answer) answer(request, response)
    else {
      response.writeHead(404)
      response.end()
    }
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  /** `https://host/path` is asked for as `/host/path` on loopback. */
  const local = openNetwork({ mayReach: (address) => address === '127.0.0.1', mayAsk: (url) => url.protocol === 'http:', timeout: 20_000 })
  const network: Network = async (url) => {
    const fetched = await local(`http://127.0.0.1:${port}/${url.replace(/^https:\/\//, '')}`)
    return 'url' in fetched ? { ...fetched, url: fetched.url.replace(`http://127.0.0.1:${port}/`, 'https://') } : fetched
  }
  return {
    asked,
    network,
    base: () => `http://127.0.0.1:${port}`,
    json: (address: string, value: unknown, status = 200) =>
      pages.set(address, (_, response) => {
        response.writeHead(status, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify(value))
      }),
    answer: (address: string, answer: Answer) => pages.set(address, answer),
  }
}
