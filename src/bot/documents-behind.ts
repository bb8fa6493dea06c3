/** The documents that an answer shows anything of: those it cites, compares, or offers to choose from. */
import type { Answer } from '../answer/answer.ts'

export const documentsBehind = (answer: Answer): readonly string[] => [
  ...answer.citations.map(({ documentId }) => documentId),
  ...(answer.status === 'answered' && answer.compared ? Object.values(answer.compared) : []),
  ...(answer.status === 'refused' ? answer.choices.map(({ documentId }) => documentId) : []),
]
