// The bot's own identity at Microsoft, and the tokens that its messages carry.
import { type ConfigurationBotFrameworkAuthenticationOptions, ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import type { TeamsSettings } from '../settings.ts'
import type { Token } from './connector.ts'

const SCOPE = 'https://api.botframework.com'
const LOGIN = 'https://login.microsoftonline.com/'

/** Empty with `dev`: botbuilder then takes activities without a token. */
export const identityOf = ({ appId, password, appType, tenantId, dev }: TeamsSettings): ConfigurationBotFrameworkAuthenticationOptions =>
  dev ? {} : { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppType: appType, MicrosoftAppTenantId: tenantId }

export const credentialsOf = (settings: TeamsSettings): ServiceClientCredentialsFactory =>
  new ConfigurationServiceClientCredentialFactory(identityOf(settings))

/** botbuilder's credentials keep a token until five minutes before its end. */
export function makeToken(
  { appId, tenantId, appType, dev }: TeamsSettings,
  credentials: ServiceClientCredentialsFactory,
  endpoints: ConfigurationBotFrameworkAuthenticationOptions = {},
): Token {
  if (dev) return async () => undefined
  const login = endpoints.ToChannelFromBotLoginUrl ?? `${LOGIN}${appType === 'MultiTenant' ? 'botframework.com' : tenantId}`
  const scope = endpoints.ToChannelFromBotOAuthScope ?? SCOPE
  let made: Promise<{ getToken: (fresh?: boolean) => Promise<string> }> | undefined
  return async (fresh) => {
    made ??= credentials.createCredentials(appId, scope, login, true) as unknown as NonNullable<typeof made>
    return (await made).getToken(fresh)
  }
}
