/** Roles: who does what to whom, where a statement names bodies or persons (answering-study §5, test 7). */
import { key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'
import type { Place } from './role-places.ts'
import { isSameRole, nearest, placesIn, rolesIn } from './role-places.ts'

// what comes behind them is another clause
const ENDS = new Set<Mark>(['before', 'after', 'except'])
const PASSIVES = new Set(['bị', 'do', 'bởi'])
const NUMBER_OF = key('số')

/** The word behind a role, and the one before it, must not be another role's in the source; and the role must stand there. */
export const checkRoles = (statement: Reading, evidence: Evidence, alignment: Alignment): Checked | null => {
  const roles = rolesIn(evidence)
  const said = placesIn(statement.items, roles)
  const known = placesIn(evidence.items, roles)
  const stranger = said.find((place) => !known.some(({ role }) => isSameRole(role, place.role)))
  if (stranger) return faulty('roles', stranger.role)
  for (const place of said) {
    const mayStand = (word: Item, side: 1 | -1): boolean =>
      mayStandBeside(evidence.items, known, alignment, place, word, side)
    // "bí thư chi bộ": what comes behind is the first one's; "số đảng viên kết nạp": who is counted does nothing
    const isAttribute = said.some(({ to }) => to === place.from) || statement.items[place.from - 1]?.key === NUMBER_OF
    const behind = isAttribute ? null : neighbour(statement.items, said, withAttributes(said, place), 1)
    if (behind && !mayStand(behind, -1)) return faulty('roles', `${place.role} ${behind.key}`)
    const before = neighbour(statement.items, said, place, -1)
    if (before && !mayStand(before, 1)) return faulty('roles', `${before.key} ${place.role}`)
  }
  return null
}

/** A role as far as the roles go that follow it directly: "Thủ tướng Chính phủ". */
const withAttributes = (places: readonly Place[], place: Place): Place => {
  const next = places.find(({ from }) => from === place.to)
  return next ? withAttributes(places, { ...place, to: next.to }) : place
}

/** The next word in the same clause, unless it belongs to a role. */
const neighbour = (items: readonly Item[], places: readonly Place[], place: Place, step: 1 | -1): Item | null => {
  const { clause } = items[place.from]!
  for (let i = step > 0 ? place.to : place.from - 1; items[i]?.clause === clause; i += step) {
    const item = items[i]!
    // "thông báo được chi ủy gửi": the word before a passive is not its doer's
    if (step < 0 && (item.mark === 'right' || PASSIVES.has(item.key))) return null
    if ((item.mark && ENDS.has(item.mark)) || places.some(({ from, to }) => from <= i && i < to)) return null
    if (isWord(item) && !item.isLight) return item
  }
  return null
}

/** False where the source has this word, in the place that agrees best, beside other roles only. */
const mayStandBeside = (
  items: readonly Item[],
  roles: readonly Place[],
  { said, known, places }: Alignment,
  { role, isDocument }: Place,
  word: Item,
  side: 1 | -1,
): boolean => {
  const best = places[said.findIndex(({ start }) => start === word.start)]!.map((j) => known[j]!.at)
  return (
    best.length === 0 ||
    best.some((at) => {
      const around = roles.find(({ from, to }) => from <= at && at < to)
      if (around && (side > 0 || !around.isAttributed)) return true
      const near = around ? [around] : nearest(items, roles, at, side)
      return near.length === 0 || near.some((one) => isSameRole(one.role, role) || one.isDocument !== isDocument)
    })
  )
}
