import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../setup/cluster.ts'
import { childEnvironment } from '../../setup/childEnvironment.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

let dataDir: string
let started: ChildProcess[] = []
beforeEach(async () => {
  dataDir = await temporaryFolder()
})
afterEach(async () => {
  for (const child of started) child.kill('SIGTERM')
  started = []
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const run = (...args: string[]) => {
  const env = { ...childEnvironment(), HOME: process.env.HOME ?? '', DATA_DIR: dataDir, PORT: '0' }
  const child = spawn('npm', args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return child
}

/** `npm start`, once it has printed its address. */
async function serving(): Promise<ChildProcess> {
  const child = run('-s', 'start')
  child.stderr.resume()
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('Déclic is ready')) return child
  throw new Error('the program ended before it was ready')
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('finishes in good order at %s, and DATA_DIR is free when npm has gone', async (signal) => {
    for (let round = 0; round < 2; round++) {
      const child = await serving()
      child.kill(signal)
      await once(child, 'exit')
      expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
    }
  })

  test('is refused in a line while another one serves the same DATA_DIR; the command line is not', async () => {
    await serving()
    const second = run('-s', 'start')
    const said = text(second.stderr)
    expect((await once(second, 'exit'))[0]).toBe(1)
    expect(await said).toContain(`DATA_DIR ${dataDir} is already served by another process`)
    const command = run('run', '-s', 'declic', '--', 'claims', 'export')
    expect(await text(command.stdout)).toBe('[]\n')
  })

  test('does not outlive an npm that was killed', async () => {
    const child = await serving()
    child.kill('SIGKILL')
    await expect.poll(() => existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid')), { timeout: 15_000 }).toBe(false)
  })
})
