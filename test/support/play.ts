/**
 * One call sets the stage for a play: the bench, the real program on the samples, and people by name.
 *
 *     const { server, program, people: { lan, nam } } = await stage({ people: { lan: { name: 'Lan' }, nam: { name: 'Nam' } } })
 *     await lan.send('Đảng phí đóng thế nào?')
 *     const answer = await lan.nextReply()          // text, quotes, buttons, document, replyTo, edits, …
 *     expect(await lan.tap('Xem thêm nguồn')).toBe('')
 *     await nam.silence(lan)                        // nothing came to Nam although Lan asked later and was answered
 *
 * Nothing waits by sleeping: a wait ends with the event, or fails after 15 s with the transcript and the program's stderr.
 */
import { onTestFinished } from 'vitest'
import { startProgram, type Program, type ProgramOptions } from './program.ts'
import { createTelegramServer, type TelegramServer, type TelegramServerOptions } from './telegram-server.ts'
import type { BenchPerson, PersonOptions } from './telegram/person.ts'

export interface StageOptions<Names extends string> extends Omit<ProgramOptions, 'env'> {
  readonly server?: TelegramServerOptions
  /** Settings of the program, or made from the server (e.g. the id of a staff group that it has). */
  readonly env?:
    | Readonly<Record<string, string>>
    | ((server: TelegramServer, people: Record<Names, BenchPerson>) => Readonly<Record<string, string>>)
  /** People by the name the play calls them. */
  readonly people?: Readonly<Record<Names, PersonOptions>>
  /** Groups, faults and messages from before the program starts. */
  readonly before?: (server: TelegramServer, people: Record<Names, BenchPerson>) => void | Promise<void>
}

export interface Play<Names extends string> {
  readonly server: TelegramServer
  readonly program: Program
  readonly people: Readonly<Record<Names, BenchPerson>>
  close(): Promise<void>
}

/** Ended with the test, unless `keep` is set: then the caller closes it. */
export const stage = async <const Names extends string = never>(
  options: StageOptions<Names> = {},
): Promise<Play<Names>> => {
  const { server: serverOptions, people: wanted, before, env, keep = false, ...rest } = options
  const server = await createTelegramServer(serverOptions)
  if (!keep) onTestFinished(() => server.close())
  const people = Object.fromEntries(
    Object.entries<PersonOptions>(wanted ?? {}).map(([name, person]) => [name, server.user({ name, ...person })]),
  ) as Record<Names, BenchPerson>
  await before?.(server, people)
  const settings = typeof env === 'function' ? env(server, people) : env
  const program = await startProgram(server, { ...rest, keep, ...(settings === undefined ? {} : { env: settings }) })
  return {
    server,
    program,
    people,
    close: async () => {
      await program.close()
      await server.close()
    },
  }
}
