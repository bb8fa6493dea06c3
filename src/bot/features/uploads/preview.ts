/** What was recognised in a file, as its sender sees it before it becomes a document. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Level } from '../../../access.ts'
import { LEVELS } from '../../../access.ts'
import { kindNames, nameOf } from '../../../answer/document-names.ts'
import { dayFirst } from '../../../answer/source-line.ts'
import type { Document } from '../../../documents/document.ts'
import { reportConflicts } from '../../../ingest/report/agreement.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { uploadMessages as messages } from '../../../text/messages/upload-messages.ts'
import { numberKey } from '../../../text/numbers/document-numbers.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData } from '../../callback-data.ts'
import type { Button } from '../../outgoing.ts'

const BEGINNING = 300
const TITLE = 300
const WARNINGS = 5

/** `preset`: the level that the file itself asks for. */
export const previewOf = (
  document: Document,
  name: string,
  library: Library | null,
  preset: Level | null,
): FormattedString => {
  const { meta, passages, text, warnings } = document
  const held = sameNumber(document, library)
  const notes = [
    ...(meta.validity === 'draft' ? [messages.draft] : []),
    ...(held.length > 0 ? [messages.sameNumber(held.map(({ meta: other }) => nameOf(other)).join('; '))] : []),
    ...disagreements(document, name, library),
    ...warnings.slice(0, WARNINGS),
  ]
  const fact = (label: string, value: string | null): FormattedString =>
    FormattedString.join([FormattedString.b(`${label}: `), value ?? messages.none], '')
  return FormattedString.join(
    [
      FormattedString.b(messages.read(name)),
      FormattedString.join(
        [
          fact(messages.kind, kindNames[meta.kind]),
          fact(messages.title, shortened(meta.title, TITLE)),
          fact(messages.number, meta.number),
          fact(messages.date, meta.date && dayFirst(meta.date)),
          fact(messages.issuer, meta.issuer),
          messages.passages(passages.length),
          messages.secrecy,
        ],
        '\n',
      ),
      FormattedString.join(
        [
          FormattedString.b(`${messages.beginning}:`),
          FormattedString.blockquote(shortened(text.trim().replace(/\n{2,}/g, '\n'), BEGINNING)),
        ],
        '\n',
      ),
      ...(notes.length > 0
        ? [FormattedString.join([FormattedString.b(`${messages.warning}:`), ...notes.map((note) => `– ${note}`)], '\n')]
        : []),
      [
        ...(preset === null ? [] : [messages.presetLevel(messages.buttons.level[preset])]),
        messages.chooseLevel,
        messages.whoReads,
      ].join('\n'),
    ],
    '\n\n',
  )
}

/** The level that stands is marked; below, what to do. Into the library only once there is one: a hurried press publishes nothing. */
export const previewButtons = (id: string, level: Level | null): readonly Button[] => [
  ...LEVELS.map((one) => {
    const label = messages.buttons.level[one]
    return { label: one === level ? messages.buttons.current(label) : label, data: callbackData('lvl', id, one) }
  }),
  ...(level === null ? [] : [{ label: messages.buttons.put, data: callbackData('put', id) }]),
  { label: messages.buttons.drop, data: callbackData('drop', id) },
]

/** What it and the papers that are here say against one another; that one bears its number has been said. */
const disagreements = (document: Document, name: string, library: Library | null): readonly string[] =>
  reportConflicts([...(library?.cards ?? []), { ...document, source: name }])
    .filter(({ kind, sources }) => kind !== 'same_identity' && sources.includes(name))
    .slice(0, WARNINGS)
    .map(({ message }) => message)

const sameNumber = ({ meta }: Document, library: Library | null): readonly DocumentCard[] => {
  const own = meta.number && numberKey(meta.number)
  if (!own || !library) return []
  return library.cards.filter(({ meta: other }) => other.number !== null && numberKey(other.number) === own)
}
