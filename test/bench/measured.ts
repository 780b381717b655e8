// A process of its own, whose use of processor and database is its parent's to ask.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import manifest from '../../package.json' with { type: 'json' }
import type { Used } from './report.ts'

export type Measured = { address: string; used: () => Promise<Used>; stop: () => Promise<void> }

const REPORT = new URL('./report.ts', import.meta.url).href
/** What `npm start` gives to Node. */
export const START_FLAGS: string[] = manifest.scripts.start.match(/--\S+/g) ?? []

/** Starts `script` and waits for the first address that it prints. `profile`: a folder for its processor profile. */
export async function startMeasured(script: string, args: string[], env: NodeJS.ProcessEnv, profile?: string): Promise<Measured> {
  const execArgv = [...START_FLAGS, '--import', REPORT, ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [])]
  const child = fork(script, args, { env: { ...process.env, ...env }, execArgv, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const address = await printedAddress(child)
  return {
    address,
    async used() {
      child.send('used')
      return (await once(child, 'message'))[0] as Used
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a measured process ended with ${code} before it was ready`)))
    let said = ''
    child.stdout!.on('data', (chunk) => {
      said += chunk
      const address = /https?:\/\/\S+/.exec(said)?.[0]
      if (address) resolve(address)
    })
  })
}
