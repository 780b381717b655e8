/**
 * A time zone where it is about noon now, for `TIME_ZONE`: what is offered in the morning, and who is left alone at night, goes by the clock there.
 * So a test on the machine's own clock is the same at any hour.
 */
export function whereItIsNoon(): string {
  const east = 12 - new Date().getUTCHours()
  // POSIX counts to the west
  return `Etc/GMT${east >= 0 ? '-' : '+'}${Math.abs(east)}`
}
