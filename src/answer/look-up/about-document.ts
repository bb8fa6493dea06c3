/** Answers from what is known about a document: "bài phỏng vấn đăng ngày nào?", "nghị quyết 05 do ai ban hành?" */
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { citationOf } from '../citations.ts'
import { answerAbout, askedAbout } from './metadata-question.ts'
import { nameOf } from '../document-names.ts'
import { askBack, refuseWithDocument } from '../refusal.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import { isPaper } from './is-paper.ts'
import { whichDocument } from './which-document.ts'

/** `undefined` when the question is not about a document itself, or nothing is known: then the words of documents are asked. */
export const aboutDocument = ({ standalone, named, retrieval, library }: Situation): Outcome | undefined => {
  const asked = askedAbout(standalone.text)
  if (!asked) return undefined
  const meant = whichDocument(standalone.text, named, retrieval, library, standalone.documentId)
  if (meant.kind === 'none') return undefined
  if (meant.kind === 'several') return refusing(askBack(answerMessages.severalArticles, meant.cards))
  const known = answerAbout(asked, meant.card, library)
  const cited = known && citationOf(library, known.place, 1)
  if (!known || !cited) {
    const isMeant = standalone.only || named.cards.some(({ id }) => id === meant.card.id)
    // "ký" without marks stands in a hundred other words
    if (asked !== 'signer' || !isMeant || !isPaper(meant.card)) return undefined
    return refusing(refuseWithDocument(answerMessages.noSigner(nameOf(meant.card.meta)), meant.card))
  }
  // a signature stands below the last article, not in it
  const citation = asked === 'signer' ? { ...cited, section: null } : cited
  return drafted({ text: `${known.sentence} [1]`, citations: [citation] })
}
