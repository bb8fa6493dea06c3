/** Questions that go to people: opened by askers, answered by staff, listed, and approved into the library. */
import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'
import { approval } from './cases/approval.ts'
import { consent } from './cases/consent.ts'
import { listing } from './cases/listing.ts'
import { opening } from './cases/opening.ts'
import { replies } from './cases/replies.ts'

export const cases = new Composer<BotContext>()
cases.use(opening, consent, listing, approval, replies)
