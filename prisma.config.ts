// Prisma's CLI wants a schema engine that it downloads. `generate` and `validate` do not use it, so a machine that cannot
// download it gets a placeholder for these two; `migrate` keeps its own way (see docs/developing.md).
import { defineConfig } from 'prisma/config'

if (['generate', 'validate', 'format'].some((command) => process.argv.includes(command)))
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= '/bin/true'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/declic' },
})
