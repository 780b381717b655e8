import type { Logger } from 'pino'

/** As much of pino as the channel needs. Nothing of a person and no token is ever passed to it. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>
