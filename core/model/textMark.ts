// What somebody had before their eyes when they decide: a short mark of the text, carried by each button and each form about it.
import type { ClaimTree } from './rows.ts'
import { sending } from './status.ts'

/** Twelve digits, so that it fits a button beside its subject (dialogs/choice.ts). Without a digest, the sending stands for its text. */
export const textMark = (claim: Pick<ClaimTree, 'digest' | 'sendings'>): string =>
  claim.digest?.slice(0, 12) ?? Date.parse(sending(claim)?.at ?? '').toString(36)
