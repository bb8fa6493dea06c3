/** Keys remembered for a while, in memory only: what may be forgotten with a restart. */

export interface Recent {
  /** Remembers a key until this time (milliseconds). */
  note(key: string, until: number): void
  has(key: string, now: number): boolean
  forget(key: string): void
}

/** Of more than `most` keys the oldest are let go. */
export const createRecent = (most = 10_000): Recent => {
  const untils = new Map<string, number>()
  return {
    note: (key, until) => {
      untils.delete(key)
      untils.set(key, until)
      if (untils.size > most) untils.delete(untils.keys().next().value!)
    },
    has: (key, now) => (untils.get(key) ?? 0) > now,
    forget: (key) => void untils.delete(key),
  }
}
