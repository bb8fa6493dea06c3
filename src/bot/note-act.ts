/**
 * What an admin does outside the records (a file, the snapshot that serves), as a row of the log of acts. Written at once and not with
 * the job: once it is done, “stop” takes its message back and not its row. Each act has one row, however often its button is pressed.
 */
import type { AuditEntry, AuditRow } from '../desk/audit-records.ts'
import type { BotContext } from './context.ts'
import { roleOf } from './rights.ts'

type Act = Pick<AuditEntry, 'action' | 'target' | 'before' | 'after'>

/** Rows that are looked through for the act itself: it was done moments ago. */
const RECENT = 200

/** `wasDone`: it stood so already, because an attempt was cut off, the button was pressed twice, or another admin wanted the same. */
export const noteAct = ({ deps, asker }: BotContext, act: Act, wasDone: boolean): void => {
  const { audit } = deps.records
  deps.records.transaction(() => {
    if (wasDone && isNoted(act, audit.last(RECENT))) return
    audit.add({ ...act, at: deps.now(), actor: asker.person, reason: wasDone ? 'done already' : null })
  })
}

/** To be asked right before it is done: since the button was pressed, the right may have gone, and somebody may have said stop. */
export const mayStillAct = ({ deps, from, job }: BotContext): boolean =>
  !job.signal.aborted && from !== undefined && roleOf(from.id, deps) === 'admin'

const isNoted = (act: Act, rows: readonly AuditRow[]): boolean => {
  const last = rows.find((row) => subjectOf(row) === subjectOf(act))
  return last !== undefined && last.action === act.action && last.target === act.target && last.after === act.after
}

/** What an act leaves in another state than it was: of two with one subject the later counts. */
const subjectOf = ({ action, target }: Pick<Act, 'action' | 'target'>): string =>
  action === 'snapshot.serve' ? action : `${action.replace(/\.(?:remove|restore)$/, '.held')} ${target}`
