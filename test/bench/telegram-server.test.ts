/** The bench itself, driven by the real grammY client and runner: what it promises must be what Telegram does. */
import { InputFile } from 'grammy'
import { describe, expect, it } from 'vitest'
import { stage } from '../support/play.ts'
import { botAt, clientOf, post, refusal, serve } from './support.ts'

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

describe('updates', () => {
  it('keeps an update until a later offset confirms it', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const { api } = clientOf(server)
    await lan.send('một')
    await lan.send('hai')
    const [first, second] = await api.getUpdates()
    expect(await api.getUpdates({ limit: 1 })).toMatchObject([{ update_id: first!.update_id }])
    expect(await api.getUpdates({ offset: second!.update_id })).toMatchObject([{ message: { text: 'hai' } }])
    expect(server.pending()).toHaveLength(1)
    expect(await api.getUpdates({ offset: second!.update_id + 1 })).toEqual([])
    expect(server.pending()).toEqual([])
  })

  it('holds a poll open until something comes, and drops it with its connection', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const { api } = clientOf(server)
    const polled = api.getUpdates({ timeout: 30 })
    await server.waitForPoll()
    expect(server.isPolling()).toBe(true)
    await lan.send('một')
    expect(await polled).toMatchObject([{ message: { text: 'một', from: { first_name: 'Lan' } } }])
    const controller = new AbortController()
    const given = api.getUpdates({ timeout: 30, offset: -1 }, controller.signal as never).catch(() => 'gone')
    await given
    const again = api.getUpdates({ timeout: 30, offset: server.pending()[0]!.update_id + 1 }, controller.signal as never).catch(() => 'gone') // prettier-ignore
    await server.until(() => server.isPolling(), 'the second poll')
    controller.abort()
    expect(await again).toBe('gone')
    await server.until(() => !server.isPolling(), 'its end')
    expect(server.polls()).toBe(3)
  })

  it('ends the older of two polls, and any poll while a webhook is set', async () => {
    const server = await serve()
    const older = refusal(clientOf(server).api.getUpdates({ timeout: 30 }))
    await server.waitForPoll()
    const { api } = clientOf(server)
    const newer = api.getUpdates({ timeout: 30 }).catch(() => 'ended')
    expect(await older).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    await api.setWebhook('https://example.invalid/hook')
    expect(await newer).toBe('ended')
    expect(await refusal(api.getUpdates())).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook is active/,
    )
    await api.deleteWebhook()
    expect(await refusal(api.getUpdates())).toBe('accepted')
  })

  it('stores only kinds that are wanted, and keeps that wish where a poll says nothing of it', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const { api } = clientOf(server)
    await api.getUpdates({ allowed_updates: ['message'] })
    await api.getUpdates()
    await (await lan.send('một')).edit('hai')
    lan.block()
    expect(server.pending().map((update) => Object.keys(update)[0])).toEqual(['message'])
    await api.getUpdates({ allowed_updates: [] })
    lan.unblock()
    expect(server.pending()).toHaveLength(2)
  })

  it('hands out again what is pushed with a number of its own, and whatever else is pushed', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const heard: number[] = []
    await botAt(server, (bot) =>
      bot.use(async (ctx) => {
        heard.push(ctx.update.update_id)
        if (ctx.chat !== undefined) await ctx.reply('nghe')
      }),
    )
    const said = await lan.send('một')
    await lan.nextReply()
    said.redeliver()
    await lan.nextReply()
    server.pushUpdate({ something_new: { a: 1 } })
    server.pushUpdate({ message: { text: 5, message_id: '7' } })
    await lan.send('hai')
    await lan.nextReply()
    expect(heard[1]).toBe(heard[0])
    expect(heard).toHaveLength(5)
  })

  it('knows its own token only', async () => {
    const server = await serve()
    const other = await fetch(`${server.root}/bot123:wrong/getMe`)
    expect(await other.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect(await post(server, 'sendTelegram')).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
    expect(await post(server, 'test/getMe')).toMatchObject({ ok: true, result: { is_bot: true } })
  })

  it('reads JSON, forms and the query alike', async () => {
    const server = await serve()
    const lan = server.user({ started: true })
    const url = `${server.root}/bot${server.token}/sendMessage`
    await fetch(`${url}?chat_id=${lan.id}&text=${encodeURIComponent('Hỏi 1')}`)
    await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: String(lan.id), text: 'Hỏi 2' }) })
    const form = new FormData()
    form.set('chat_id', String(lan.id))
    form.set('text', 'Hỏi 3')
    form.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }))
    await fetch(url, { method: 'POST', body: form })
    expect((await lan.replies(3)).map(({ text, rows }) => [text, rows.flat()])).toEqual([
      ['Hỏi 1', []],
      ['Hỏi 2', []],
      ['Hỏi 3', ['a']],
    ])
  })
})

