// Evidence in an S3-compatible bucket (AWS, MinIO, Garage, OVH, Scaleway…). Loaded only when EVIDENCE_URL asks for it.
import { randomUUID } from 'node:crypto'
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { storeName } from './name.ts'
import type { EvidenceStore } from './port.ts'

export type S3Settings = {
  /** `https://s3.example.org`; AWS itself when absent. */
  endpoint?: string
  region?: string
  accessKeyId?: string
  secretAccessKey?: string
}

/** @param url `s3://bucket/prefix`; the prefix may be empty. Throws when it has another shape. */
export function openS3(url: string, settings: S3Settings = {}): EvidenceStore & { close: () => void } {
  const { bucket, prefix } = placeOf(url)
  const { accessKeyId, secretAccessKey } = settings
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region ?? 'us-east-1',
    // Without keys the SDK looks where AWS puts them (a role, a profile).
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    // bucket.host needs a wildcard certificate, which self-hosted servers rarely have.
    forcePathStyle: settings.endpoint !== undefined,
    // The SDK's own checksum trailers are refused by many compatible servers.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (name: string) => ({ Bucket: bucket, Key: prefix + storeName(name) })

  const store: EvidenceStore = {
    async put(name, bytes, mediaType) {
      await client
        .send(new PutObjectCommand({ ...at(name), Body: bytes, ContentType: mediaType, ContentLength: bytes.length }))
        .catch(failed('evidence could not be written to S3'))
    },

    async get(name) {
      const place = at(name)
      try {
        const { Body, ContentType } = await client.send(new GetObjectCommand(place))
        if (!Body) return undefined
        return { bytes: await Body.transformToByteArray(), mediaType: ContentType ?? 'application/octet-stream' }
      } catch (cause) {
        if (cause instanceof NoSuchKey) return undefined
        throw new Error('evidence could not be read from S3', { cause })
      }
    },

    async remove(name) {
      await client.send(new DeleteObjectCommand(at(name))).catch(failed('evidence could not be removed from S3'))
    },

    async check() {
      const probe = `check-${randomUUID()}`
      try {
        await store.put(probe, Buffer.from('ok'), 'text/plain')
        const back = await store.get(probe)
        if (Buffer.from(back?.bytes ?? []).toString() !== 'ok') throw new Error('what was written did not come back')
        await store.remove(probe)
      } catch (cause) {
        throw new Error(`evidence bucket ${url} cannot be read and written: ${reason(cause)}`, { cause })
      }
    },
  }
  return { ...store, close: () => client.destroy() }
}

function placeOf(url: string): { bucket: string; prefix: string } {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(url) ?? []
  if (!bucket) throw new Error('EVIDENCE_URL: expected s3://bucket/prefix')
  const prefix = path.replace(/^\/+|\/+$/g, '')
  return { bucket, prefix: prefix && `${prefix}/` }
}

const failed = (message: string) => (cause: unknown) => {
  throw new Error(message, { cause })
}

/** The server's own word for it (NoSuchBucket, AccessDenied, ECONNREFUSED…), found under our wrapping; it never holds a key. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause) return reason(error.cause)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'Error' ? error.message : error.name
}
