// « Oublier »: everything that is held of a person goes, files first. What they were told last is still delivered.
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'
import { erasePerson } from '../../core/data/people.ts'
import type { EvidenceStore } from '../../core/evidence/port.ts'

const Data = z.object({ person: z.uuid() })

export function makeErase({ database, evidence, now }: { database: Database; evidence: EvidenceStore; now: () => string }): Handler {
  return async (data) => {
    const { person } = Data.parse(data)
    await erasePerson(database.prisma, person, { removeFile: (name) => evidence.remove(name), through: 'chat', at: new Date(now()) })
  }
}
