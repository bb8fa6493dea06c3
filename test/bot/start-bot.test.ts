import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect, createServer as createTcpServer, type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { echo, runBotHere } from '../support/running-bot.ts'
import { scratchFolder } from '../support/scratch.ts'
import { createTelegramServer, type TelegramServer } from '../support/telegram-server.ts'

const newServer = async (options = {}): Promise<TelegramServer> => {
  const server = await createTelegramServer(options)
  onTestFinished(() => server.close())
  return server
}

const answers = (server: TelegramServer, chat: { readonly chatId: number }): string[] =>
  server
    .calls('sendMessage', chat)
    .filter(({ ok }) => ok)
    .map(({ fields }) => String(fields.text))
const answered = (server: TelegramServer, chat: { readonly chatId: number }, n: number): Promise<unknown> =>
  server.until(() => answers(server, chat).length >= n, `${n} answers`)

it('says who it is, answers, and ends with 0 when it is told to', async () => {
  const server = await newServer()
  const lan = server.user()
  const bot = await runBotHere(server)
  expect(bot.said[0]).toMatch(/^Bot @hoi_dap_dang_bot đang chạy/)
  await lan.send('Điều 1 nói gì?')
  await answered(server, lan, 1)
  expect(answers(server, lan)[0]).toContain('Trả lời: Điều 1 nói gì?')
  expect(await bot.stop()).toEqual({ code: 0, line: null })
})

it('asks for the updates that it handles, and for no others', async () => {
  const server = await newServer()
  await runBotHere(server)
  expect(server.world.queue.allowed()).toEqual([
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'inline_query',
  ])
})

it('F3: answers an update once that is delivered five times', async () => {
  const server = await newServer()
  const lan = server.user()
  let asked = 0
  const bot = await runBotHere(server, { house: { ask: async (question) => (asked++, echo(question)) } })
  const said = await lan.send('Điều 1 nói gì?')
  for (let n = 0; n < 4; n++) said.redeliver()
  await answered(server, lan, 1)
  await lan.send('Điều 2 nói gì?')
  await answered(server, lan, 2)
  expect(asked).toBe(2)
  expect(answers(server, lan)).toHaveLength(2)
  await bot.stop()
})

it.each([
  [409, /chương trình khác đang dùng cùng TELEGRAM_BOT_TOKEN/],
  [401, /Telegram không nhận TELEGRAM_BOT_TOKEN/],
  [404, /Telegram không nhận TELEGRAM_BOT_TOKEN/],
])('F5: ends with a line of its own when polling is answered with %i', async (code, line) => {
  const server = await newServer()
  const fault = server.fail('getUpdates', { code, times: Infinity })
  const bot = await runBotHere(server, { waitFor: 'nothing' })
  const end = await bot.end
  expect(end.code).toBe(1)
  expect(end.line).toMatch(line)
  expect(end.line).not.toContain('\n')
  expect(fault.hits()).toBe(1)
  expect(bot.log.join('')).not.toContain(server.token)
})

it('F5: ends when another instance takes over in the middle of a poll', async () => {
  const server = await newServer()
  const bot = await runBotHere(server)
  await fetch(`${server.root}/bot${server.token}/getUpdates`)
  expect((await bot.end).code).toBe(1)
})

it('F5: ends when the token is revoked while it only sends', async () => {
  const server = await newServer()
  const lan = server.user()
  const bot = await runBotHere(server)
  server.fail('sendMessage', { code: 401, times: Infinity })
  await lan.send('Điều 1 nói gì?')
  expect(await bot.end).toMatchObject({ code: 1, line: expect.stringMatching(/TELEGRAM_BOT_TOKEN/) as string })
  expect(server.calls('sendMessage')).toHaveLength(1)
})

