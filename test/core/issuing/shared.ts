// Test data of others (1EdTech, W3C), kept beside the project and not in it. Tests that need it skip where it is absent.
import { existsSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../../../shared/data/open-badges/', import.meta.url)
export const hasSharedData = existsSync(FOLDER)
export const WHY_SKIPPED = hasSharedData ? '' : ' (skipped: ../shared/data/open-badges is not here)'

export const sharedText = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')
export const sharedBytes = (path: string): Buffer => readFileSync(new URL(path, FOLDER))
export const sharedJson = (path: string) => JSON.parse(sharedText(path))
