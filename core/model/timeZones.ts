// In which time zone somebody is. Telegram does not tell, a browser does, and structures overseas share one installation with others.

/** The zone of a device, as its usual name (IANA: Indian/Reunion). Undefined: no such zone, or only an offset, which knows no summer. */
export function timeZoneNamed(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/**
 * Whose clock counts for a person: what their own device said last, else their structure's, else the installation's (`TIME_ZONE`).
 * The same in SQL, for many at once: core/data/clocks.ts.
 */
export const zoneOf = (
  person: { timeZone: string | null },
  structure: { timeZone?: string | null } | null | undefined,
  installation: string,
): string => person.timeZone ?? structure?.timeZone ?? installation