it('ends with one line on a wrong token', async () => {
  const server = await newServer()
  const env = { TELEGRAM_BOT_TOKEN: '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }
  const bot = await runBotHere(server, { env, waitFor: 'nothing' })
  expect(await bot.end).toMatchObject({ code: 1, line: expect.stringMatching(/mã sai hoặc đã bị thu hồi/) as string })
  expect(server.count('getMe')).toBe(0)
})

it('complains once where Telegram cannot be reached, keeps trying, and ends at once when it is told to', async () => {
  const server = await newServer()
  await server.goDown()
  const bot = await runBotHere(server, { waitFor: 'nothing' })
  while (bot.complained.length === 0) await new Promise(setImmediate)
  expect(bot.complained).toEqual([
    expect.stringMatching(/^Chưa kết nối được tới Telegram \(http:.*thử lại sau mỗi 3 giây/),
  ])
  expect(bot.complained[0]).not.toContain(server.token)
  expect((await bot.stop()).code).toBe(0)
})

it('complains of a staff chat that it is not in, and works all the same', async () => {
  const server = await newServer()
  const lan = server.user()
  const staff = server.group({ title: 'Cán bộ' })
  const env = (id: number) => ({ env: { STAFF_CHAT_ID: String(id) } })
  const right = await runBotHere(server, env(staff.chatId))
  await server.until(() => server.count('getChat') === 1, 'getChat')
  await right.stop()
  expect(right.complained).toEqual([])
  const wrong = await runBotHere(server, env(-1_009_999_999_999))
  await server.until(() => server.count('getChat') === 2, 'getChat')
  await lan.send('Điều 1 nói gì?')
  await answered(server, lan, 1)
  await wrong.stop()
  expect(wrong.complained).toEqual([expect.stringMatching(/nhóm cán bộ -1009999999999 .*thêm bot vào nhóm/)])
})

it('names the proxy that cannot be reached, without its password', async () => {
  const server = await newServer()
  const env = { TELEGRAM_PROXY: 'http://ten:mat@khau@127.0.0.1:9' }
  const bot = await runBotHere(server, { env, waitFor: 'nothing' })
  while (bot.complained.length === 0) await new Promise(setImmediate)
  expect(bot.complained[0]).toContain('qua proxy http://127.0.0.1:9')
  expect(bot.complained[0]).not.toContain('khau')
  await bot.stop()
})

it('goes through an HTTP proxy', async () => {
  const server = await newServer()
  const proxied: string[] = []
  const proxy = createServer()
  proxy.on('connect', (asked, socket) => {
    proxied.push(asked.url ?? '')
    const [host, port] = asked.url!.split(':')
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(there).pipe(socket)
    })
    there.on('error', () => socket.destroy())
    socket.on('error', () => there.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => void proxy.close())
  const lan = server.user()
  const bot = await runBotHere(server, {
    env: { TELEGRAM_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
  })
  await lan.send('Điều 1 nói gì?')
  await answered(server, lan, 1)
  expect(proxied[0]).toBe(new URL(server.root).host)
  await bot.stop()
})

it('goes through a SOCKS proxy', async () => {
  const server = await newServer()
  const { port } = new URL(server.root)
  let greeted = 0
  // SOCKS5 without a password: greeting, request, then the connection itself
  const proxy = createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      greeted++
      socket.write(Buffer.from([5, 0]))
      socket.once('data', () => {
        const there = connect(Number(port), '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          socket.pipe(there).pipe(socket)
        })
        there.on('error', () => socket.destroy())
      })
    })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => void proxy.close())
  const bot = await runBotHere(server, { env: { TELEGRAM_PROXY: `socks5://127.0.0.1:${(proxy.address() as AddressInfo).port}` } }) // prettier-ignore
  expect(greeted).toBeGreaterThan(0)
  await bot.stop()
})

it('F21: tries three times what always fails, apologises once, and answers the others meanwhile', async () => {
  const server = await newServer()
  const [lan, minh] = [server.user(), server.user()]
  let tries = 0
  const ask = async (question: string) => {
    if (!question.includes('hỏng')) return echo(question)
    tries++
    throw new Error(`cannot read properties of ${question}`)
  }
  const bot = await runBotHere(server, { house: { ask }, pauses: { handleRetryMs: 1 } })
  await lan.send('Câu hỏng')
  await minh.send('Điều 1 nói gì?')
  await Promise.all([answered(server, minh, 1), answered(server, lan, 1)])
  expect(tries).toBe(3)
  expect(answers(server, lan)).toEqual([expect.stringMatching(/hệ thống gặp sự cố/)])
  expect(bot.records.inbox.size()).toBe(0)
  await lan.send('Điều 2 nói gì?')
  await answered(server, lan, 2)
  await bot.stop()
})