describe('groups', () => {
  it('hands over what privacy mode lets through, and no more', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const group = server.group({ title: 'Chi bộ 3', members: [lan] })
    const me = server.bot.username
    const passes = async (text: string): Promise<boolean> => (await group.as(lan).send(text)).updateId !== null
    expect(await passes('chào mọi người')).toBe(false)
    expect(await passes('/hoi đảng phí')).toBe(false)
    expect(await passes(`/hoi@${me} đảng phí`)).toBe(true)
    expect(await passes('/hoi@bot_khac_bot đảng phí')).toBe(false)
    expect(await passes(`@${me} đảng phí`)).toBe(false)
    const { message_id } = await clientOf(server).api.sendMessage(group.chatId, 'Đây là câu trả lời')
    expect(await passes('/hoi đảng phí')).toBe(true)
    expect((await group.as(lan).reply({ messageId: message_id }, 'Còn hưu trí?')).updateId).not.toBeNull()
    await group.as(server.otherBot()).send('tôi là bot khác')
    expect(await passes('/hoi đảng phí')).toBe(false)
    expect((await group.anonymousAdmin().send(`/hoi@${me} x`)).updateId).not.toBeNull()
    expect((await group.channelPost('Thông báo')).updateId).toBeNull()
    group.promoteBot(lan)
    expect(await passes('chào mọi người')).toBe(true)
    group.removeBot(lan)
    expect(await passes(`/hoi@${me} x`)).toBe(false)
    expect(await refusal(clientOf(server).api.sendMessage(group.chatId, 'x'))).toBe(
      '403 Forbidden: bot was kicked from the supergroup chat',
    )
  })

  it('delivers mentions where the bench is told that they arrive', async () => {
    const server = await serve({ delivery: 'mentions' })
    const lan = server.user({ name: 'Lan' })
    const group = server.group()
    expect((await group.as(lan).mention('đảng phí?')).updateId).not.toBeNull()
    expect((await group.as(lan).send('đảng phí?')).updateId).toBeNull()
  })

  it('answers in the topic and gives each member what replies to them', async () => {
    const server = await serve()
    const [lan, nam] = [server.user({ name: 'Lan' }), server.user({ name: 'Nam' })]
    const group = server.group({ title: 'Đảng bộ', forum: true })
    const topic = group.topic('Đảng phí')
    await botAt(server, (bot) =>
      bot.command('hoi', (ctx) =>
        ctx.reply(`Trả lời ${ctx.match}`, { reply_parameters: { message_id: ctx.msg.message_id } }),
      ),
    )
    await topic.as(lan).command(`/hoi@${server.bot.username} một`)
    await group.as(nam).command(`/hoi@${server.bot.username} hai`)
    const inTopic = await topic.as(lan).nextReply()
    expect(inTopic).toMatchObject({ text: 'Trả lời một', threadId: topic.threadId })
    expect(await group.as(nam).nextReply()).toMatchObject({ text: 'Trả lời hai', threadId: null })
    expect(topic.all()).toHaveLength(1)
    expect(group.all()).toHaveLength(2)
    const { api } = clientOf(server)
    const missing = '400 Bad Request: message thread not found'
    expect(await refusal(api.sendMessage(group.chatId, 'x', { message_thread_id: 1 }))).toBe(missing)
    expect(await refusal(api.sendMessage(group.chatId, 'x', { message_thread_id: 99 }))).toBe(missing)
    expect(await refusal(api.sendMessage(lan.id, 'x', { message_thread_id: 1 }))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
  })

  it('tells the bot when it is added, and that the group got another number', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    const group = server.group({ basic: true, bot: 'absent' })
    group.addBot(lan)
    expect(server.pending()).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'left' }, new_chat_member: { status: 'member' }, from: { id: lan.id } } },
      { message: { new_chat_members: [{ username: server.bot.username }] } },
    ]) // prettier-ignore
    const bigger = group.upgrade()
    const answer = await post(server, 'sendMessage', { chat_id: group.chatId, text: 'x' })
    expect(answer).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: bigger.chatId } })
    const { api } = clientOf(server)
    await api.leaveChat(bigger.chatId)
    expect(await refusal(api.sendMessage(bigger.chatId, 'x'))).toBe(
      '403 Forbidden: bot is not a member of the supergroup chat',
    )
  })
})

