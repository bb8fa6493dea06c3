/**
 * A job in which what is said to the asker is marked as made for a reader of their level: should that level fall before a message is
 * sent, it does not arrive (sending/still-allowed.ts). What is said to others is left as it is.
 */
import type { Asker } from './context.ts'
import type { Job } from './job.ts'

export const forReader = (job: Job, { chat, level }: Pick<Asker, 'chat' | 'level'>): Job => ({
  ...job,
  say: (message, to = {}) =>
    job.say(
      message.kind === 'text' && (to.chat ?? chat) === chat && level !== 'public' ? { level, ...message } : message,
      to,
    ),
})
