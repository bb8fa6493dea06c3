/** Who may read what, as people meet it: invitations, joining, one's own role, and the admin's list of people with the log of acts. */
import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'
import { auditLog } from './people/audit-log.ts'
import { changes } from './people/changes.ts'
import { decisions } from './people/decisions.ts'
import { inviting } from './people/inviting.ts'
import { createJoining } from './people/joining.ts'
import { listing } from './people/listing.ts'
import { ownRole } from './people/own-role.ts'

export const createPeople = (): Composer<BotContext> => {
  const people = new Composer<BotContext>()
  people.use(inviting, createJoining(), decisions, ownRole, listing, changes, auditLog)
  return people
}
