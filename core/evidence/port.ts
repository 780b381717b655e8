// Where evidence is kept: a folder, or S3. Names are unguessable and chosen by the caller of `put`.
export type EvidenceStore = {
  put: (name: string, bytes: Uint8Array, mediaType: string) => Promise<void>
  get: (name: string) => Promise<{ bytes: Uint8Array; mediaType: string } | undefined>
  remove: (name: string) => Promise<void>
  /** Throws, with what is wrong in plain words, when the store cannot be read and written. */
  check: () => Promise<void>
}
