// What we use of libraries that come without types, beside those of the issuer. Read from their sources, at the versions of package.json.

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { signer?: object; date?: Date | string; key?: object })
  }
  export const suiteContext: { contexts: Map<string, object>; constants: { CONTEXT_URL: string } }
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: { name: string }
}

declare module '@digitalbazaar/ecdsa-multikey' {
  type KeyPair = { publicKeyMultibase: string; publicKey: unknown; signer: () => object }
  export function from(key: { type?: 'Multikey'; id?: string; controller?: string; publicKeyMultibase: string }): Promise<KeyPair>
  export function fromJwk(options: { jwk: object; id?: string; controller?: string }): Promise<KeyPair>
  export function toJwk(options: { keyPair: KeyPair }): Promise<Record<string, unknown>>
  export function generate(options: { curve: string; id?: string; controller?: string }): Promise<KeyPair>
}

declare module '@digitalbazaar/data-integrity-context' {
  const packed: { contexts: Map<string, object> }
  export default packed
}

declare module '@digitalbazaar/vc-status-list-context' {
  const packed: { contexts: Map<string, object> }
  export default packed
}
