export { json, redirect, Refused, type Reply, type Route, type Visit } from './route.ts'
export { openServer, type Server, type ServerOptions } from './server.ts'
