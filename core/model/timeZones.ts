// In which time zone somebody is. Telegram does not tell, a browser does, and structures overseas share one installation with others.

/** The zone of a device, as its usual name (IANA: Indian/Reunion). Undefined: no such zone, or only an offset, which knows no summer. */
export function timeZoneNamed(name: string): string | undefined {
  if (usual.has(name)) return name
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    usual.add(timeZone)
    return timeZone
  } catch {
    return undefined
  }
}

/** Usual names that were asked for: a few hundred at most. Looking one up anew takes a tenth of a millisecond, and each round of the clocks asks for all. */
const usual = new Set<string>()

/**
 * Whose clock counts for a person: what their own device said last, else their structure's, else the installation's (`TIME_ZONE`).
 * The same in SQL, for many at once: core/data/clocks.ts.
 */
export const zoneOf = (
  person: { timeZone: string | null },
  structure: { timeZone?: string | null } | null | undefined,
  installation: string,
): string => person.timeZone ?? structure?.timeZone ?? installation
