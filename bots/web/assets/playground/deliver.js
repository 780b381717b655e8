// What a phone says leaves in order, and again when it did not arrive: a message has an id of its own, so twice is once.

const PAUSES_MS = [500, 1500, 4000]

/** The file is larger than the server takes. */
export class TooBig extends Error {}

/** Gives `post(line, path, body, type)`; what was said on the same line before leaves first. Throws when it could not be delivered. */
export function openDelivery({ base = '', headers = {} } = {}) {
  const last = new Map()
  return (line, path, body, type) => {
    const before = last.get(line) ?? Promise.resolve()
    const sending = before.catch(() => {}).then(() => post(base + path, body, { ...headers, 'Content-Type': type }))
    last.set(line, sending)
    return sending
  }
}

async function post(address, body, headers) {
  for (const pause of [...PAUSES_MS, undefined]) {
    const answer = await fetch(address, { method: 'POST', body, headers }).catch(() => undefined)
    if (answer?.ok) return answer
    if (answer?.status === 413) throw new TooBig()
    if (answer && answer.status < 500) throw new Error(`answered ${answer.status}`)
    if (pause === undefined) throw new Error('no answer')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
