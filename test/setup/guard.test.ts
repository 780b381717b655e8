import net from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const forgetForbidden = () => {
  ;(globalThis as { declicForbidden?: Error[] }).declicForbidden = []
}

test('a connection beyond loopback fails', async () => {
  expect(() => net.connect(443, 'example.org')).toThrow(/beyond loopback/)
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow()
  forgetForbidden()
})

test('loopback is free', async () => {
  const server = net.createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1')
  const [said] = await once(socket, 'data')
  expect(String(said)).toBe('hello')
  server.close()
})
