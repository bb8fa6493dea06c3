/** What is kept of a person, and how it goes: /riengtu tells, /quen forgets what was just spoken of, /xoa erases everything. */
import { Composer } from 'grammy'
import { rm } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { peopleMessages } from '../../text/messages/people-messages.ts'
import { privacyMessages } from '../../text/messages/privacy-messages.ts'
import { callbackData, onButton, toast } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { commandsOfChat } from '../register-commands.ts'
import { isLastAdmin } from '../rights.ts'
import { tellCommands } from '../sending/tell-commands.ts'
import type { Recent } from '../recent.ts'
import { lines, parts, show } from '../view.ts'

/** `welcomed`: who has read the greeting; whoever is erased has not. */
export const createPrivacy = (welcomed: Recent): Composer<BotContext> => {
  const composer = new Composer<BotContext>()

  composer.command('riengtu', (ctx) =>
    show(ctx, { body: parts(privacyMessages.kept(ctx.deps.desk.retentionDays)), buttons: [] }),
  )
  composer.command('quen', (ctx) => {
    ctx.job.also(() => ctx.deps.records.conversations.forget(ctx.asker.conversation))
    show(ctx, { body: lines(privacyMessages.forgotten), buttons: [] })
  })
  composer.command('xoa', (ctx) => {
    const { buttons } = privacyMessages
    if (!ctx.asker.isPrivate)
      return show(ctx, { body: lines(privacyMessages.onlyInPrivate(ctx.me.username)), buttons: [] })
    if (isOnlyAdmin(ctx)) return show(ctx, { body: lines(peopleMessages.lastAdmin), buttons: [] })
    show(ctx, {
      body: lines(
        privacyMessages.sure,
        ctx.asker.role !== null && '',
        ctx.asker.role !== null && privacyMessages.roleGoesToo,
      ),
      buttons: [
        { label: buttons.erase, data: callbackData('xoa', 'co') },
        { label: buttons.keep, data: callbackData('xoa', 'khong') },
      ],
    })
  })
  onButton(composer, 'xoa', async (ctx, answer) => {
    if (!ctx.asker.isPrivate) return toast(ctx)
    if (answer !== 'co') {
      await toast(ctx)
      return show(ctx, { body: lines(privacyMessages.nothingErased), buttons: [] }, { inPlace: true })
    }
    if (isOnlyAdmin(ctx)) return toast(ctx, peopleMessages.lastAdmin, true)
    await removeUploads(ctx)
    // at once and not with the job: a message in the outbox would be something kept of the person, and would need the address
    eraseWithRole(ctx)
    welcomed.forget(ctx.asker.person)
    // only now: what is sent once the button is at rest is no longer part of what was erased, and is answered
    await toast(ctx)
    await confirm(ctx)
  })
  return composer
}

/** Files that this person has sent and not confirmed. */
const removeUploads = async ({ asker, deps }: BotContext): Promise<void> => {
  for (const { person, path } of deps.records.uploads.list()) {
    const file = resolve(deps.dataDir, path)
    if (person === asker.person && file.startsWith(deps.dataDir + sep)) await rm(file, { recursive: true, force: true })
  }
}

const isOnlyAdmin = ({ asker, deps }: BotContext): boolean => {
  const member = deps.records.members.get(asker.person)
  return member !== null && isLastAdmin(member, deps)
}

/** A role that was given goes with the person; the log of acts says so under the key alone. */
const eraseWithRole = ({ api, asker, deps, from }: BotContext): void => {
  const { records } = deps
  records.transaction(() => {
    const member = records.members.get(asker.person)
    if (member) {
      const act = { at: deps.now(), actor: asker.person, action: 'role.erase', target: asker.person, reason: null }
      records.audit.add({ ...act, before: member.role, after: null })
    }
    records.erase(asker.person)
  })
  // the outbox does not know this chat any more
  if (asker.role !== null && from)
    tellCommands(api, from.id, commandsOfChat(from.id, deps)).catch((error: unknown) =>
      deps.log.debug({ err: error }, 'the menu of somebody who was erased stands as it was'),
    )
}

/** Straight to Telegram. Where it does not arrive, the buttons are still there, and pressing again does no harm. */
const confirm = async (ctx: BotContext): Promise<void> => {
  try {
    await ctx.editMessageText(privacyMessages.erased)
  } catch (error) {
    ctx.deps.log.warn({ error: (error as Error).message }, 'an erasure could not be confirmed')
  }
}
