/** Opens the bot's chat with the code written, to be sent by the person: Teams has no start parameter (docs/teams.md). */
export const startLink = (appId: string, code: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}&message=%2Fstart%20${code}`
