/** What Telegram refuses, mends and shows: texts, entities, keyboards, edits, commands, buttons, webhooks. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTelegramProcess } from '../support/telegram/remote.ts'
import { botAt, clientOf, post, refusal, serve } from './support.ts'

/** Error and what was stored, for a text sent with these fields. */
const sent = async (fields: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const server = await serve()
  const lan = server.user({ started: true })
  const answer = await post(server, 'sendMessage', { chat_id: lan.id, ...fields })
  if (!answer.ok) return answer.description
  const { text, entities } = answer.result as { text: string; entities?: unknown }
  return { text, ...(entities === undefined ? {} : { entities }) }
}
const entity = (type: string, offset: number, length: number, more = {}): object => ({ type, offset, length, ...more })

describe('texts', () => {
  it.each([
    ['<b>a</b> &lt;b&gt;', { text: 'a <b>', entities: [entity('bold', 0, 1)] }],
    ['<blockquote expandable>Điều 1</blockquote>', { text: 'Điều 1', entities: [entity('expandable_blockquote', 0, 6)] }],
    ['<a href="https://a.vn/?x=1&amp;y">b</a>', { text: 'b', entities: [entity('text_link', 0, 1, { url: 'https://a.vn/?x=1&y' })] }],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>', { text: 'ab', entities: [entity('blockquote', 0, 2)] }],
    ['<b>a', 'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'],
    ['<b>a</i>', 'Bad Request: can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['đ <h1>a</h1>', 'Bad Request: can\'t parse entities: Unsupported start tag "h1" at byte offset 3'],
    ['5 < 6', 'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2'],
    ['a</b>', "Bad Request: can't parse entities: Unexpected end tag at byte offset 1"],
    ['<b></b>', 'Bad Request: text must be non-empty'],
  ])('reads the HTML %s as Telegram does', async (text, expected) => {
    expect(await sent({ text, parse_mode: 'HTML' })).toEqual(expected)
  }) // prettier-ignore

  it.each([
    ['*a* _b_ __c__ ~d~', { text: 'a b c d', entities: [entity('bold', 0, 1), entity('italic', 2, 1), entity('underline', 4, 1), entity('strikethrough', 6, 1)] }],
    ['>Điều 1\n>Khoản 2||\nsau', { text: 'Điều 1\nKhoản 2\nsau', entities: [entity('expandable_blockquote', 0, 14)] }],
    ['[a\\.b](https://x.vn)', { text: 'a.b', entities: [entity('text_link', 0, 3, { url: 'https://x.vn' })] }],
    ['Điều 1.', "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['Điều *1', "Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 8"],
  ])('reads the MarkdownV2 %s as Telegram does', async (text, expected) => {
    expect(await sent({ text, parse_mode: 'MarkdownV2' })).toEqual(expected)
  }) // prettier-ignore

  it.each([
    [[entity('bold', -1, 1)], 'Bad Request: receive an entity with incorrect offset -1'],
    [[entity('bold', 0, -1)], 'Bad Request: receive an entity with incorrect length -1'],
    [[entity('bold', 3, 9)], 'Bad Request: entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 12'],
    [[entity('bold', 99, 1)], 'Bad Request: entity begins after the end of the text at UTF-16 offset 99'],
    [[entity('heading', 0, 1)], "Bad Request: can't parse MessageEntity: Unsupported type specified"],
    [[entity('bold', 7, 1)], 'Bad Request: entity beginning at UTF-16 offset 7 ends in a middle of a UTF-16 symbol at byte offset 14'],
    ['bold', "Bad Request: can't parse entities JSON object"],
    [[entity('bold', 0, 0)], { text: 'Điều 1 👉' }],
    [[entity('blockquote', 0, 6), entity('expandable_blockquote', 2, 2)], { text: 'Điều 1 👉', entities: [entity('blockquote', 0, 6)] }],
  ])('judges the entities %j', async (entities, expected) => {
    expect(await sent({ text: 'Điều 1 👉  ', entities })).toEqual(expected)
  }) // prettier-ignore

  it('counts the length in UTF-16 units after markup, and trims', async () => {
    expect(await sent({ text: `<b>${'a'.repeat(4096)}</b>  `, parse_mode: 'HTML' })).toMatchObject({
      text: 'a'.repeat(4096),
    })
    expect(await sent({ text: '😀'.repeat(2049) })).toBe('Bad Request: message is too long')
    expect(await sent({ text: '\ud83d' })).toBe('Bad Request: strings must be encoded in UTF-8')
  })

  it('marks commands, mentions and addresses by itself', async () => {
    expect(await sent({ text: 'Gõ /hoi hoặc xem dangcongsan.vn, hỏi @can_bo' })).toMatchObject({
      entities: [entity('bot_command', 3, 4), entity('url', 17, 14), entity('mention', 37, 7)],
    })
    expect(await sent({ text: '<code>/hoi a.vn</code>', parse_mode: 'HTML' })).toMatchObject({
      entities: [entity('code', 0, 9)],
    })
    expect(await sent({ text: 'số 05/QĐ, 3/2 và 12-QĐ/ĐUK' })).toEqual({ text: 'số 05/QĐ, 3/2 và 12-QĐ/ĐUK' })
  })
})

describe('keyboards', () => {
  const inline = (...row: object[]): object => ({ text: 'a', reply_markup: { inline_keyboard: [row] } })
  it.each([
    [inline({ text: '', callback_data: 'a' }), 'Bad Request: inline keyboard button text must be non-empty'],
    [inline({ text: 'a' }), "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    [inline({ text: 'a', callback_data: '' }), 'Bad Request: BUTTON_DATA_INVALID'],
    [inline({ text: 'a', callback_data: 'x'.repeat(65) }), 'Bad Request: BUTTON_DATA_INVALID'],
    [inline({ text: 'a', url: 'không phải' }), "Bad Request: inline keyboard button URL 'không phải' is invalid: Wrong HTTP URL"],
    [inline({ text: 'a', copy_text: { text: 'x'.repeat(257) } }), 'Bad Request: BUTTON_COPY_TEXT_INVALID'],
    [inline(...Array.from({ length: 101 }, () => ({ text: 'a', callback_data: 'b' }))), 'Bad Request: reply markup is too long'],
    [{ text: 'a', reply_markup: { keyboard: [['']] } }, 'Bad Request: keyboard button text must be non-empty'],
    [{ text: 'a', reply_markup: '{' }, "Bad Request: can't parse reply keyboard markup JSON object"],
    [inline({ text: 'a', callback_data: 'x'.repeat(64) }), { text: 'a' }],
  ])('judges %j', async (fields, expected) => {
    expect(await sent(fields as Record<string, unknown>)).toEqual(expected)
  }) // prettier-ignore

  it('keeps the keyboard below the input line until it is taken away, and a tap on it is a message', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    await botAt(server, (bot) => {
      bot.command('start', (ctx) => ctx.reply('Chào', { reply_markup: { keyboard: [['Hỏi'], ['Văn bản mới']], is_persistent: true } }))
      bot.hears('Văn bản mới', (ctx) => ctx.reply('Không có', { reply_markup: { remove_keyboard: true } }))
    }) // prettier-ignore
    await lan.command('/start')
    await lan.nextReply()
    expect(lan.keyboard()).toEqual([['Hỏi'], ['Văn bản mới']])
    expect(await lan.tap('Văn bản mới')).toBe('')
    expect((await lan.nextReply()).text).toBe('Không có')
    expect(lan.keyboard()).toBeNull()
  })
})

describe('edits and deletions', () => {
  it('takes the buttons away where an edit brings none, and refuses what changes nothing', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan', started: true })
    const { api } = clientOf(server)
    const markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }
    const { message_id: id } = await api.sendMessage(lan.id, 'một', { reply_markup: markup })
    const reply = await lan.nextReply()
    expect(await refusal(api.editMessageReplyMarkup(lan.id, id, { reply_markup: markup }))).toMatch(
      /message is not modified/,
    )
    await api.editMessageText(lan.id, id, 'một')
    expect(reply).toMatchObject({ text: 'một', buttons: [], edits: ['một'] })
    await api.editMessageText(lan.id, id, 'hai')
    expect(reply).toMatchObject({ text: 'hai', edits: ['một', 'một'] })
    const { messageId } = await lan.send('của Lan')
    expect(await refusal(api.editMessageText(lan.id, messageId, 'x'))).toBe("400 Bad Request: message can't be edited")
    await api.deleteMessage(lan.id, id)
    expect(reply.deleted).toBe(true)
    expect(await refusal(api.deleteMessage(lan.id, id))).toBe('400 Bad Request: message to delete not found')
    const { message_id: old } = await api.sendMessage(lan.id, 'cũ')
    server.clock.advance(49 * 3_600_000)
    expect(await refusal(api.deleteMessage(lan.id, old))).toBe("400 Bad Request: message can't be deleted for everyone")
  })

  it('dates messages by the clock of the play', async () => {
    const server = await serve()
    const lan = server.user()
    server.clock.set(new Date('2026-11-20T02:00:00Z'))
    await lan.send('hai giờ trước')
    server.clock.advance(2 * 3_600_000)
    await lan.send('bây giờ')
    const [first, second] = await clientOf(server).api.getUpdates()
    expect(second!.message!.date - first!.message!.date).toBe(7_200)
  })
})

