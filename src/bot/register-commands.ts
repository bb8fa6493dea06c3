/** Tells Telegram what the bot is called and which commands it has, for each scope and language, and only what has changed. */
import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { startMessages } from '../text/messages/start-messages.ts'
import {
  ADMIN_COMMANDS,
  commandsOfRole,
  GROUP_COMMANDS,
  PRIVATE_COMMANDS,
  STAFF_CHAT_COMMANDS,
  STAFF_COMMANDS,
  type CommandName,
} from './commands.ts'
import type { BotDeps } from './context.ts'
import { roleOf } from './rights.ts'
import { LANGUAGES, tellCommands } from './sending/tell-commands.ts'
import { staffChatId } from './staff-chat-id.ts'
import { apiFaultOf } from './telegram-client.ts'

type Deps = Pick<BotDeps, 'telegram' | 'desk' | 'records' | 'keyOf' | 'log'>
type Signal = Parameters<Api['getMe']>[0]

/** Longest flood wait that is sat out; these methods are limited hard (telegram.md §5), and the next start tries again. */
const LONGEST_WAIT_MS = 30_000

interface Step {
  /** Under which the records know what Telegram was told last. */
  readonly name: string
  /** What is to be told, as it is compared. */
  readonly told: unknown
  tell(signal: Signal): Promise<unknown>
}

/** Never rejects, and nothing waits for it: a bot without a menu answers all the same. */
export const registerCommands = async (
  api: Api,
  deps: Deps,
  me: { readonly id: number },
  signal: AbortSignal,
): Promise<void> => {
  const failed: string[] = []
  for (const step of stepsOf(api, deps)) {
    const note = `told ${me.id} ${step.name}`
    const digest = createHash('sha256').update(JSON.stringify(step.told)).digest('base64url').slice(0, 22)
    try {
      if (deps.records.notes.get(note) === digest) continue
      await patiently(() => step.tell(signal as Signal), signal)
      if (signal.aborted) return
      deps.records.notes.set(note, digest)
    } catch (error) {
      if (signal.aborted) return
      // an admin who has not pressed Start yet, or a staff chat that the bot is not in yet
      if (!isNotFound(error)) failed.push(`${step.name}: ${(error as Error).message}`)
      const fault = apiFaultOf(error)
      if (fault?.kind === 'network' || fault?.kind === 'fatal') break
    }
  }
  if (failed.length > 0)
    deps.log.warn({ failed: failed.slice(0, 3) }, 'the menu of commands could not be set as a whole')
}

/** The menu that a chat is to have now; null for the one that everybody has. */
export const commandsOfChat = (chatId: number, deps: Deps): readonly BotCommand[] | null => {
  if (chatId < 0) return chatId === staffChatId(deps) ? listed(STAFF_CHAT_COMMANDS) : null
  const commands = commandsOfRole(roleOf(chatId, deps))
  return commands && listed(commands)
}

const stepsOf = (api: Api, deps: Deps): readonly Step[] => {
  const { desk } = deps
  const staff = staffChatId(deps)
  const { name, description, shortDescription } = startMessages.profile
  const scopes: readonly (readonly [BotCommandScope, readonly CommandName[]])[] = [
    [{ type: 'all_private_chats' }, PRIVATE_COMMANDS],
    [{ type: 'all_group_chats' }, GROUP_COMMANDS],
    [{ type: 'default' }, GROUP_COMMANDS],
    ...(staff === null ? [] : [[{ type: 'chat', chat_id: staff }, STAFF_CHAT_COMMANDS] as const]),
  ]
  const steps = LANGUAGES.flatMap((language): readonly Step[] => {
    const lang = language === undefined ? {} : { language_code: language }
    const text = (what: string, words: string, tell: Step['tell']): Step => ({
      name: `${what} ${language ?? ''}`,
      told: words,
      tell,
    })
    return [
      ...scopes.map(([scope, commands]) => ({
        name: `commands ${scope.type} ${language ?? ''}`,
        told: [scope, listed(commands)],
        tell: (signal: Signal) => api.setMyCommands(listed(commands), inScope(scope, language), signal),
      })),
      text('description', description(desk.retentionDays), (signal) =>
        api.setMyDescription(description(desk.retentionDays), lang, signal),
      ),
      text('short description', shortDescription, (signal) =>
        api.setMyShortDescription(shortDescription, lang, signal),
      ),
      text('name', name, (signal) => api.setMyName(name, lang, signal)),
    ]
  })
  const people = peopleStep(api, deps)
  return people ? [...steps, people] : steps
}

/** Under which the records know, by key, who had a list of their own by the settings: who is named no more gives theirs back. */
const NAMED = 'commands named'

const peopleStep = (api: Api, deps: Deps): Step | null => {
  const { telegram, records, keyOf } = deps
  const named = new Set([...telegram.adminIds, ...telegram.staffIds])
  const keys = [...named].map(keyOf)
  const former = (records.notes.get(NAMED) ?? '').split(' ').filter((key) => key !== '' && !keys.includes(key))
  if (named.size === 0 && former.length === 0) return null
  const leaving = former.flatMap((key) => records.addresses.idOf(key) ?? [])
  return {
    name: 'commands admins',
    // one note for all of them, and nothing in it from which an id could be read
    told: [telegram.adminIds.map(keyOf), telegram.staffIds.map(keyOf), listed(ADMIN_COMMANDS), listed(STAFF_COMMANDS)],
    tell: async (signal) => {
      const results = await Promise.allSettled(
        [...named, ...leaving].map((id) => tellCommands(api, id, commandsOfChat(id, deps), signal)),
      )
      const failure = results.find(
        (result, n) => result.status === 'rejected' && (n < named.size || !isNotFound(result.reason)),
      ) as PromiseRejectedResult | undefined
      // whoever cannot be reached now is taken along to the next time
      records.notes.set(NAMED, [...keys, ...(failure ? former : [])].join(' '))
      if (failure) throw failure.reason
    },
  }
}

const inScope = (scope: BotCommandScope, language: 'vi' | undefined) => ({
  scope,
  ...(language === undefined ? {} : { language_code: language }),
})

const listed = (commands: readonly CommandName[]): BotCommand[] =>
  commands.map((command) => ({ command, description: startMessages.commands[command] }))

/** Sits out one short flood wait. */
const patiently = async (call: () => Promise<unknown>, signal: AbortSignal): Promise<void> => {
  try {
    await call()
  } catch (error) {
    const fault = apiFaultOf(error)
    if (fault?.kind !== 'flood' || fault.waitMs > LONGEST_WAIT_MS) throw error
    await sleep(fault.waitMs, undefined, { signal })
    await call()
  }
}

const isNotFound = (error: unknown): boolean => {
  const fault = apiFaultOf(error)
  return fault?.kind === 'refused' && /chat not found|bot (?:was kicked|is not a member)/i.test(fault.description)
}
