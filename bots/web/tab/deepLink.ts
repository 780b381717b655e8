// Links that Teams opens in the tab itself (learn.microsoft.com: « deep links to a tab »).
import type { TabPage } from './session.ts'

/** @param claim its id; the tab gets it as `subPageId` */
export function deepLink(appId: string, page: TabPage, claim?: string): string {
  const context = claim ? `?context=${encodeURIComponent(JSON.stringify({ subEntityId: claim }))}` : ''
  return `https://teams.microsoft.com/l/entity/${appId}/${page}${context}`
}

/** The private chat with the bot. */
export const chatLink = (appId: string): string => `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`
