import { Api } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { registerCommands } from '../../src/bot/register-commands.ts'
import { clientOptions } from '../../src/bot/telegram-client.ts'
import { createConfig } from '../../src/config.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { startMessages } from '../../src/text/messages/start-messages.ts'
import { scratchFolder } from '../support/scratch.ts'
import { createTelegramServer } from '../support/telegram-server.ts'

const ADMIN = 5_000_000_123

const desk = async (env: Readonly<Record<string, string>> = {}) => {
  const server = await createTelegramServer()
  onTestFinished(() => server.close())
  const folder = scratchFolder()
  const records = createSqliteRecords(folder)
  onTestFinished(() => records.close())
  const warnings: unknown[] = []
  const settings = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root }
  const register = (further = env, me = server.bot) => {
    const config = createConfig({ ...settings, ...further }, folder)
    const api = new Api(server.token, clientOptions(config.telegram!))
    const log = {
      warn: (...told: unknown[]) => void warnings.push(told),
      debug: () => {},
      info: () => {},
      error: () => {},
    }
    return registerCommands(
      api,
      {
        telegram: config.telegram!,
        desk: config.desk,
        records,
        keyOf: (id: number) => `key${id}`,
        log,
      } as unknown as Parameters<typeof registerCommands>[1],
      me,
      new AbortController().signal,
    )
  }
  const api = new Api(server.token, { apiRoot: server.root })
  return { server, records, register, warnings, api }
}

const calls = (server: { calls(): readonly { readonly method: string }[] }): number =>
  server.calls().filter(({ method }) => method.startsWith('setMy')).length

test('Commands are set for private chats, groups and everything else, in Vietnamese and without a language', async () => {
  const { register, api, warnings } = await desk()
  await register()
  for (const language of [{}, { language_code: 'vi' as const }]) {
    const inPrivate = await api.getMyCommands({ scope: { type: 'all_private_chats' }, ...language })
    expect(inPrivate.map(({ command }) => command)).toEqual(
      'hoi vanban moi tomtat sosanh theodoi trogiup lienhe quen dung riengtu xoa botheodoi start'.split(' '),
    )
    const inGroups = await api.getMyCommands({ scope: { type: 'all_group_chats' }, ...language })
    expect(inGroups.map(({ command }) => command)).toEqual(['hoi', 'vanban', 'moi', 'tomtat', 'sosanh', 'trogiup'])
    expect(await api.getMyCommands(language)).toEqual(inGroups)
    for (const { description } of inPrivate) expect(description).toMatch(/[à-ỹđ]/i)
    expect(await api.getMyName(language)).toEqual({ name: 'Hỏi đáp công tác Đảng' })
    expect((await api.getMyDescription(language)).description).toMatch(
      /90 ngày \(câu đang chờ cán bộ: đến khi có trả lời\).*Không nhập thông tin mật/,
    )
    expect((await api.getMyShortDescription(language)).short_description).toContain('Không nhập thông tin mật')
  }
  expect(warnings).toEqual([])
})

test('Nothing is told twice, and what has changed is told again', async () => {
  const { register, server } = await desk()
  await register()
  const first = calls(server)
  await register()
  expect(calls(server)).toBe(first)
  await register({ RETENTION_DAYS: '30' })
  expect(calls(server) - first).toBe(2)
  // another bot on the same records knows nothing yet
  await register({}, { ...server.bot, id: server.bot.id + 1 })
  expect(calls(server)).toBe(2 * first + 2)
})

test('Staff and admins get their own list once their chat exists, and until then it is no fault', async () => {
  const { register, server, api, warnings } = await desk()
  const group = server.group({ title: 'Cán bộ' })
  const env = { ADMIN_IDS: String(ADMIN), STAFF_CHAT_ID: String(group.chatId) }
  const admin = server.user({ id: ADMIN })
  await register(env)
  expect(warnings).toEqual([])
  const inStaffChat = await api.getMyCommands({ scope: { type: 'chat', chat_id: group.chatId } })
  expect(inStaffChat.map(({ command }) => command)).toContain('chuaduoc')
  await admin.send('Xin chào')
  await register(env)
  const ofAdmin = await api.getMyCommands({ scope: { type: 'chat', chat_id: ADMIN }, language_code: 'vi' })
  expect(ofAdmin.map(({ command }) => command)).toEqual(expect.arrayContaining(['chuaduoc', 'hoi', 'xoa']))
  const before = calls(server)
  await register(env)
  expect(calls(server)).toBe(before)
})

test('A refusal is logged once and the rest is told; at the next start what was missing is told', async () => {
  const { register, server, warnings, api } = await desk()
  server.fail('setMyName', { code: 400, description: 'Bad Request: nope', times: 2 })
  await register()
  expect(warnings).toHaveLength(1)
  expect(JSON.stringify(warnings)).not.toContain(server.token)
  expect(await api.getMyCommands({ scope: { type: 'all_private_chats' } })).not.toEqual([])
  const before = calls(server)
  await register()
  expect(calls(server) - before).toBe(2)
  expect(warnings).toHaveLength(1)
})

test('A long flood wait is left to the next start, an outage ends the telling, and neither throws', async () => {
  const { register, server, warnings } = await desk()
  server.fail('setMyCommands', { code: 429, retryAfter: 3_600, times: 20 })
  await register()
  expect(warnings).toHaveLength(1)
  await server.goDown()
  const before = calls(server)
  await register({ RETENTION_DAYS: '30' })
  expect(calls(server)).toBe(before)
  expect(warnings).toHaveLength(2)
})

test('Everything keeps to Telegram’s lengths', async () => {
  const { name, description, shortDescription } = startMessages.profile
  expect(name.length).toBeLessThanOrEqual(64)
  expect(description(3_650).length).toBeLessThanOrEqual(512)
  expect(shortDescription.length).toBeLessThanOrEqual(120)
  expect(startMessages.placeholder.length).toBeLessThanOrEqual(64)
  for (const [command, words] of Object.entries(startMessages.commands)) {
    expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
    expect(words.length).toBeLessThanOrEqual(40)
  }
})

test('Whoever the settings name no more has the menu of everybody at the next start', async () => {
  const { register, records, server, api, warnings } = await desk()
  const [first, second] = [server.user({ started: true }), server.user({ started: true })]
  for (const { id } of [first, second]) records.addresses.remember(`key${id}`, id)
  const menuOf = (id: number) => api.getMyCommands({ scope: { type: 'chat', chat_id: id }, language_code: 'vi' })
  await register({ ADMIN_IDS: `${first.id},${second.id}` })
  expect((await menuOf(first.id)).length).toBeGreaterThan(0)
  // a member by the records keeps the menu of members
  records.members.put({ person: `key${second.id}`, role: 'member', code: 'BCGH', since: 1, name: null })
  await register({ ADMIN_IDS: String(first.id) })
  expect((await menuOf(second.id)).map(({ command }) => command)).toEqual(expect.not.arrayContaining(['nguoidung', 'thongke'])) // prettier-ignore
  expect((await menuOf(second.id)).map(({ command }) => command)).toContain('toi')
  await register({})
  expect(await menuOf(first.id)).toEqual([])
  expect(warnings).toEqual([])
})
