/** Waiting for a condition that is looked at again after every change. */

export interface Changes {
  happened(): void
  /** Resolves when the condition holds, or after `limitMs`. */
  until(holds: () => boolean, limitMs?: number): Promise<void>
}

export const createChanges = (): Changes => {
  const watchers = new Set<() => void>()
  return {
    happened: () => watchers.forEach((look) => look()),
    until: (holds, limitMs) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer)
          watchers.delete(look)
          resolve()
        }
        const look = (): void => void (holds() && end())
        const timer = limitMs === undefined ? undefined : setTimeout(end, limitMs)
        watchers.add(look)
        look()
      }),
  }
}
