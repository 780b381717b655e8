import type { About } from '../../dialogs/event.ts'

/** Tells a turn that something happened; `key` makes it happen once. */
export type Happen = (key: string, about: About) => Promise<void>
