/** An admin's file comes in: fetched, read aside, and shown as what it would become. Nothing of it is in the library yet. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { uploadMessages as messages } from '../../../text/messages/upload-messages.ts'
import type { BotContext } from '../../context.ts'
import { placeOf } from '../../place.ts'
import { downloadFile, LARGEST } from './download.ts'
import { previewButtons, previewOf } from './preview.ts'
import { safeName } from './safe-name.ts'
import { sweepUploads, waitingPlace } from './shelf.ts'

const LIMIT_MB = LARGEST / 1024 / 1024

/** `document`: of a message by an admin, in private. */
export const receiveFile = async (
  ctx: BotContext,
  document: { readonly file_id: string; readonly file_name?: string; readonly file_size?: number },
): Promise<void> => {
  const { deps, job, asker } = ctx
  const say = (text: string): void => job.say({ kind: 'text', text, ...below(ctx) })
  sweepUploads(deps)
  if ((document.file_size ?? 0) > LARGEST) return say(messages.tooLarge(LIMIT_MB))
  const name = safeName(document.file_name ?? '')
  const { id, path } = waitingPlace(name)
  const file = join(deps.dataDir, path)
  const fetched = await downloadFile(ctx.api, document.file_id, file, job.signal)
  if (fetched !== 'ok') return say(fetched === 'too_large' ? messages.tooLarge(LIMIT_MB) : messages.unreachable)

  let isKept = false
  try {
    const read = await deps.house.readAside(file)
    if (!read.ok && read.reason === 'secret') noteSecret(ctx)
    if (!read.ok) return say(messages[read.reason === 'secret' ? 'secret' : 'refused'](name, read.message))
    if (read.heldAs !== null) return say(messages.heldAlready(name, read.heldAs))
    isKept = true
    // what a paper or its front matter keeps from the public stands; that it is public a person must say
    const level = read.document.level === 'public' ? null : read.document.level
    const { text, entities } = previewOf(read.document, name, deps.house.library('staff'), level)
    job.also(() => deps.records.uploads.put({ id, person: asker.person, path, name, level, at: deps.now() }))
    job.say({ kind: 'text', text, entities, buttons: previewButtons(id, level), ...below(ctx) })
  } finally {
    if (!isKept) rmSync(file, { force: true })
  }
}

/** That it came, and from whom; not what it was called, which may tell what it is about. */
const noteSecret = ({ deps, job, asker }: BotContext): void =>
  job.also(() =>
    deps.records.audit.add({
      at: deps.now(),
      actor: asker.person,
      action: 'document.secret',
      target: '-',
      before: null,
      after: null,
      reason: null,
    }),
  )

/** Several files in a row each get their own reply: it must be seen to which. */
const below = (ctx: BotContext): { readonly threadId?: number; readonly replyTo?: number } => ({
  ...placeOf(ctx),
  ...(ctx.msg ? { replyTo: ctx.msg.message_id } : {}),
})
