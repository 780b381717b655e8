// A guard: no connection leaves this machine while tests run, neither from a test nor from a program that it starts.
// An attempt fails, and fails the run, even where the program would have swallowed the error.
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(import.meta.url)
const isLoopback = (host) =>
  host === undefined || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host) || /^::ffff:127\./.test(host)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...given) {
  // Node itself passes its arguments on as one array
  const [first, second] = Array.isArray(given[0]) ? given[0] : given
  const options =
    typeof first === 'object' && first !== null
      ? first
      : typeof first === 'string' && Number.isNaN(Number(first))
        ? { path: first }
        : { port: first, host: typeof second === 'string' ? second : undefined }
  if (!options.path && !isLoopback(options.host)) {
    const error = new Error(`a connection beyond loopback was tried: ${options.host}:${options.port}`)
    // a test looks at them afterwards (guard.ts); a program that a test started ends at once
    if (globalThis.declicForbidden) globalThis.declicForbidden.push(error)
    else {
      process.stderr.write(`${error.stack}\n`)
      process.exit(70)
    }
    throw error
  }
  return connect.apply(this, given)
}

// programs that a test starts inherit the guard
if (!process.env.NODE_OPTIONS?.includes(path.basename(HERE))) {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${HERE}`.trim()
}
