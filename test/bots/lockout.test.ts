import { expect, test } from 'vitest'
import { openLockouts } from '../../bots/jobs/lockout.ts'
import { openLog } from '../../bots/log.ts'

test('an operator is told once that credentials are refused, and once that they were mended', () => {
  const lines: string[] = []
  const lockouts = openLockouts(openLog('info', { write: (line) => void lines.push(line) }))
  for (let claim = 0; claim < 5; claim++) lockouts.refused('badgr', 'our credentials were refused with 401')
  lockouts.letIn('openbadgefactory')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', backend: 'badgr', msg: expect.stringContaining('declic issuer test badgr') },
  ])
  lockouts.letIn('badgr')
  lockouts.letIn('badgr')
  lockouts.refused('badgr', 'our credentials were refused with 401')
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['error', 'info', 'error'])
})
