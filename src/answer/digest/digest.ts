/** Answers for a whole document in short, by its structure: "tóm tắt nghị quyết 05", "gồm những phần nào", "các chỉ tiêu". */
import type { Situation, Outcome } from '../situation.ts'
import { drafted, refusing } from '../situation.ts'
import { asksDigest } from './asks-digest.ts'
import { composeParts, composeSummary, composeTargets } from './compose-digest.ts'
import { digestGrounds } from './digest-grounds.ts'
import { meantDocument } from './meant-document.ts'

/** `undefined` when nothing of the kind is asked, or the document has nothing of it to show: then its words are searched. */
export const digestAsked = (situation: Situation): Outcome | undefined => {
  const { question, standalone, library } = situation
  // marks that were put back may be those of another word: "chi tiêu"
  const asked = asksDigest(question.text) ?? asksDigest(standalone.text)
  if (!asked) return undefined
  const meant = meantDocument(situation, asked)
  if (meant.kind === 'none') return undefined
  if (meant.kind === 'ask') return refusing(meant.refused)
  const { card } = meant
  if (asked.kind === 'parts') return composeParts(library, card)
  if (asked.kind === 'targets') return composeTargets(library, card, asked.years)
  const summary = composeSummary(library, card)
  if (!summary) return undefined
  const { draft, notices } = summary
  return drafted(draft, notices, digestGrounds(situation, card, draft.citations))
}