it('apologises for an answer that comes more than a minute late, and gives up one that is more than a day old', async () => {
  const server = await newServer()
  const [lan, minh] = [server.user(), server.user()]
  server.clock.set(Date.now() - 25 * 3_600_000)
  await lan.send('Câu của hôm kia')
  server.clock.set(Date.now() - 5 * 60_000)
  await minh.send('Câu của năm phút trước')
  server.clock.reset()
  const asked: string[] = []
  const bot = await runBotHere(server, { house: { ask: async (question) => (asked.push(question), echo(question)) } })
  await Promise.all([answered(server, lan, 1), answered(server, minh, 1)])
  expect(answers(server, lan)[0]).toMatch(/đã quá một ngày/)
  expect(answers(server, minh)[0]).toMatch(/^Xin lỗi đồng chí vì trả lời muộn\.\n\n[^]*Câu của năm phút trước/)
  expect(asked).toEqual(['Câu của năm phút trước'])
  await bot.stop()
})

it("learns from Telegram's replies that its own clock is wrong, says so once, and calls nothing late that is not", async () => {
  const server = await newServer()
  const lan = server.user()
  const hour = 3_600_000
  const bot = await runBotHere(server, {
    now: () => Date.now() + 30 * hour,
    house: { ask: async (question) => echo(question) },
  })
  // before the first reply nothing is known of Telegram's time
  await lan.send('Câu thứ nhất')
  await answered(server, lan, 1)
  expect(answers(server, lan)[0]).toMatch(/đã quá một ngày/)
  for (const n of [2, 3]) {
    await lan.send(`Câu thứ ${n}`)
    await answered(server, lan, n)
    expect(answers(server, lan).at(-1)).not.toMatch(/muộn|quá một ngày/)
    expect(answers(server, lan).at(-1)).toContain(`Câu thứ ${n}`)
  }
  expect(bot.log.filter((line) => line.includes('the clock of this machine'))).toHaveLength(1)
  await bot.stop()
})

it('takes up after a crash what was open, counts the attempts, and gives up what has failed three times', async () => {
  const server = await newServer()
  const lan = server.user()
  const folder = scratchFolder()
  // its answer does not come: what is open stays open, as after a crash
  const ask = () => new Promise<never>(() => {})
  const first = await runBotHere(server, { folder, house: { ask }, pauses: { leaveMs: 10 } })
  const said = await lan.send('Câu thứ nhất')
  await lan.send('Câu thứ hai')
  await server.until(() => first.records.inbox.size() === 2, 'both taken')
  for (let n = 1; n < 3; n++) first.records.inbox.begin(said.updateId!)
  await first.stop()
  const asked: string[] = []
  const second = await runBotHere(server, { folder, house: { ask: async (q) => (asked.push(q), echo(q)) } })
  await answered(server, lan, 2)
  expect(answers(server, lan)).toEqual([
    expect.stringMatching(/hệ thống gặp sự cố/),
    expect.stringContaining('Trả lời: Câu thứ hai'),
  ])
  expect(asked).toEqual(['Câu thứ hai'])
  await second.stop()
})

it('tells of an outage once in the log, not of every failed poll, and goes on when it is back', async () => {
  const server = await newServer()
  const lan = server.user()
  const bot = await runBotHere(server, { pauses: { retryMs: 5 } })
  const fault = server.fail('getUpdates', { code: 502, times: 4 })
  const polls = server.polls()
  await lan.send('Câu hỏi 1')
  await answered(server, lan, 1)
  await server.until(() => fault.hits() === 4 && server.polls() > polls, 'the poll after the failed ones')
  expect(bot.log.filter((line) => line.includes('cannot be asked for updates'))).toHaveLength(1)
  expect(bot.log.join('')).not.toContain(server.token)
  await bot.stop()
})