describe('replies', () => {
  it('checks what is replied to and quoted', async () => {
    const server = await serve()
    const lan = server.user({ started: true })
    const { api } = clientOf(server)
    const { messageId } = await lan.send('Đảng phí đóng thế nào?')
    const reply = (parameters: object): Promise<string> =>
      refusal(api.sendMessage(lan.id, 'x', { reply_parameters: { message_id: messageId, ...parameters } }))
    expect(await reply({ quote: 'Đảng phí' })).toBe('accepted')
    expect(await reply({ quote: 'đoàn phí' })).toBe('400 Bad Request: QUOTE_TEXT_INVALID')
    expect(await reply({ message_id: 99 })).toBe('400 Bad Request: message to be replied not found')
    expect(await reply({ message_id: 99, allow_sending_without_reply: true })).toBe('accepted')
    expect((await lan.replies(2)).map(({ replyTo }) => replyTo)).toEqual([messageId, null])
  })

  it('copies without a name and forwards with one, unless the message is protected', async () => {
    const server = await serve()
    const [lan, staff] = [server.user({ name: 'Lan', started: true }), server.user({ started: true })]
    const { api } = clientOf(server)
    const { messageId } = await lan.send('câu hỏi của tôi')
    await api.copyMessage(staff.id, lan.id, messageId)
    const forwarded = await api.forwardMessage(staff.id, lan.id, messageId)
    expect(forwarded.forward_origin).toMatchObject({ type: 'user', sender_user: { first_name: 'Lan' } })
    expect((await staff.replies(2)).map(({ text }) => text)).toEqual(['câu hỏi của tôi', 'câu hỏi của tôi'])
    const { message_id } = await api.sendMessage(lan.id, 'mật', { protect_content: true })
    expect(await refusal(api.copyMessage(staff.id, lan.id, message_id))).toMatch(/^400 Bad Request/)
  })
})

