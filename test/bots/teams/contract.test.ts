// Teams passes the contract of channels.
import { channelContract } from '../channelContract.ts'
import { openChannel } from './openChannel.ts'

channelContract('teams', async () => {
  const opened = await openChannel()
  return {
    channel: opened.channel,
    received: opened.received,
    refuse: opened.refuse,
    keep: opened.evidence.put,
    close: opened.close,
    async somebody() {
      const person = opened.fake.person()
      await person.installs()
      return {
        externalId: person.externalId,
        chat: person.chat.id,
        starts: (code) => person.starts(code),
        says: (text) => person.says(text),
        taps: (label) => person.taps(label),
        sendsPhoto: (bytes, caption) => person.sendsPhoto(bytes, caption),
        sendsVoice: (bytes) => person.sendsFile(bytes, 'vocal.ogg'),
        sendsDocument: (bytes, name) => person.sendsFile(bytes, name),
        sees: () => person.reads(),
      }
    },
  }
})
