/** The buttons below a file that waits: its level, into the library, or away. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Composer } from 'grammy'
import { isLevel, type Level } from '../../../access.ts'
import type { Upload } from '../../../desk/records.ts'
import type { FileReport } from '../../../ingest/report.ts'
import { uploadMessages as messages } from '../../../text/messages/upload-messages.ts'
import { onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { mayStillAct, noteAct } from '../../note-act.ts'
import { previewButtons } from './preview.ts'
import { shelve } from './shelf.ts'

export const confirming = new Composer<BotContext>()

onButton(confirming, 'lvl', async (ctx, id, level) => {
  const upload = waitingOf(ctx, id)
  if (!upload || !isLevel(level)) return toast(ctx, messages.gone, true)
  ctx.job.also(() => ctx.deps.records.uploads.put({ ...upload, level }))
  setButtons(ctx, previewButtons(upload.id, level))
  await toast(ctx, messages.levelChosen(messages.buttons.level[level]))
})

onButton(confirming, 'drop', async (ctx, id) => {
  const upload = waitingOf(ctx, id)
  if (!upload) return toast(ctx, messages.gone, true)
  forget(ctx, upload)
  ctx.job.say({ kind: 'text', text: messages.dropped })
  await toast(ctx)
})

onButton(confirming, 'put', async (ctx, id) => {
  const upload = waitingOf(ctx, id)
  if (!upload) return toast(ctx, messages.gone, true)
  const { level } = upload
  if (level === null) return toast(ctx, messages.noLevel, true)
  await toast(ctx, messages.putting)
  if (!mayStillAct(ctx)) return
  const { deps, job } = ctx
  const held = new Map(deps.house.library('staff')?.cards.map((card) => [card.source, card.level]))
  const started = deps.now()
  const shelved = shelve(deps.dataDir, join(deps.dataDir, upload.path), upload.name, level, (source) =>
    holds(ctx, source),
  )
  const outcome = await deps.house.ingestAside([shelved.path], job.signal)
  const file = outcome.ok ? outcome.report.files[0] : undefined
  if (file && TAKEN.has(file.outcome)) {
    const card = deps.house.library('staff')?.cards.find(({ source }) => source === file.source)
    const act = { action: 'document.add', before: held.get(file.source) ?? null, after: level }
    noteAct(ctx, { ...act, target: card?.id ?? file.source }, file.outcome === 'unchanged')
    forget(ctx, upload)
    return sayPut(ctx, file, { name: upload.name, level }, (deps.now() - started) / 1000)
  }
  shelved.undo()
  if (file?.outcome === 'duplicate') forget(ctx, upload)
  job.say({ kind: 'text', text: outcome.ok ? whyNot(file) : messages.failed[outcome.reason] })
})

/** `unchanged`: an earlier attempt got that far before it was cut off. */
const TAKEN: ReadonlySet<string> = new Set(['added', 'changed', 'unchanged'])

const whyNot = (file: FileReport | undefined): string =>
  file?.outcome === 'duplicate' ? messages.duplicate(file.message ?? '') : messages.notTaken(file?.message ?? '')

/** Sources are named from the folder that documents are ingested from: their ends are compared. */
const holds = ({ deps }: Pressed, source: string): boolean =>
  deps.house.library('staff')?.cards.some((card) => card.source.endsWith(`/${source}`)) ?? false

/** The file that waits, if it is this admin's; the data of a button prove nothing. */
const waitingOf = ({ asker, deps }: Pressed, id: string | undefined): Upload | null => {
  const upload = asker.isAdmin && id !== undefined ? deps.records.uploads.get(id) : null
  return upload?.person === asker.person && existsSync(join(deps.dataDir, upload.path)) ? upload : null
}

const forget = (ctx: Pressed, { id, path }: Upload): void => {
  setButtons(ctx, [])
  ctx.job.also(() => {
    ctx.deps.records.uploads.remove(id)
    // should the transaction fail now, the file is asked for once more; left behind, it would be swept after a day
    rmSync(join(ctx.deps.dataDir, path), { force: true })
  })
}

const setButtons = ({ job, callbackQuery }: Pressed, buttons: ReturnType<typeof previewButtons>): void => {
  const messageId = callbackQuery.message?.message_id
  if (messageId !== undefined) job.say({ kind: 'buttons', messageId, buttons })
}

const sayPut = async (
  { deps, job }: Pressed,
  file: FileReport,
  { level, name }: { readonly level: Level; readonly name: string },
  seconds: number,
): Promise<void> => {
  const card = deps.house.library(level)?.cards.find(({ source }) => source === file.source)
  const title = card?.meta.title ?? file.title ?? name
  const lines = [messages.put(title, messages.buttons.level[level], seconds.toFixed(1).replace('.', ','))]
  // only what has been tried is recommended
  const tried = card && (await deps.house.ask(title, { level, turns: [], quotesOnly: true }))
  if (tried?.citations.some(({ documentId }) => documentId === card?.id)) lines.push(messages.example(title))
  job.say({ kind: 'text', text: lines.join('\n') })
}
