import { expect, it } from 'vitest'
import { stage } from '../support/play.ts'
import { startProgram } from '../support/program.ts'
import { run } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const answered = (text: string): boolean => text.includes('kết nạp từ 70 đảng viên')
const QUESTION = 'Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?'

it('answers over the samples, and says in one line each that it runs and that it ends', async () => {
  const { program, people } = await stage({ people: { lan: { name: 'Lan' } } })
  await people.lan.send(QUESTION)
  await people.lan.waitFor(({ text }) => answered(text))
  expect(await program.stop()).toMatchObject({ code: 0 })
  expect(program.stdout().trim().split('\n')).toEqual([
    expect.stringMatching(/^Bot @hoi_dap_dang_bot đang chạy/),
    expect.stringMatching(/^Đang dừng/),
  ])
  expect(program.stderr()).not.toMatch(/"level":(40|50|60)/)
})

it('ends with 1 and one line on a wrong token', async () => {
  const { program } = await stage({
    waitFor: 'nothing',
    env: { TELEGRAM_BOT_TOKEN: '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', LOG_LEVEL: 'warn' },
  })
  expect((await program.ended()).code).toBe(1)
  expect(program.stderr().trim()).toMatch(/^Telegram không nhận TELEGRAM_BOT_TOKEN[^\n]*$/)
})

it('says once that Telegram cannot be reached, and answers when it can', async () => {
  const { server, program, people } = await stage({
    waitFor: 'nothing',
    people: { lan: {} },
    env: { LOG_LEVEL: 'warn' },
    before: (bench) => bench.goDown(),
  })
  await expect.poll(program.stderr, { timeout: 30_000 }).not.toBe('')
  await server.comeBack()
  await people.lan.send(QUESTION)
  await people.lan.waitFor(({ text }) => answered(text))
  expect(program.stderr().trim()).toMatch(/^Chưa kết nối được tới Telegram \(http:\/\/127[^\n]*$/)
  expect(program.stderr()).not.toContain(server.token)
  await program.stop()
})

it('ends with 2 and names every wrong setting', async () => {
  const env = { ADMIN_IDS: '12,@lan', TELEGRAM_BOT_TOKEN: 'không phải mã', TELEGRAM_MODE: 'pigeon', PORT: '70000' }
  const { code, stderr } = await run('src/main.ts', [], { dataDir: scratchFolder(), env })
  expect(code).toBe(2)
  for (const key of Object.keys(env)) expect(stderr).toContain(key)
  expect(stderr).not.toContain('không phải mã')
})

it('F5: ends with 1 within seconds when another instance takes its updates', async () => {
  const { server, program } = await stage({ env: { LOG_LEVEL: 'warn' } })
  const polls = server.count('getUpdates')
  await fetch(`${server.root}/bot${server.token}/getUpdates`)
  expect((await program.ended()).code).toBe(1)
  expect(server.count('getUpdates') - polls).toBeLessThanOrEqual(3)
  expect(program.stderr().trim()).toMatch(/^Một chương trình khác đang dùng cùng TELEGRAM_BOT_TOKEN[^\n]*$/)
})

it('refuses to run twice over the same records', async () => {
  const { server, program } = await stage({})
  const second = await startProgram(server, { dataDir: program.dataDir, waitFor: 'nothing' })
  expect((await second.ended()).code).toBe(1)
  expect(second.stderr()).toContain('Đã có một chương trình khác đang dùng thư mục ghi chép')
  expect(program.isRunning()).toBe(true)
  await program.stop()
})

it('P5: writes neither the token, nor a file’s address, nor a word of a question, whatever goes wrong', async () => {
  const { server, program, people } = await stage({
    env: { LOG_LEVEL: 'debug' },
    people: { lan: { name: 'Lan Kín', username: 'lan_kin' } },
  })
  const { lan } = people
  const words = 'Chỉ tiêu kết nạp đảng viên mới của sao-hoả là bao nhiêu? 0912345678'
  server.fail('sendMessage', { code: 400, description: "Bad Request: can't parse entities: x" })
  server.fail('sendMessage', { code: 502 })
  server.dropConnection('sendMessage')
  server.fail('sendChatAction', { code: 500 })
  server.dropConnection('getUpdates')
  server.pushUpdate({ message: { text: words, chat: 'broken' } })
  server.pushUpdate({ channel_post: { text: words } })
  await lan.send(words)
  await lan.nextReply()
  await lan.document({ name: 'mat-danh-sach.docx', bytes: 'x' })
  await lan.nextReply()
  server.fail('sendMessage', { code: 403 })
  await lan.send(`${words} nữa`)
  await server.until(() => server.calls('sendMessage').at(-1)?.error?.code === 403, 'the refusal')
  await program.stop()
  const written = program.stdout() + program.stderr()
  expect(written).toMatch(/malformed/)
  for (const secret of [
    server.token,
    server.token.split(':')[1]!,
    'sao-hoả',
    '0912345678',
    '/file/bot',
    'Lan Kín',
    'lan_kin',
    String(lan.id),
  ])
    // prettier-ignore
    expect(written).not.toContain(secret)
})
