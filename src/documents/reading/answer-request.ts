import type { ChildRequest } from './child-messages.ts'
import type { DocumentResult } from './read-document.ts'
import { readFileContent } from './read-file.ts'
import type { ReadResult } from './read-result.ts'

/** Does in the reading process what was asked of it. */
export const answerRequest = async (
  { job, limits }: ChildRequest,
  onSlowStep: (milliseconds: number) => void,
): Promise<ReadResult | DocumentResult> =>
  job.kind === 'content'
    ? readFileContent(job.path, { ...limits, onSlowStep })
    : (await import('./read-document.ts')).readDocument(job, { ...limits, onSlowStep })
