/** What a follow is called in a sentence: `nghị quyết của Đảng ủy Khối`, `quy định 27`, `chủ đề “sinh hoạt chi bộ”`. */
import { kindNames } from '../../../answer/document-names.ts'
import type { Topic } from '../../../desk/follow-topic.ts'
import { followMessages } from '../../../text/messages/follow-messages.ts'
import { shortened } from '../../../text/shortened.ts'

const { name } = followMessages

/** Twenty of them are a list that fits in a message. */
const BODY = 100

export const topicName = ({ kinds, body, number, words }: Topic): string => {
  const of = body === null ? '' : name.of(shortened(body, BODY))
  if (number !== null) return number + of
  const kind = kinds.map((one) => kindNames[one].toLowerCase()).join(name.or)
  if (kind === '' && of === '' && words === null) return name.everything
  if (kind === '' && of === '') return name.subject(words!)
  return (kind || name.anyDocument) + of + (words === null ? '' : name.about(words))
}
