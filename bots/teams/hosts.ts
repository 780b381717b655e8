// Which hosts we talk to. An activity names addresses: to answer at, to download from, to upload to. The bot's token goes to Microsoft's
// own connector and nowhere else, and nothing that a stranger names is fetched (platforms.md, "allow-list").

export type Hosts = {
  /** Where a bot's messages are sent, with the bot's token. */
  service: (url: string) => boolean
  /** Where a picture in a message is fetched, with the bot's token. */
  inline: (url: string) => boolean
  /** Where files lie that people sent or take: addresses that carry their own permission, never our token. */
  files: (url: string) => boolean
}

const CONNECTOR = ['smba.trafficmanager.net', '.botframework.com']
const FILES = ['.sharepoint.com', '.sharepoint-df.com', '.sharepoint.us', 'graph.microsoft.com', 'api.onedrive.com', '.1drv.com', '.svc.ms']

const isOn = (url: string, hosts: string[]): boolean => {
  const { protocol, hostname, port, username } = URL.parse(url) ?? {}
  if (protocol !== 'https:' || (port && port !== '443') || username) return false
  return hosts.some((host) => (host.startsWith('.') ? hostname!.endsWith(host) : hostname === host))
}

export const MICROSOFT: Hosts = {
  service: (url) => isOn(url, CONNECTOR),
  inline: (url) => isOn(url, CONNECTOR),
  files: (url) => isOn(url, FILES),
}

const isLocal = (url: string): boolean => {
  const { protocol, hostname } = URL.parse(url) ?? {}
  return /^https?:$/.test(protocol ?? '') && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname ?? '')
}

/**
 * For tools on this machine (TEAMS=dev), and in tests: whatever service brings an activity is answered, and files may lie on its host, or on
 * loopback. Nobody else reaches us then.
 */
export function devHosts(): Hosts {
  const services = new Set<string>()
  const near = (url: string) => isLocal(url) || services.has(URL.parse(url)?.host ?? '')
  return {
    service(url) {
      const { protocol, host } = URL.parse(url) ?? {}
      if (!/^https?:$/.test(protocol ?? '')) return false
      services.add(host!)
      return true
    },
    inline: (url) => near(url) || MICROSOFT.inline(url),
    files: (url) => near(url) || MICROSOFT.files(url),
  }
}
