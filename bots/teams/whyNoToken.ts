import type { TeamsSettings } from '../settings.ts'
import { credentialsOf, makeToken } from './credentials.ts'

/** Asks Microsoft for a token, as the first message would. Undefined: it gives one. The password is no part of the answer. */
export async function whyNoToken(settings: TeamsSettings): Promise<string | undefined> {
  try {
    await makeToken(settings, credentialsOf(settings))()
    return undefined
  } catch (error) {
    const { errorCode, message } = error as { errorCode?: string; message?: string }
    // AADSTS7000215: the secret is wrong; AADSTS700016: there is no such application
    const code = /AADSTS\d+/.exec(message ?? '')?.[0]
    return code ?? errorCode ?? 'it cannot be reached'
  }
}
