import { test } from 'vitest'
import { openChannel } from '../bots/teams/openChannel.ts'
test('x', async () => {
  const o = await openChannel()
  const p = o.fake.person()
  const b = await o.fake.bringer.once(p.activity({ type: 'message', id: '1', text: 'x' }))
  console.log(JSON.stringify(b), o.logged())
  await o.close()
})
