// Who may bring activities: botbuilder's own checks of the token (signature, issuer, audience, service URL, endorsement, expiry), with two
// things around them. What jsonwebtoken says of a bad token is a refusal (401), where botbuilder lets it pass as a failure of ours (500).
// And a token that was verified stays so until it expires: Teams brings the same one for about an hour, and checking costs half a turn.
import { createHash } from 'node:crypto'
import { type Activity, ConfigurationBotFrameworkAuthentication, type ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder'
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'

/** Tokens in memory; there are a few at a time. */
const REMEMBERED = 500
const REFUSALS = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'])

type Verified = { result: AuthenticateRequestResult; until: number }

export class Authentication extends ConfigurationBotFrameworkAuthentication {
  readonly #verified = new Map<string, Verified>()
  readonly #disabled: boolean
  readonly #connectors = new Map<string, ReturnType<ConnectorFactory['create']>>()
  #tokens: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | undefined

  /** `disabled`: activities without a token are taken (TEAMS=dev). */
  constructor(settings: ConfigurationBotFrameworkAuthenticationOptions, credentials: ServiceClientCredentialsFactory, disabled: boolean) {
    super(settings, credentials)
    this.#disabled = disabled
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    // what the token was checked against belongs to the key: another service URL is another question
    const key = this.#disabled ? '' : digest(`${header}\n${activity.channelId}\n${activity.serviceUrl}`)
    const known = this.#verified.get(key)
    if (known && known.until > Date.now()) return known.result
    this.#verified.delete(key)
    const result = await this.#check(activity, header)
    result.connectorFactory = { create: (url, audience) => this.#connectorTo(url, audience ?? '') } as ConnectorFactory
    if (this.#verified.size >= REMEMBERED) this.#verified.delete(this.#verified.keys().next().value!)
    const expires = Number(result.claimsIdentity.getClaimValue('exp') ?? 0) * 1000
    this.#verified.set(key, { result, until: this.#disabled ? Number.POSITIVE_INFINITY : expires })
    return result
  }

  async #check(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    // botbuilder checks the claim only against a service URL that is there
    if (!this.#disabled && !activity.serviceUrl) throw new AuthenticationError('no service URL', 401)
    try {
      return await super.authenticateRequest(activity, header)
    } catch (error) {
      if (error instanceof Error && REFUSALS.has(error.name)) throw new AuthenticationError(error.message, 401)
      throw error
    }
  }

  /** botbuilder makes a client for every activity; one for each service is enough. (We send with connector.ts.) */
  #connectorTo(serviceUrl: string, audience: string): ReturnType<ConnectorFactory['create']> {
    const known = this.#connectors.get(serviceUrl)
    if (known) return known
    if (this.#connectors.size >= REMEMBERED) this.#connectors.clear()
    const made = this.createConnectorFactory(this.#verified.values().next().value!.result.claimsIdentity).create(serviceUrl, audience)
    made.catch(() => this.#connectors.delete(serviceUrl))
    this.#connectors.set(serviceUrl, made)
    return made
  }

  override createUserTokenClient(...given: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>) {
    this.#tokens ??= super.createUserTokenClient(...given)
    this.#tokens.catch(() => {
      this.#tokens = undefined
    })
    return this.#tokens
  }
}

/** 401 and 403 are about the sender; anything else is a failure of ours, and the activity shall come again. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof AuthenticationError && (error.statusCode === 401 || error.statusCode === 403)

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')
