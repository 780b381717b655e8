// `npm run teams:package [-- FILE]`: writes the app package, and says what to do with it.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readSettings } from '../../settings.ts'
import { buildPackage } from './build.ts'

const [file = 'declic-teams.zip'] = process.argv.slice(2)
try {
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
  await writeFile(file, buildPackage(readSettings(), version))
  console.log(path.resolve(file))
  console.error('Upload it in the Teams admin center (Teams apps, Manage apps, Upload new app): docs/teams.md says how.')
} catch (error) {
  const expected = error instanceof Error && ['Refusal', 'SettingsError'].includes(error.name)
  console.error(expected ? error.message : error)
  process.exitCode = 1
}
