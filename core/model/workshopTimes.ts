// When what belongs to a workshop happens.

/** So long after its end a workshop can be joined by its link. */
export const LINK_DAYS = 180
