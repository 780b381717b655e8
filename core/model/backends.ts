// The issuing backends by name, and what each needs to know before a claim can go there.

export const BACKENDS = ['builtin', 'openbadgefactory', 'badgr', 'dcc', 'webhook'] as const
export type BackendName = (typeof BACKENDS)[number]

/** Backends that issue a badge which they keep themselves: the catalogue says under which id (`backendIds` of a badge). */
export const KEEPERS = ['openbadgefactory', 'badgr'] as const
export type Keeper = (typeof KEEPERS)[number]

export const keepsBadges = (backend: BackendName): backend is Keeper => (KEEPERS as readonly string[]).includes(backend)

/** Backends that send the badge to an address: the learner is asked for one, as one more missing thing (design.md, decision 1). */
export const needsEmail = (backend: BackendName): boolean => backend === 'openbadgefactory' || backend === 'badgr'

/** Where a badge is issued: its own backend, or the one of `ISSUER`. */
export const backendOf = ({ backend }: { backend?: BackendName }, byDefault: BackendName): BackendName => backend ?? byDefault

/** The settings without which a backend cannot be reached. */
export const NEEDED = {
  builtin: [],
  openbadgefactory: ['OBF_CLIENT_ID', 'OBF_CLIENT_SECRET'],
  badgr: ['BADGR_API_ROOT', 'BADGR_TOKEN'],
  dcc: ['DCC_URL', 'DCC_TENANT'],
  webhook: ['WEBHOOK_ISSUER_URL', 'WEBHOOK_ISSUER_SECRET'],
} as const satisfies Record<BackendName, string[]>
