// Time as the pure code sees it: instants are ISO 8601 strings that came in with an event or from the database.
// Nothing here reads a clock.

/** An ISO 8601 instant, as `Date.toISOString` or PostgreSQL's `row_to_json` writes it. */
export type Instant = string

/** The instant in the one spelling that leaves the program: UTC, milliseconds, `Z`. */
export const iso = (instant: Instant): Instant => new Date(instant).toISOString()

export const isBefore = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b)

/** `instant` moved by `seconds` (negative: earlier). */
export const plusSeconds = (instant: Instant, seconds: number): Instant => new Date(Date.parse(instant) + seconds * 1000).toISOString()

export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000
