// What stands on each phone: what Déclic said (the server keeps it) and what the person said (this browser keeps it).

const TYPING_MS = 8000

/** `kept`: where this browser keeps them, `{ storage, key }`; until its window closes, unless told. */
export function openConversation(changed, { storage, key } = { storage: sessionStorage, key: 'declic-own-messages' }) {
  const heard = new Map()
  let own = JSON.parse(storage.getItem(key) ?? '[]')
  const seen = {}
  const typing = {}

  const keep = () => {
    // an address of the browser's own memory is gone after a reload
    const lasting = own.map((message) => (message.href?.startsWith('blob:') ? { ...message, href: undefined } : message))
    storage.setItem(key, JSON.stringify(lasting))
    changed()
  }
  const lastSeq = (phone) => Math.max(0, ...[...heard.values()].filter((message) => message.phone === phone).map(({ seq }) => seq))
  const stopTyping = (phone) => {
    clearTimeout(typing[phone])
    delete typing[phone]
  }

  return {
    hear(message) {
      heard.set(message.id, message)
      stopTyping(message.phone)
      changed()
    },
    /** Gives the message's id. `message`: `{ text }` or `{ as, href, name }`. */
    said(phone, message) {
      const id = crypto.randomUUID()
      own.push({ ...message, id, phone, own: true, after: lastSeq(phone), state: 'sending' })
      stopTyping(phone)
      typing[phone] = setTimeout(() => {
        stopTyping(phone)
        changed()
      }, TYPING_MS)
      keep()
      return id
    },
    update(id, change) {
      own = own.map((message) => (message.id === id ? { ...message, ...change } : message))
      if (change.state && change.state !== 'sent') stopTyping(own.find((message) => message.id === id)?.phone)
      keep()
    },
    /** In the order in which they were said. */
    messages(phone) {
      const theirs = [...heard.values()].filter((message) => message.phone === phone).map((message) => ({ ...message, place: message.seq }))
      const ours = own.filter((message) => message.phone === phone).map((message) => ({ ...message, place: message.after + 0.5 }))
      return [...theirs, ...ours].sort((a, b) => a.place - b.place)
    },
    isTyping: (phone) => phone in typing,
    unread: (phone) => [...heard.values()].filter((message) => message.phone === phone && message.seq > (seen[phone] ?? 0)).length,
    read(phone) {
      seen[phone] = lastSeq(phone)
    },
    forget() {
      own = []
      heard.clear()
      storage.removeItem(key)
    },
  }
}
