import { expect, test } from 'vitest'
import { openLog } from '../../bots/log.ts'

test('the log keeps tokens, passwords and what people wrote to itself', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const refused = Object.assign(new Error('connect to postgresql://declic:hush@db/x'), {
    code: 'E1',
    detail: 'Awa said hush',
    parameters: ['hush'],
  })
  const cause = new Error('POST https://api.telegram.org/bot123:hush/sendMessage')
  log.error(
    {
      err: new Error('GET /e/hushhushhushhush1234', { cause: Object.assign(refused, { cause }) }),
      token: 'hush',
      a: { b: { text: 'hush' } },
    },
    'failed',
  )
  const [line = ''] = lines
  expect(line).not.toContain('hush')
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    msg: 'failed',
    err: {
      message: 'GET /e/***',
      cause: {
        code: 'E1',
        message: 'connect to postgresql://***@db/x',
        cause: { message: 'POST https://api.telegram.org/bot***/sendMessage' },
      },
    },
  })
})
