// Where evidence goes, by the settings. What comes in passes `keepEvidence` (keep.ts) first; what goes out wears `headersFor` (serve.ts).
import { join } from 'node:path'
import { openFolder } from './folder.ts'
import type { EvidenceStore } from './port.ts'
import type { S3Settings } from './s3.ts'

export type EvidenceSettings = {
  dataDir: string
  /** `s3://bucket/prefix`; a folder under `dataDir` when absent or empty. */
  evidenceUrl?: string
  s3?: S3Settings
}

export async function openEvidenceStore(settings: EvidenceSettings): Promise<EvidenceStore> {
  if (!settings.evidenceUrl) return openFolder(join(settings.dataDir, 'evidence'))
  const { openS3 } = await import('./s3.ts')
  return openS3(settings.evidenceUrl, settings.s3)
}