describe('files', () => {
  it('takes what grammY uploads, under its Vietnamese name, and gives it back', async () => {
    const server = await serve()
    const lan = server.user({ started: true })
    const { api } = clientOf(server)
    const sent = await api.sendDocument(lan.id, new InputFile(Buffer.from('Quy định 12'), 'Quy định số 12.txt'), {
      caption: '<b>Văn bản</b> gốc',
      parse_mode: 'HTML',
      protect_content: true,
    })
    const reply = await lan.nextReply()
    expect(reply).toMatchObject({
      text: 'Văn bản gốc',
      protectContent: true,
      document: { file_name: 'Quy định số 12.txt' },
    })
    expect(Buffer.from(reply.document!.bytes).toString()).toBe('Quy định 12')
    const { file_path } = await api.getFile(sent.document.file_id)
    const got = await fetch(`${server.root}/file/bot${server.token}/${file_path}`)
    expect(await got.text()).toBe('Quy định 12')
    await api.sendDocument(lan.id, sent.document.file_id)
    expect((await lan.nextReply()).document!.file_name).toBe('Quy định số 12.txt')
  })

  it('hands a person’s file to the bot and refuses to give one over 20 MB', async () => {
    const server = await serve()
    const lan = server.user()
    await lan.document({ name: 'nghị quyết.docx', bytes: 'abc', mime: 'application/msword', caption: 'gửi bot' })
    await lan.document({ name: 'lớn.pdf', bytes: 'abc', size: 21 * 1024 * 1024 })
    const { api } = clientOf(server)
    const [small, large] = await api.getUpdates()
    expect(small!.message).toMatchObject({
      caption: 'gửi bot',
      document: { file_name: 'nghị quyết.docx', file_size: 3 },
    })
    expect(await refusal(api.getFile(small!.message!.document!.file_id))).toBe('accepted')
    expect(await refusal(api.getFile(large!.message!.document!.file_id))).toBe('400 Bad Request: file is too big')
    expect(await refusal(api.sendDocument(lan.id, 'không có'))).toBe(
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    )
    expect(await refusal(api.sendDocument(lan.id, new InputFile(Buffer.alloc(51 << 20), 'a.pdf')))).toBe(
      '413 Request Entity Too Large',
    )
  })

  it('brings every kind of message that people send', async () => {
    const server = await serve()
    const lan = server.user({ name: 'Lan' })
    await lan.voice()
    await lan.sticker()
    await lan.photo({ caption: 'ảnh' })
    await lan.location()
    await lan.contact()
    await lan.poll()
    await lan.dice()
    await lan.video()
    await lan.forward('lời người khác')
    const kinds = (await clientOf(server).api.getUpdates()).map(
      ({ message }) =>
      ['voice', 'sticker', 'photo', 'location', 'contact', 'poll', 'dice', 'video', 'forward_origin'].find((kind) => kind in message!), // prettier-ignore
    )
    expect(kinds).toEqual([
      'voice',
      'sticker',
      'photo',
      'location',
      'contact',
      'poll',
      'dice',
      'video',
      'forward_origin',
    ])
  })
})

