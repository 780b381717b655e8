// `npm run catalogue:schemas`
import { join } from 'node:path'
import { writeSchemas } from './schemas.ts'

for (const path of await writeSchemas(join(import.meta.dirname, '../../catalogue'))) console.log(path)
