// Credentials for the fake's own token endpoint. Microsoft's library asks https alone: what it asks is carried over plain http to loopback.
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import { MsalServiceClientCredentialsFactory } from 'botframework-connector'
import { APP_ID, type FakeTeams, ISSUER, SECRET } from '../../fakes/teams/index.ts'

const carry = async <T>(url: string, init: RequestInit) => {
  const answer = await fetch(url.replace(/^https:/, 'http:'), init)
  return { headers: Object.fromEntries(answer.headers), body: (await answer.json()) as T, status: answer.status }
}

const network: INetworkModule = {
  sendGetRequestAsync: (url, options) => carry(url, { headers: options?.headers }),
  sendPostRequestAsync: (url, options) => carry(url, { method: 'POST', headers: options?.headers, body: options?.body }),
}

export function credentialsFor({ base }: Pick<FakeTeams, 'base'>, clientSecret = SECRET): MsalServiceClientCredentialsFactory {
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: APP_ID,
      clientSecret,
      authority: `${base.replace('http:', 'https:')}/tenant`,
      knownAuthorities: [new URL(base).host],
      protocolMode: 'OIDC',
    },
    system: { networkClient: network },
  })
  // one package, but its types for import and for require are two
  return new MsalServiceClientCredentialsFactory(APP_ID, application as never)
}

/** What `tokens: true` needs: where the fake publishes its keys. All of them are given, or botbuilder takes none. */
export const endpointsOf = ({ base }: Pick<FakeTeams, 'base'>) => ({
  ToChannelFromBotLoginUrl: `${base}/tenant`,
  ToChannelFromBotOAuthScope: ISSUER,
  ToBotFromChannelTokenIssuer: ISSUER,
  OAuthUrl: `${base}/oauth`,
  ToBotFromChannelOpenIdMetadataUrl: `${base}/.well-known/openidconfiguration`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${base}/.well-known/openidconfiguration`,
  CallerId: 'urn:botframework:azure',
})
