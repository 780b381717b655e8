// `declic claim revoke ID --reason TEXT`: a badge is taken back.
import { Command } from 'commander'
import { revoke } from '../../core/data/revoke.ts'
import { freshIds } from '../freshIds.ts'
import { Refusal } from './refusal.ts'
import { withDatabase } from './withDatabase.ts'

export function claimCommand(): Command {
  const claim = new Command('claim').description('one claim')
  claim
    .command('revoke')
    .description('takes its badge back, at once and in every form; the learner is told kindly, with the reason')
    .argument('<ID>', 'id of the claim, with or without urn:uuid:, or the address of its badge')
    .requiredOption('--reason <TEXT>', 'one sentence; the learner reads it, and so does whoever checks the badge while it is shared')
    .action(revokeBadge)
  return claim
}

async function revokeBadge(given: string, { reason }: { reason: string }): Promise<void> {
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(given.toLowerCase())?.[0]
  const words = reason.trim()
  if (!id) throw new Refusal(`${given} is no id of a claim`)
  if (!words || words.length > MOST_WORDS) throw new Refusal(`The reason is one sentence, of ${MOST_WORDS} characters at most`)
  await withDatabase(async ({ pool }) => {
    const done = await revoke(pool, {
      claim: id,
      reason: words,
      at: new Date().toISOString(),
      actor: null,
      through: 'cli',
      fresh: freshIds(),
    })
    switch (done) {
      case 'revoked':
        return console.log(`revoked ${id}`)
      case 'already':
        throw new Refusal(`The badge of ${id} was revoked before; nothing has changed`)
      case 'none':
        throw new Refusal(`There is no badge of a claim ${id}`)
      default:
        return done satisfies never
    }
  })
}

/** It is quoted in a chat message. */
export const MOST_WORDS = 200
