// The control of a Teams turn: Microsoft's own sample, a bare CloudAdapter behind restify that says back what it hears. No database, no
// dialog, no outbox. Authenticated as a bot is, against the Bot Framework at BOT_FRAMEWORK; without one, as our TEAMS=dev.
//   node test/bench/teamsEcho.ts
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import restify from 'restify'
import { credentialsFor, endpointsOf } from '../bots/teams/credentials.ts'
import { APP_ID } from '../fakes/teams/index.ts'

const base = process.env.BOT_FRAMEWORK
const authentication = base
  ? new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: APP_ID, ...endpointsOf({ base }) }, credentialsFor({ base }))
  : new ConfigurationBotFrameworkAuthentication({})
const adapter = new CloudAdapter(authentication)
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response as never, async (context) => {
    await context.sendActivity(`Question 2 sur 6. ${context.activity.text}`)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
process.on('SIGTERM', () => process.exit())
