// `declic key rotate --organisation O`: a new signing key for the built-in issuer. Badges of the former key stay good.
import { Command } from 'commander'
import { catalogueOf, issuerOf } from './catalogueOf.ts'
import { readSettings } from '../settings.ts'

export function keyCommand(): Command {
  const key = new Command('key').description('the key with which the built-in issuer signs')
  key
    .command('rotate')
    .description('signs with a new key from now on and prints it; badges that the former key signed stay good')
    .option('--organisation <O>', 'id of the organisation in the catalogue; needed when there are several')
    .action(rotate)
  return key
}

async function rotate({ organisation }: { organisation?: string }): Promise<void> {
  const settings = readSettings()
  const issuer = issuerOf(await catalogueOf(settings), organisation)
  const { rotateKeys } = await import('../../core/issuing/builtin/keys.ts')
  const { current, retired } = await rotateKeys(settings.dataDir, issuer.id)
  console.error(`${issuer.name}: ${retired.length} former ${retired.length === 1 ? 'key' : 'keys'} kept for checking`)
  console.log(current.publicKeyMultibase)
}