describe('buttons', () => {
  it('forgets a press after a while, takes a second answer, and lets another member press', async () => {
    const server = await serve()
    const [lan, nam] = [server.user({ name: 'Lan' }), server.user({ name: 'Nam' })]
    const group = server.group({ members: [lan, nam] })
    const { api } = clientOf(server)
    await api.sendMessage(group.chatId, 'x', {
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
    })
    await group.as(nam).tap('a', { wait: false })
    await group.as(lan).press('tự đặt', { wait: false, inaccessible: true })
    const [first, second] = await api.getUpdates()
    expect(first!.callback_query).toMatchObject({ from: { first_name: 'Nam' }, data: 'b', message: { text: 'x' } })
    expect(second!.callback_query).toMatchObject({ from: { first_name: 'Lan' }, data: 'tự đặt', message: { date: 0 } })
    const { id } = first!.callback_query!
    expect(await refusal(api.answerCallbackQuery(id))).toBe('accepted')
    expect(await refusal(api.answerCallbackQuery(id))).toBe('accepted')
    const tooOld = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
    expect(await refusal(api.answerCallbackQuery('1'))).toBe(tooOld)
    server.clock.advance(16_000)
    expect(await refusal(api.answerCallbackQuery(second!.callback_query!.id))).toBe(tooOld)
  })

  it('asks inline and gets the results', async () => {
    const server = await serve()
    const lan = server.user()
    await botAt(server, (bot) => bot.on('inline_query', (ctx) => ctx.answerInlineQuery([{ type: 'article', id: '1', title: `Về ${ctx.inlineQuery.query}`, input_message_content: { message_text: 'x' } }]))) // prettier-ignore
    expect((await lan.inline('đảng phí')).results).toMatchObject([{ title: 'Về đảng phí' }])
  })
})

