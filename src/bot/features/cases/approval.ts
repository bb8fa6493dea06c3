/** An answer of staff goes into the library, or out of it again: one button each, for people under their own account. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Composer } from 'grammy'
import { entryName, libraryEntry, namesBasis } from '../../../desk/library-entry.ts'
import type { Case } from '../../../desk/case-records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import { callbackData, onButton, toast, type Pressed } from '../../callback-data.ts'
import type { BotContext, FilesIngested } from '../../context.ts'
import type { Button } from '../../outgoing.ts'
import { queueMessage } from '../../queue-message.ts'
import { mayHandleCases } from './staff-chat.ts'
import { placeForStaff } from './place-for-staff.ts'
import { restsOnPublic } from './rests-on-public.ts'

export const approval = new Composer<BotContext>()

const QUESTION = 160

onButton(approval, 'lib', async (ctx, caseId = '') => {
  const found = mayHandleCases(ctx) ? ctx.deps.records.cases.get(caseId) : null
  if (!found) return toast(ctx, caseMessages.gone, true)
  if (found.approvedAs !== null) return toast(ctx, caseMessages.alreadyApproved)
  if (!restsOnPublic(found, ctx.deps)) return toast(ctx, caseMessages.notForLibrary, true)
  const answer = answerOf(ctx, found)
  if (answer === '') return toast(ctx, caseMessages.noText, true)
  if (!namesBasis(answer) && !existsSync(entryPath(ctx, found))) {
    askForBasis(ctx, found, caseMessages.whichBasis(found.n))
    return toast(ctx)
  }
  await toast(ctx, caseMessages.approving)
  await approve(ctx, found, null)
})

/** Staff have replied to the question what their answer rests on. */
export const takeBasis = async (ctx: BotContext, found: Case): Promise<void> => {
  const basis = ctx.msg?.text ?? ''
  if (found.approvedAs !== null) return
  if (!namesBasis(basis))
    return askForBasis(ctx, found, `${caseMessages.noBasis}\n\n${caseMessages.whichBasis(found.n)}`)
  await approve(ctx, found, basis)
}

onButton(approval, 'unlib', async (ctx, caseId = '') => {
  const found = mayHandleCases(ctx) ? ctx.deps.records.cases.get(caseId) : null
  if (!found) return toast(ctx, caseMessages.gone, true)
  if (found.approvedAs === null) return toast(ctx, caseMessages.notInLibrary)
  await toast(ctx, caseMessages.withdrawing)
  rmSync(entryPath(ctx, found), { force: true })
  const done = await ctx.deps.house.ingestAside([folderOf(ctx)], ctx.job.signal)
  if (!done.ok) return say(ctx, caseMessages.notWithdrawn(found.n, caseMessages.why[done.reason]), found)
  ctx.job.also(() => ctx.deps.records.cases.update(found.id, { approvedAs: null }))
  setButtons(ctx, [])
  say(ctx, caseMessages.withdrawn(found.n), found, [approveButton(found)])
})

const approveButton = ({ id }: Case): Button => ({
  label: caseMessages.buttons.approve,
  data: callbackData('lib', id),
})

/** Writes the document, unless an attempt that was cut off has, and looks the folder through: one that is there is read once. */
const approve = async (ctx: BotContext, found: Case, basis: string | null): Promise<void> => {
  const path = entryPath(ctx, found)
  if (!existsSync(path)) {
    mkdirSync(folderOf(ctx), { recursive: true })
    // with a point in front it is passed over by ingestion until it is whole
    const aside = join(folderOf(ctx), `.${found.id}`)
    writeFileSync(aside, libraryEntry(found, answerOf(ctx, found), basis))
    renameSync(aside, path)
  }
  const done = await ctx.deps.house.ingestAside([folderOf(ctx)], ctx.job.signal)
  const fault = faultOf(done, entryName(found))
  if (fault !== null) {
    if (done.ok) rmSync(path, { force: true })
    return say(ctx, caseMessages.notApproved(found.n, fault), found, [approveButton(found)])
  }
  ctx.job.also(() => ctx.deps.records.cases.update(found.id, { approvedAs: `hoi-dap/${entryName(found)}` }))
  setButtons(ctx, [])
  say(ctx, caseMessages.approved(found.n, shortened(found.question, QUESTION)), found, [
    { label: caseMessages.buttons.withdraw, data: callbackData('unlib', found.id) },
  ])
}

const faultOf = (done: FilesIngested, name: string): string | null => {
  if (!done.ok) return caseMessages.why[done.reason]
  const file = done.report.files.find(({ source }) => source.endsWith(`/${name}`))
  return file?.outcome === 'refused' || file?.outcome === 'duplicate' || !file ? (file?.message ?? caseMessages.why.internal) : null // prettier-ignore
}

/** Everything that was sent to the asker in words. */
const answerOf = ({ deps }: BotContext, { id }: Case): string =>
  deps.records.cases.replies
    .of(id)
    .flatMap(({ itemId, text }) => (itemId === null || text === null ? [] : [text]))
    .join('\n')

const askForBasis = (ctx: BotContext, found: Case, text: string): void =>
  ctx.job.queue(() => {
    const item = queueMessage(ctx.deps.records, { kind: 'text', text, ...placeForStaff(ctx) }, { chat: ctx.asker.chat, caseId: found.id }) // prettier-ignore
    ctx.deps.records.cases.update(found.id, { basisItem: item.id })
    return [item]
  })

const say = (ctx: BotContext, text: string, found: Case, buttons: readonly Button[] = []): void =>
  ctx.job.say(
    { kind: 'text', text, ...placeForStaff(ctx), ...(buttons.length > 0 ? { buttons } : {}) },
    { caseId: found.id },
  )

const setButtons = (ctx: BotContext | Pressed, buttons: readonly Button[]): void => {
  const messageId = ctx.callbackQuery?.message?.message_id
  if (messageId !== undefined) ctx.job.say({ kind: 'buttons', messageId, buttons })
}

const folderOf = ({ deps }: BotContext): string => join(deps.dataDir, 'documents', 'hoi-dap')
const entryPath = (ctx: BotContext, found: Case): string => join(folderOf(ctx), entryName(found))
