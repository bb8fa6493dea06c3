/** The bench itself, driven by the real grammY client and runner: what it promises must be what Telegram does. */
import { run, type RunnerHandle } from '@grammyjs/runner'
import { Bot, type Context } from 'grammy'
import { describe, expect, it, onTestFinished } from 'vitest'
import { stage } from '../support/play.ts'
import { createTelegramServer, type TelegramServer, type TelegramServerOptions } from '../support/telegram-server.ts'

const serve = async (options?: TelegramServerOptions): Promise<TelegramServer> => {
  const server = await createTelegramServer(options)
  onTestFinished(() => server.close())
  return server
}

const clientOf = (server: TelegramServer): Bot =>
  new Bot(server.token, { client: { apiRoot: server.root, timeoutSeconds: 20 } })

const botAt = async (server: TelegramServer, listen: (bot: Bot<Context>) => void): Promise<RunnerHandle> => {
  const bot = clientOf(server)
  listen(bot)
  await bot.init()
  const runner = run(bot, { runner: { fetch: { timeout: 20 }, silent: true } })
  onTestFinished(async () => {
    if (runner.isRunning()) await runner.stop()
  })
  await server.waitForPoll()
  return runner
}

/** What Telegram says to a call that it refuses. */
const refusal = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: { error_code?: number; description?: string }) => `${error.error_code} ${error.description}`,
  )

describe('private chats', () => {
  it('hands a question over and gives the answer back to the play', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan', username: 'lan' })
    await botAt(server, (bot) => bot.on('message:text', (ctx) => ctx.reply(`Nghe: ${ctx.message.text}`)))
    await lan.send('Đảng phí đóng thế nào?')
    await lan.send('Còn hưu trí?')
    expect((await lan.replies(2)).map(({ text }) => text)).toEqual([
      'Nghe: Đảng phí đóng thế nào?',
      'Nghe: Còn hưu trí?',
    ])
    expect(lan.unseen()).toEqual([])
    expect(server.calls('sendMessage', lan)).toHaveLength(2)
    expect(server.pending()).toEqual([])
  })

  it('tells a press of a button and gives back what Telegram shows for a moment', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    await botAt(server, (bot) => {
      bot.command('start', (ctx) =>
        ctx.reply('Chọn', {
          reply_markup: { inline_keyboard: [[{ text: 'Xem thêm nguồn', callback_data: 'a1' }]] },
        }),
      )
      bot.on('callback_query:data', async (ctx) => {
        await ctx.editMessageText(`Đã xem ${ctx.callbackQuery.data}`)
        await ctx.answerCallbackQuery('Có ngay')
      })
    })
    await lan.command('/start')
    const reply = await lan.nextReply()
    expect(reply.rows).toEqual([['Xem thêm nguồn']])
    expect(await lan.tap('Xem thêm nguồn')).toBe('Có ngay')
    expect(reply).toMatchObject({ text: 'Đã xem a1', edits: ['Chọn'], buttons: [] })
  })
})

describe('refusals', () => {
  it('says what Telegram says to a text, a button or a chat that cannot be', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan', started: true })
    const stranger = server.user({ name: 'Người lạ' })
    const { api } = clientOf(server)
    const button = (data: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] } })
    expect(await refusal(api.sendMessage(lan.id, ''))).toBe('400 Bad Request: message text is empty')
    expect(await refusal(api.sendMessage(lan.id, ' \n'))).toBe('400 Bad Request: text must be non-empty')
    expect(await refusal(api.sendMessage(lan.id, 'x'.repeat(4096)))).toBe('accepted')
    expect(await refusal(api.sendMessage(lan.id, 'x'.repeat(4097)))).toBe('400 Bad Request: message is too long')
    expect(await refusal(api.sendMessage(lan.id, 'x', button('đ'.repeat(33))))).toBe(
      '400 Bad Request: BUTTON_DATA_INVALID',
    )
    expect(await refusal(api.sendMessage(stranger.id, 'x'))).toBe('400 Bad Request: chat not found')
    expect(await refusal(api.sendMessage(404, 'x'))).toBe('400 Bad Request: chat not found')
    lan.block()
    expect(await refusal(api.sendMessage(lan.id, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
    lan.unblock()
    const { message_id: id } = await api.sendMessage(lan.id, 'một')
    expect(await refusal(api.editMessageText(lan.id, id, 'một'))).toMatch(/^400 Bad Request: message is not modified: /)
    expect(await refusal(api.editMessageText(lan.id, id + 1, 'hai'))).toBe('400 Bad Request: message to edit not found')
    const reply = { reply_parameters: { message_id: 999 } }
    expect(await refusal(api.sendMessage(lan.id, 'x', reply))).toBe('400 Bad Request: message to be replied not found')
  })
})

describe('the starter of the program', () => {
  it('starts, stops, kills and restarts a bot in a process of its own', async () => {
    const { server, program, people } = await stage({
      script: 'test/support/telegram/small-bot.ts',
      people: { lan: { name: 'Lan' } },
    })
    const { lan } = people
    await lan.send('một')
    expect((await lan.nextReply()).text).toBe('Nghe rồi: một')
    expect(await program.stop()).toMatchObject({ code: 0, signal: null })
    await lan.send('hai')
    await program.restart()
    expect((await lan.nextReply()).text).toBe('Nghe rồi: hai')
    expect(await program.kill()).toMatchObject({ code: null, signal: 'SIGKILL' })
    expect(server.isPolling()).toBe(false)
  })
})
