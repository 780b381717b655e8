// `declic serve --role web` for Teams, whose Bot Framework is at BOT_FRAMEWORK: the program that `npm start` runs, with tokens checked
// and asked for as in real life, on loopback.
import { startProgram } from '../../bots/program.ts'
import { readSettings } from '../../bots/settings.ts'
import { devHosts } from '../../bots/teams/hosts.ts'
import { credentialsFor, endpointsOf } from '../bots/teams/credentials.ts'

const base = process.env.BOT_FRAMEWORK!
const botFramework = { endpoints: endpointsOf({ base }), credentials: credentialsFor({ base }), hosts: devHosts() }
const program = await startProgram(readSettings(), { role: 'web', botFramework })
console.log(program.address)
process.on('SIGTERM', () => void program.stop().then(() => process.exit()))
