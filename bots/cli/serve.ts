// `declic serve`: the whole assistant, until SIGTERM or Ctrl-C.
import { Command, Option } from 'commander'
import type { Role } from '../../core/data/lock.ts'
import { openLog } from '../log.ts'
import { readSettings } from '../settings.ts'

const SECONDS_TO_STOP = 10
/** npm passes Ctrl-C on to a program that has already got it from the terminal: this soon, it is the same one. */
const SAME_SIGNAL_MS = 1000

export function serveCommand(): Command {
  return new Command('serve')
    .description('starts the assistant, and prints the address to open')
    .addOption(new Option('--role <ROLE>', 'only this part; without it, both').choices(['web', 'worker']))
    .action(serve)
}

async function serve({ role }: { role?: Role }): Promise<void> {
  const settings = readSettings()
  const log = openLog(settings.logLevel)
  const die = (error: unknown) => {
    log.fatal({ err: error }, 'the program stops: it is in a state that nobody foresaw')
    process.exit(1)
  }
  process.on('uncaughtException', die).on('unhandledRejection', die)
  const { startProgram } = await import('../program.ts')
  const starting = startProgram(settings, { role })
  stopOnSignal(async () => (await starting).stop(), log)
  const { address } = await starting
  console.log(address ? `Déclic is ready: ${address}` : 'Déclic is ready')
}

function stopOnSignal(stop: () => Promise<void>, log: ReturnType<typeof openLog>): void {
  let asked: number | undefined
  const onSignal = async (signal: NodeJS.Signals) => {
    if (asked !== undefined) {
      if (performance.now() - asked < SAME_SIGNAL_MS) return
      log.warn('stopped by force')
      process.exit(1)
    }
    asked = performance.now()
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.error(`not stopped within ${SECONDS_TO_STOP} s: what was not acknowledged comes again`)
      process.exit(1)
    }, SECONDS_TO_STOP * 1000).unref()
    await stop()
    log.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (process.env.npm_lifecycle_event) onOrphaned(() => onSignal('SIGHUP'))
}

/** npm that is killed outright cannot pass anything on: the program would live on unseen, and hold DATA_DIR. */
function onOrphaned(then: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    then()
  }, 500)
  watch.unref()
}