describe('the profile', () => {
  it('keeps commands by scope and language, and refuses those that cannot be', async () => {
    const server = await serve()
    const [lan, stranger] = [server.user({ started: true }), server.user()]
    const { api } = clientOf(server)
    const one = (command: string, description = 'Hỏi'): Promise<string> => refusal(api.setMyCommands([{ command, description }]))
    await api.setMyCommands([{ command: 'hoi', description: 'Hỏi' }], { language_code: 'vi' })
    await api.setMyCommands([{ command: 'thongke', description: 'Thống kê' }], { scope: { type: 'chat', chat_id: lan.id } })
    expect(await api.getMyCommands()).toEqual([])
    expect(await api.getMyCommands({ language_code: 'vi' })).toEqual([{ command: 'hoi', description: 'Hỏi' }])
    expect(await api.getMyCommands({ scope: { type: 'chat', chat_id: lan.id } })).toMatchObject([{ command: 'thongke' }])
    expect(await refusal(api.setMyCommands([], { scope: { type: 'chat', chat_id: stranger.id } }))).toBe('400 Bad Request: chat not found')
    expect(await one('hỏi')).toBe('400 Bad Request: BOT_COMMAND_INVALID')
    expect(await one('hoi', '')).toBe('400 Bad Request: command description must be non-empty')
    expect(await one('hoi', 'x'.repeat(257))).toBe('400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID')
    await api.setMyCommands([{ command: 'rieng', description: 'x' }], { scope: { type: 'all_private_chats' } })
    expect(await api.getMyCommands({ scope: { type: 'all_group_chats' } })).toEqual([])
    const long = Array.from({ length: 30 }, (_, n) => ({ command: `c${n}`, description: 'x'.repeat(200) }))
    expect(await refusal(api.setMyCommands(long))).toBe('400 Bad Request: BOT_COMMANDS_TOO_MUCH')
    const many = Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: 'x' }))
    expect(await refusal(api.setMyCommands(many))).toBe('400 Bad Request: BOT_COMMANDS_TOO_MUCH')
    await api.deleteMyCommands({ language_code: 'vi' })
    expect(await api.getMyCommands({ language_code: 'vi' })).toEqual([])
    await api.setMyDescription('Không nhập thông tin mật', { language_code: 'vi' })
    expect(await api.getMyDescription({ language_code: 'vi' })).toEqual({ description: 'Không nhập thông tin mật' })
    expect(await api.getMyName()).toEqual({ name: server.bot.first_name })
    expect(await refusal(api.setMyShortDescription('x'.repeat(121)))).toMatch(/^400/)
  }) // prettier-ignore
})