const freePort = async (): Promise<number> => {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
const SECRET = 'mot-chuoi-bi-mat-du-dai'

const webhookBot = async (server: TelegramServer, options = {}) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/bi-mat/hook`
  const env = {
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    PORT: String(port),
  }
  const bot = await runBotHere(server, { ...options, env, waitFor: 'nothing' })
  await server.until(() => server.webhook.url() !== '', 'setWebhook')
  return { bot, url }
}
const post = (
  url: string,
  body: string,
  headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET },
  method = 'POST',
) =>
  // prettier-ignore
  new Promise<number>((resolve, reject) => {
    const call = request(url, { method, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    call.once('error', reject)
    call.end(body)
  })

it('takes updates by webhook, and F3: answers one once that Telegram delivers five times at once', async () => {
  const server = await newServer()
  const lan = server.user()
  let asked = 0
  const { bot } = await webhookBot(server, { house: { ask: async (q: string) => (asked++, echo(q)) } })
  expect(server.calls('setWebhook')[0]!.fields).toMatchObject({
    secret_token: SECRET,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'inline_query'],
  })
  const { message, updateId } = await lan.send('Điều 1 nói gì?')
  const body = JSON.stringify({ update_id: updateId, message })
  expect(await Promise.all(Array.from({ length: 5 }, () => server.webhook.post(body)))).toEqual([
    200, 200, 200, 200, 200,
  ])
  await answered(server, lan, 1)
  await lan.send('Điều 2 nói gì?')
  await answered(server, lan, 2)
  expect(asked).toBe(2)
  expect(await bot.stop()).toEqual({ code: 0, line: null })
})

it('B10: refuses by webhook who does not know the secret, what is too long, and what is no update', async () => {
  const server = await newServer()
  const lan = server.user()
  const { bot, url } = await webhookBot(server)
  const update = JSON.stringify({ update_id: 1, message: { message_id: 1, date: 1, chat: { id: lan.id, type: 'private' }, from: lan.user, text: 'a' } }) // prettier-ignore
  expect(await post(url, update, {})).toBe(401)
  expect(await post(url, update, { 'x-telegram-bot-api-secret-token': `${SECRET}x` })).toBe(401)
  expect(await post(url, ' '.repeat(1_000_001))).toBe(413)
  expect(await post(url.replace('hook', 'elsewhere'), update)).toBe(404)
  expect(await post(url.replace('/bi-mat/hook', '//'), update)).toBe(404)
  expect(await post(url, update, undefined, 'PUT')).toBe(405)
  expect(await post(url, '{"update_id":')).toBe(400)
  expect(await post(url, '{"update_id":"7"}')).toBe(200)
  expect(await post(url, 'null')).toBe(200)
  expect(bot.log.filter((line) => line.includes('malformed'))).toHaveLength(2)
  expect(bot.records.inbox.size()).toBe(0)
  await lan.send('Điều 1 nói gì?')
  await answered(server, lan, 1)
  await bot.stop()
})

it('ends with a line of its own when the port is taken or Telegram refuses the address', async () => {
  const server = await newServer()
  const taken = createTcpServer().listen(0)
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const port = String((taken.address() as AddressInfo).port)
  const env = {
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1/x',
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    PORT: port,
  }
  const bot = await runBotHere(server, { env, waitFor: 'nothing' })
  expect(await bot.end).toEqual({
    code: 1,
    line: expect.stringContaining(`Cổng ${port} đang có chương trình khác dùng`) as string,
  })
  server.fail('setWebhook', {
    code: 400,
    description: 'Bad Request: bad webhook: HTTPS url must be provided for webhook',
  })
  const other = await runBotHere(server, { env: { ...env, PORT: String(await freePort()) }, waitFor: 'nothing' })
  expect(await other.end).toEqual({
    code: 1,
    line: expect.stringMatching(/không nhận TELEGRAM_WEBHOOK_URL.*HTTPS/) as string,
  })
})
