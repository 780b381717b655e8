import { writeFileSync } from 'node:fs'
import { kept, learn } from './learn.ts'
import { BY_OTHERS, BY_US, setOf, trainingReplies } from './replies.ts'
const all = [...[...BY_OTHERS, ...BY_US].flatMap((name) => setOf(name).replies), ...trainingReplies()]
writeFileSync(new URL('../../dialogs/tutor/understanding/learned/weights.json', import.meta.url), `${JSON.stringify(kept(learn(all)))}\n`)