describe('faults', () => {
  it('refuses as often as it was told, for one chat only', async () => {
    const server = await serve()
    const [lan, nam] = [server.user({ started: true }), server.user({ started: true })]
    const { api } = clientOf(server)
    const fault = server.fail('sendMessage', { code: 429, retryAfter: 30, times: 2, chat: lan.id })
    expect(await refusal(api.sendMessage(nam.id, 'x'))).toBe('accepted')
    const answer = await post(server, 'sendMessage', { chat_id: lan.id, text: 'x' })
    expect(answer).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 30',
      parameters: { retry_after: 30 },
    })
    expect(await refusal(api.sendMessage(lan.id, 'x'))).toBe('429 Too Many Requests: retry after 30')
    expect(await refusal(api.sendMessage(lan.id, 'x'))).toBe('accepted')
    expect(fault.hits()).toBe(2)
    expect(server.calls('sendMessage', lan).map(({ ok }) => ok)).toEqual([false, false, true])
  })

  it('breaks connections before or after the message was accepted', async () => {
    const server = await serve()
    const lan = server.user({ started: true })
    const { api } = clientOf(server)
    server.dropConnection('sendMessage')
    await expect(api.sendMessage(lan.id, 'một')).rejects.toThrow(/Network request/)
    expect(lan.unseen()).toEqual([])
    server.dropConnection('sendMessage', { accepted: true })
    await expect(api.sendMessage(lan.id, 'hai')).rejects.toThrow(/Network request/)
    expect((await lan.nextReply()).text).toBe('hai')
    expect(server.calls('sendMessage').map(({ ok, fault }) => [ok, fault])).toEqual([
      [false, 'connection reset'],
      [true, 'connection reset, reply lost'],
    ])
  })

  it('stalls until it is let go, goes down and comes back on the same port', async () => {
    const server = await serve()
    const lan = server.user({ started: true })
    const { api } = clientOf(server)
    const stall = server.stall('sendMessage', { accepted: true })
    const sent = api.sendMessage(lan.id, 'một')
    await lan.nextReply()
    stall.clear()
    expect((await sent).text).toBe('một')
    await server.goDown()
    await expect(api.getMe()).rejects.toThrow(/Network request/)
    await server.comeBack()
    expect((await api.getMe()).username).toBe(server.bot.username)
  })

  it('hits the same calls at random for the same seed', async () => {
    const outcome = async (): Promise<string> => {
      const server = await serve()
      const lan = server.user({ started: true })
      server.randomFaults({ seed: 7, rate: 0.4, kinds: ['429', '500'] })
      let signs = ''
      for (let n = 0; n < 20; n++)
        signs += (await post(server, 'sendMessage', { chat_id: lan.id, text: 'x' })).ok ? '.' : 'x'
      return signs
    }
    const first = await outcome()
    expect(first).toMatch(/x.*\.|\..*x/)
    expect(await outcome()).toBe(first)
  })

  it('is slow and refuses at the same time, where told both', async () => {
    const server = await serve()
    const lan = server.user({ started: true })
    const { api } = clientOf(server)
    const slow = server.delay('*', 20, { times: Infinity })
    server.fail('sendMessage', { code: 500 })
    expect(await refusal(api.sendMessage(lan.id, 'x'))).toBe('500 Internal Server Error')
    expect(await refusal(api.sendMessage(lan.id, 'x'))).toBe('accepted')
    expect(slow.hits()).toBe(2)
  })

  it('hands updates out again when the reply to the poll was lost', async () => {
    const server = await serve()
    const lan = server.user()
    const { api } = clientOf(server)
    await lan.send('một')
    server.dropConnection('getUpdates', { accepted: true })
    await expect(api.getUpdates()).rejects.toThrow(/Network request/)
    expect(await api.getUpdates()).toMatchObject([{ message: { text: 'một' } }])
  })

  it('refuses who sends too fast, and writes it down', async () => {
    const server = await serve()
    const [lan, nam] = [server.user({ started: true }), server.user({ started: true })]
    server.floodLimit({ perChatPerSecond: 2, retryAfter: 5 })
    const { api } = clientOf(server)
    const calls = [lan, nam, lan, lan, lan].map((person) => refusal(api.sendMessage(person.id, 'x')))
    const refused = (await Promise.all(calls)).filter((words) => words === '429 Too Many Requests: retry after 5')
    expect(refused).toHaveLength(2)
    expect(server.violations().map(({ chatId, rule }) => [chatId, rule])).toEqual([
      [lan.id, 'chat'],
      [lan.id, 'retry_after ignored'],
    ])
  })
})

describe('the starter of the program', () => {
  it('starts, stops, kills and restarts the real program on the samples', async () => {
    const { server, program, people } = await stage({ people: { lan: { name: 'Lan' } } })
    const { lan } = people
    const asks = async (): Promise<void> => {
      await lan.send('Thẻ đảng viên bị mất thì báo trong mấy ngày?')
      await lan.waitFor(({ text }) => text.includes('trong 7 ngày'))
    }
    await asks()
    expect(await program.stop()).toMatchObject({ code: 0, signal: null })
    expect(program.isRunning()).toBe(false)
    await program.restart()
    await asks()
    expect(await program.kill()).toMatchObject({ code: null, signal: 'SIGKILL' })
    expect(server.isPolling()).toBe(false)
  })

  it('ends a wait at once, with the program’s own words, when it has ended by itself', async () => {
    const { server, people, program } = await stage({ people: { lan: { name: 'Lan' } } })
    const waited = people.lan.nextReply()
    server.fail('getUpdates', { code: 401, times: Infinity })
    server.pushUpdate({ something_new: {} })
    await expect(waited).rejects.toThrow(/ended by itself[\s\S]*The program's stderr[\s\S]*token/i)
    expect((await program.ended()).code).toBeGreaterThan(0)
  })
})
