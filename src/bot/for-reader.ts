/**
 * A job in which what is said to the asker is marked as made for a reader of their level: should that level fall before a message is
 * sent, it does not arrive (sending/still-allowed.ts). What is said to others is left as it is.
 */
import type { Asker } from './context.ts'
import type { Job } from './job.ts'
import type { Outgoing } from './outgoing.ts'

export const forReader = (job: Job, { chat, level }: Pick<Asker, 'chat' | 'level'>): Job => ({
  ...job,
  say: (message, to = {}) =>
    job.say(
      isWorded(message) && (to.chat ?? chat) === chat && level !== 'public' ? { level, ...message } : message,
      to,
    ),
})

/** What was made of words and figures before it is sent; of files and news the sender looks itself. */
const isWorded = (message: Outgoing): message is Extract<Outgoing, { kind: 'text' | 'photo' }> =>
  message.kind === 'text' || message.kind === 'photo'
