// The program as an operator runs it: a process of its own, which can be killed at any moment.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { childEnvironment } from '../setup/childEnvironment.ts'

export type RunningProgram = {
  address: string
  /** SIGKILL, and gone. */
  kill: () => Promise<void>
  /** SIGTERM, and gone. */
  stop: () => Promise<void>
}

const ROOT = path.join(import.meta.dirname, '../..')

/** Resolves once the program says that it is ready; what it said on its error output is in the error otherwise. */
export async function startProcess(env: Record<string, string>, args: string[] = []): Promise<RunningProgram> {
  const { HOME = '' } = process.env
  const child = spawn(process.execPath, ['bots/main.ts', 'serve', ...args], {
    cwd: ROOT,
    env: { ...childEnvironment(), HOME, LOG_LEVEL: 'error', PUBLIC_URL: 'http://localhost:3978', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await readiness(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return { address, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

function readiness(child: ChildProcess): Promise<string> {
  let said = ''
  let wrong = ''
  return new Promise((resolve, reject) => {
    child.stderr!.on('data', (chunk) => {
      wrong = (wrong + chunk).slice(-4000)
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${wrong}`)))
    child.stdout!.on('data', (chunk) => {
      said += chunk
      const ready = /Déclic is ready(?:: (\S+))?\n/.exec(said)
      if (ready) resolve(ready[1] ?? '')
    })
  })
}
