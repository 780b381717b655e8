// The second library, which comes without types: what the tests use of it.
declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown })
  }
}
declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
declare module '@digitalcredentials/vc' {
  export function verifyCredential(options: {
    credential: unknown
    suite: unknown
    documentLoader: (url: string) => Promise<unknown>
    checkStatus: () => Promise<{ verified: boolean }>
    verifyMatchingIssuers: boolean
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>
}
declare module 'png-itxt' {
  type Chunk = { type: string; keyword: string; value: string; compressed: boolean }
  const itxt: { get: (keyword: string, found: (error: Error | null, chunk: Chunk) => void) => NodeJS.ReadWriteStream }
  export default itxt
}
