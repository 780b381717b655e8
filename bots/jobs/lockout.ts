// A backend that refuses our credentials: the operator is told once, not for each claim and each try, and again only after it had let us in.
import type { BackendName } from '../../core/model/backends.ts'
import type { Log } from '../log.ts'

/** Seconds until a claim tries again whether the credentials were mended. */
export const LOCKED_OUT_SECONDS = 600

export type Lockouts = { refused: (backend: BackendName, why: string) => void; letIn: (backend: BackendName) => void }

export function openLockouts(log: Log): Lockouts {
  const told = new Set<BackendName>()
  return {
    refused(backend, why) {
      if (told.has(backend)) return
      told.add(backend)
      log.error({ backend, why }, `the issuing backend refuses us: claims wait until it is mended; try "declic issuer test ${backend}"`)
    },
    letIn(backend) {
      if (told.delete(backend)) log.info({ backend }, 'the issuing backend lets us in again: claims go on')
    },
  }
}