describe('webhooks', () => {
  it('delivers in order with the secret, and again until the bot says 200', async () => {
    const server = await serve({ webhook: { firstMs: 5, longestMs: 20 } })
    const lan = server.user()
    const heard: { secret: unknown; text: string }[] = []
    const replies = [500, 429, 200, 200]
    const hook = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        heard.push({ secret: request.headers['x-telegram-bot-api-secret-token'], text: JSON.parse(body).message.text })
        response.writeHead(replies.shift()!).end()
      })
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void hook.close())
    const { api } = clientOf(server)
    await lan.send('một')
    await lan.send('hai')
    await api.setWebhook(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`, { secret_token: 'bi-mat_1' })
    await server.until(() => server.pending().length === 0, 'both updates to be taken')
    expect(heard.map(({ text }) => text)).toEqual(['một', 'một', 'một', 'hai'])
    expect(heard.every(({ secret }) => secret === 'bi-mat_1')).toBe(true)
    expect(await api.getWebhookInfo()).toMatchObject({ pending_update_count: 0, last_error_message: 'Wrong response from the webhook: 429' })
    expect(await refusal(api.setWebhook('http://x.vn', { secret_token: 'có dấu' }))).toMatch(/unallowed characters/)
  }) // prettier-ignore
})

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string
  return text
}

describe('plays', () => {
  it('shows a conversation as a person reads it', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    await botAt(server, (bot) => {
      bot.on('message:text', (ctx) =>
        ctx.reply(
          'Theo Quy định 12: đảng viên đóng 1 % tiền lương.\n\n<blockquote expandable>Điều 3. Đảng viên trong cơ quan hành chính đóng đảng phí hằng tháng bằng 1 % tiền lương, các khoản phụ cấp và tiền công được hưởng.</blockquote>\nMời đồng chí xem thêm.',
          { parse_mode: 'HTML', reply_markup: { inline_keyboard: [[{ text: 'Xem thêm nguồn', callback_data: 'a' }], [{ text: 'Hỏi cán bộ', callback_data: 'b' }]] } },
        ),
      )
      bot.on('callback_query', (ctx) => ctx.answerCallbackQuery('Đã gửi cán bộ'))
    }) // prettier-ignore
    await lan.send('Đảng phí đóng thế nào?')
    await lan.nextReply()
    await lan.tap('Hỏi cán bộ')
    expect(server.transcript(lan, { width: 60 })).toBe(
      `
👤 Lan
    Đảng phí đóng thế nào?

🤖 Hỏi đáp công tác Đảng
    Theo Quy định 12: đảng viên đóng 1 % tiền lương.

    ▎ Điều 3. Đảng viên trong cơ quan hành chính đóng đảng
    ▎ phí hằng tháng bằng 1 % tiền lương, các khoản phụ cấp
    ▎ và tiền công được hưởng.
    Mời đồng chí xem thêm.
    [ Xem thêm nguồn ]
    [ Hỏi cán bộ ]

    · Lan bấm [ Hỏi cán bộ ]

    · Telegram hiện: “Đã gửi cán bộ”
`.trim(),
    )
  })

  it('shows one topic of a group, replies and edits marked', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const group = server.group({ title: 'Đảng bộ', forum: true })
    const topic = group.topic('Đảng phí')
    const { api } = clientOf(server)
    const { messageId } = await topic.as(lan).send('Mức đóng?')
    await group.as(lan).send('Việc khác')
    const { message_id } = await api.sendMessage(group.chatId, 'Đang tra cứu…', { reply_parameters: { message_id: messageId } })
    await api.editMessageText(group.chatId, message_id, '1 %')
    await topic.as(lan).document({ name: 'quy định.pdf', caption: 'đây' })
    expect(server.transcript(topic, { bot: 'Bot' })).toBe(
      `
    · Mở chủ đề “Đảng phí”

👤 Lan (chủ đề: Đảng phí)
    Mức đóng?

🤖 Bot (chủ đề: Đảng phí, đã sửa)
    ↩ Mức đóng?
    1 %

👤 Lan (chủ đề: Đảng phí)
    📎 quy định.pdf
    đây
`.slice(1, -1),
    )
  }) // prettier-ignore

  it('says what was said so far when nothing comes', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    await lan.send('Có ai không?')
    const waited = server.until(() => false, { what: 'an answer', chat: lan.chatId, deadlineMs: 30 })
    await expect(waited).rejects.toThrow(/an answer[\s\S]*Có ai không\?[\s\S]*The bot has called nothing/)
  })

  it('knows when nothing came to somebody', async () => {
    const server = await serve()
    const [lan, nam] = [server.user({ name: 'Lan' }), server.user({ name: 'Nam' })]
    await botAt(server, (bot) =>
      bot.on('message:text', (ctx) => (ctx.message.text === 'im' ? undefined : ctx.reply('có'))),
    )
    await lan.send('im')
    await lan.silence(nam, 'hỏi')
    await lan.send('hỏi')
    await expect(lan.silence(nam, 'hỏi')).rejects.toThrow('Lan was to hear nothing, but the bot wrote: có')
  })

  it('waits for the edit of a message, and finds a message by what it says', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    await botAt(server, (bot) =>
      bot.on('message:text', async (ctx) => {
        const { message_id } = await ctx.reply('Đang tra cứu…')
        await ctx.api.editMessageText(ctx.chat.id, message_id, 'Đây')
        await ctx.reply('Phần 2')
      }),
    )
    await lan.send('một')
    const first = await lan.nextReply()
    if (first.edits.length === 0) await first.edited()
    expect(first).toMatchObject({ text: 'Đây', edits: ['Đang tra cứu…'] })
    const second = await lan.waitFor(({ text }) => text.startsWith('Phần'))
    expect(second.text).toBe('Phần 2')
    expect(lan.unseen()).toEqual([])
    // what was said before the next question is no answer to it
    await lan.send('hai')
    expect((await lan.waitFor(({ text }) => text.startsWith('Phần'))).messageId).toBeGreaterThan(second.messageId)
  })

  it('serves as a process of its own', async () => {
    const bench = await startTelegramProcess({ keepMessages: 100 })
    onTestFinished(() => bench.close())
    const [id] = await bench.people({ count: 3 })
    const api = clientOf({ root: bench.root, token: bench.token } as never).api
    expect(await bench.say({ lines: [{ user: id!, text: 'một' }] })).toMatchObject([{ messageId: 1 }])
    await api.sendMessage(id!, 'trả lời', { reply_parameters: { message_id: 1 } })
    expect(await bench.delivered({})).toMatchObject({ next: 1, items: [{ chatId: id, text: 'trả lời', replyTo: 1 }] })
    await bench.fail({ method: 'sendMessage', code: 500 })
    expect(await refusal(api.sendMessage(id!, 'x'))).toBe('500 Internal Server Error')
    expect(await bench.counts()).toMatchObject({ calls: { sendMessage: 2 }, pending: 1, delivered: 1 })
    const counted = await fetch(`${bench.root}/_control/counts`, { method: 'POST' })
    expect(await counted.json()).toMatchObject({ ok: true, result: { delivered: 1 } })
    await expect(bench.say({ lines: [{ user: 1, text: 'x' }] })).rejects.toThrow('There is no person 1')
  })
})
