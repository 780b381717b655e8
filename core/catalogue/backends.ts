// Can every badge of the catalogue be issued with what is configured? A claim that nobody can issue must not be opened.
import { BACKENDS, type BackendName, backendOf, keepsBadges, NEEDED } from '../model/backends.ts'
import { at, error, type Finding } from '../model/plainLanguage/finding.ts'
import type { IssuerFolder } from './read.ts'

export type Issuing = { byDefault: BackendName; configured: BackendName[] }

export function checkBackends(folders: IssuerFolder[], { byDefault, configured }: Issuing): Finding[] {
  return folders
    .flatMap(({ badges }) => badges)
    .flatMap(({ source, value }): Finding[] => {
      const backend = backendOf(value, byDefault)
      if (!configured.includes(backend)) {
        const others = BACKENDS.filter((name) => configured.includes(name)).join(', ')
        const fix = `set ${NEEDED[backend].join(' and ')}, or name another: ${others}`
        return [at(source.file, source.lineOf(['backend']), error('backend', `"${backend}" is not configured`, fix))]
      }
      if (!keepsBadges(backend) || value.backendIds?.[backend]) return []
      const why = `is issued by ${backend}${value.backend ? '' : ' (ISSUER)'}, and says nothing of its id there`
      const fix = `backendIds: { ${backend}: … }; "declic issuer test ${backend}" lists them`
      return [at(source.file, source.lineOf(['backendIds']), error('backend', `"${value.id}" ${why}`, fix))]
    })
}
