// Can every badge of the catalogue be issued with what is configured? A badge that names a backend for itself must go there. One that only
// goes where `ISSUER` sends all may wait for its id: an organisation brings its badges over one by one, and the claims that wait go on then.
import { BACKENDS, type BackendName, backendOf, keepsBadges, NEEDED } from '../model/backends.ts'
import { at, error, type Finding, warning } from '../model/plainLanguage/finding.ts'
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
      const remark = value.backend ? error : warning
      return [at(source.file, source.lineOf(['backendIds']), remark('backend', `"${value.id}" ${why}`, fix))]
    })
}
