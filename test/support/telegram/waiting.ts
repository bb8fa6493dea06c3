/** Waiting for a condition: looked at again whenever something happened in the chat concerned, never by sleeping. */

export interface WaitOptions {
  /** What is waited for, for the error. */
  readonly what: string
  /** Look again only when something happens in this chat; without it at every event. */
  readonly chat?: number
  /** Real milliseconds; a healthy program comes nowhere near. */
  readonly deadlineMs?: number
}

export interface Waiting {
  /** Resolves with the first value that is neither undefined, null nor false. */
  until<T>(check: () => T | undefined | null | false, options: WaitOptions): Promise<T>
  happened(chat?: number): void
  /** Lines that help somebody who reads the error of a wait that failed. */
  readonly clues: Set<(chat?: number) => string>
  /** Reasons why waiting is in vain, e.g. the program has ended by itself. */
  readonly vain: Set<() => string | null>
}

interface Waiter {
  readonly look: () => void
}

export const DEADLINE_MS = 15_000

export const createWaiting = (): Waiting => {
  const everywhere = new Set<Waiter>()
  const inChat = new Map<number, Set<Waiter>>()
  const clues = new Set<(chat?: number) => string>()
  const vain = new Set<() => string | null>()

  const until = <T>(check: () => T | undefined | null | false, options: WaitOptions): Promise<T> => {
    const { what, chat, deadlineMs = DEADLINE_MS } = options
    // made here, so that the error points to the line of the play
    const failure = new Error()
    return new Promise<T>((resolve, reject) => {
      const fail = (why: string): void => {
        stop()
        failure.message = [`${why}: ${what}`, ...[...clues].map((clue) => clue(chat))].filter(Boolean).join('\n\n')
        reject(failure)
      }
      const waiter: Waiter = {
        look: () => {
          try {
            const value = check()
            if (value !== undefined && value !== null && value !== false) {
              stop()
              resolve(value)
              return
            }
          } catch (error) {
            stop()
            reject(error as Error)
            return
          }
          for (const reason of vain) {
            const why = reason()
            if (why !== null) return fail(`${why}, while waiting for`)
          }
        },
      }
      const timer = setTimeout(() => fail(`Nothing for ${deadlineMs / 1000} s, while waiting for`), deadlineMs)
      const stop = (): void => {
        clearTimeout(timer)
        everywhere.delete(waiter)
        if (chat === undefined) return
        const there = inChat.get(chat)
        there?.delete(waiter)
        if (there?.size === 0) inChat.delete(chat)
      }
      if (chat === undefined) everywhere.add(waiter)
      else if (inChat.has(chat)) inChat.get(chat)!.add(waiter)
      else inChat.set(chat, new Set([waiter]))
      waiter.look()
    })
  }

  return {
    until,
    clues,
    vain,
    happened: (chat) => {
      for (const waiter of [...everywhere]) waiter.look()
      const there = chat === undefined ? [...inChat.values()].flatMap((set) => [...set]) : [...(inChat.get(chat) ?? [])]
      for (const waiter of there) waiter.look()
    },
  }
}
