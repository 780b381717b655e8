// `npm run understanding:train` learns from all labelled replies and keeps the weights, then says what it is worth on authors left out.
//   --why "a reply"   says what speaks for and against each reading of it, and learns nothing
//   --on FILE         measures a set of replies that is in no folder of ours, without learning from it
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { understand } from '../../dialogs/tutor/understand.ts'
import { featuresOf } from '../../dialogs/tutor/understanding/learned/features.ts'
import { opinionOf, READINGS, reasonsFor } from '../../dialogs/tutor/understanding/learned/opinion.ts'
import { written } from '../../dialogs/tutor/understanding/letter.ts'
import { clausesOf } from '../../dialogs/tutor/understanding/spelling.ts'
import { kept, learn } from './learn.ts'
import { leavingOut, type Measured, VERDICTS } from './leaveOneOut.ts'
import { allReplies, BY_OTHERS, setOf, setsOfAll } from './replies.ts'

export const WEIGHTS = new URL('../../dialogs/tutor/understanding/learned/weights.json', import.meta.url)

const { why, on } = parseArgs({ options: { why: { type: 'string' }, on: { type: 'string' } } }).values

if (why) explain(why)
else if (on) report(leavingOut({ name: on, replies: JSON.parse(readFileSync(on, 'utf8')) }, setsOfAll()))
else {
  writeFileSync(WEIGHTS, `${JSON.stringify(kept(learn(allReplies())))}\n`)
  for (const name of BY_OTHERS) report(leavingOut(setOf(name), setsOfAll()))
  // the traps, a quarter at a time: what it would fall for had nobody told it
  for (let part = 0; part < 4; part++) {
    const replies = setOf('ours').replies.filter((_, i) => i % 4 === part)
    report(leavingOut({ name: `ours, part ${part + 1} of 4`, replies }, setsOfAll()))
  }
}

function report({ name, taken, falseYes, wrong }: Measured): void {
  const shares = VERDICTS.map((verdict) => `${verdict} ${taken[verdict].taken}/${taken[verdict].of}`).join(', ')
  console.log(`${name}: ${shares}; ${falseYes.length} false yes, ${wrong.length} other wrong words`)
  for (const { text, label } of [...falseYes, ...wrong]) console.log(`   ${label}: ${text.replaceAll('\n', ' / ')}`)
}

function explain(text: string): void {
  const comment = written(text)
  const clauses = clausesOf(comment, 'Awa Diallo')
  const opinion = opinionOf(clauses, comment)
  console.log(`understood as ${understand(text, 'Awa Diallo').verdict}`)
  for (const reading of READINGS.toSorted((a, b) => opinion[b] - opinion[a]).slice(0, 3)) {
    const reasons = reasonsFor(reading, featuresOf(clauses, comment)).slice(0, 8)
    console.log(
      `${(100 * opinion[reading]).toFixed(0)} % ${reading}: ${reasons.map((r) => `${r.feature} ${r.weight.toFixed(2)}`).join(' | ')}`,
    )
  }
}
