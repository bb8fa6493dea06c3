/** An invitation is used: by its link, by its code after /vao, or by either pasted as a message. */
import { Composer } from 'grammy'
import { createAttempts, type Attempts } from '../../../desk/attempts.ts'
import { codeTyped, isLinkSecret } from '../../../desk/invitation-code.ts'
import { useInvitation, type InvitationUsed } from '../../../desk/invitations.ts'
import type { Invitation } from '../../../desk/member-records.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { peopleMessages as messages } from '../../../text/messages/people-messages.ts'
import type { BotContext } from '../../context.ts'
import { deepLinkOf } from '../../deep-links.ts'
import { KEYBOARD, PLACEHOLDER } from '../../keyboards.ts'
import { queueMessage } from '../../queue-message.ts'
import { adminChats, roleOf } from '../../rights.ts'
import { lines, show } from '../../view.ts'
import { decisionButtons, requestCode } from './decisions.ts'
import { nameButtons } from './own-role.ts'

/** A code has 47 bits: at this pace it is guessed in thousands of years, however many accounts try. */
const LIMITS = { each: 5, all: 300, withinMs: 3_600_000 }

export const createJoining = (): Composer<BotContext> => {
  const joining = new Composer<BotContext>()
  const attempts = createAttempts(LIMITS)

  joining.command('start', (ctx, next) => {
    const link = ctx.asker.isPrivate ? deepLinkOf(ctx.match) : null
    return link?.kind === 'moi' ? join(ctx, link.id, attempts) : next()
  })
  // a telephone writes the first letter large
  joining.hears(/^\/vao(?:@\w+)?(?:\s+([^]*))?$/iu, (ctx) => {
    if (!ctx.asker.isPrivate) return show(ctx, { body: lines(messages.joinInPrivate(ctx.me.username)), buttons: [] })
    const typed = (ctx.match[1] ?? '').trim()
    if (typed === '') return show(ctx, { body: lines(messages.joinUsage), buttons: [] })
    join(ctx, pasted(typed) ?? typed, attempts)
  })
  joining.chatType('private').on('message:text', (ctx, next) => {
    const found = pasted(ctx.msg.text)
    if (found !== null) return join(ctx, found, attempts)
    // several at once: which one is meant for them, nobody knows, and as a question they would be written down
    return LINK.test(ctx.msg.text) ? show(ctx, { body: lines(messages.joinUsage), buttons: [] }) : next()
  })
  return joining
}

const LINK = /[?&]start=moi_([\w-]{22})(?![\w-])/

/** A link of ours, also within the letter that it came in, or nothing but a code with its strokes. */
const pasted = (text: string): string | null =>
  linkIn(text) ?? (/^[a-z]{4}[-–— ][a-z]{4}[-–— ][a-z]{4}$/iu.test(text.trim()) ? codeTyped(text) : null)

const linkIn = (text: string): string | null => {
  const secrets = new Set([...text.matchAll(new RegExp(LINK, 'g'))].map(([, secret]) => secret!))
  return secrets.size === 1 ? [...secrets][0]! : null
}

const join = (ctx: BotContext, given: string, attempts: Attempts): void => {
  const { deps, asker, job } = ctx
  const { records, seal, telegram, now } = deps
  job.queue(() => {
    const at = now()
    const isOpen = (): boolean =>
      isLinkSecret(given) && records.invitations.ofDigest(seal('invitation', given))?.state === 'open'
    // nobody guesses a link: whoever has mistyped a code, or is held back because others guess, comes in by it
    if (!attempts.mayTry(asker.person, at) && !isOpen()) return [say(ctx, messages.tooManyAttempts)]
    const used = useInvitation(
      records,
      isLinkSecret(given) ? given : codeTyped(given),
      // as it is now: another message may have changed it since this one came
      {
        person: asker.person,
        role: roleOf(ctx.from!.id, deps),
        at,
        needsApproval: telegram.memberApproval === 'admin',
      },
      (text) => seal('invitation', text),
    )
    if (used.kind === 'refused') attempts.failed(asker.person, at)
    return outcome(ctx, used)
  })
}

const outcome = (ctx: BotContext, used: InvitationUsed): readonly OutboxItem[] => {
  switch (used.kind) {
    case 'joined':
      return [say(ctx, messages.joined(used.role)), tellCommands(ctx), mayName(ctx)]
    case 'waits':
      return [say(ctx, messages.waits), mayName(ctx), ...askAdmins(ctx, used.invitation)]
    case 'waiting':
      return [say(ctx, messages.waiting)]
    case 'had':
      return [say(ctx, messages.had)]
    case 'refused':
      return [say(ctx, messages.notUsable)]
  }
}

const say = ({ deps, asker }: BotContext, text: string): OutboxItem =>
  queueMessage(deps.records, { kind: 'text', text, keyboard: KEYBOARD, placeholder: PLACEHOLDER }, { chat: asker.chat })

const tellCommands = ({ deps, asker }: BotContext): OutboxItem =>
  queueMessage(deps.records, { kind: 'commands' }, { chat: asker.chat })

const mayName = ({ deps, asker }: BotContext): OutboxItem =>
  queueMessage(deps.records, { kind: 'text', text: messages.mayName, buttons: nameButtons }, { chat: asker.chat })

const askAdmins = ({ deps }: BotContext, invitation: Invitation): readonly OutboxItem[] =>
  adminChats(deps).map((chat) =>
    queueMessage(
      deps.records,
      {
        kind: 'text',
        text: messages.request(requestCode(invitation), invitation.role),
        buttons: decisionButtons(invitation.id),
        level: 'staff',
      },
      { chat },
    ),
  )
