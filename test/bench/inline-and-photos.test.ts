import { Api, InputFile } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'
import { createTelegramServer } from '../support/telegram-server.ts'

const bench = async () => {
  const server = await createTelegramServer()
  onTestFinished(() => server.close())
  const lan = server.user({ name: 'Lan', started: true })
  return { server, lan, api: new Api(server.token, { apiRoot: server.root }) }
}
const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: { description?: string }) => error.description ?? String(error),
  )

const article = (change: object = {}, content: object = {}) => ({
  type: 'article' as const,
  id: '1',
  title: 'Tên',
  input_message_content: { message_text: 'Lời', ...content },
  ...change,
})

it('judges inline results as Telegram does', async () => {
  const { lan, api, server } = await bench()
  const { id } = lan.typeInline('x')
  const cases: readonly (readonly [object[], object, string])[] = [
    [[article()], {}, 'accepted'],
    [Array.from({ length: 51 }, (_, n) => article({ id: String(n) })), {}, 'Bad Request: RESULTS_TOO_MUCH'],
    [[article(), article()], {}, 'Bad Request: RESULT_ID_DUPLICATE'],
    [[article({ id: 'x'.repeat(65) })], {}, 'Bad Request: RESULT_ID_INVALID'],
    [[article({ title: ' ' })], {}, 'Bad Request: can\'t parse inline query result: Can\'t find field "title"'],
    [[article({}, { message_text: ' \n ' })], {}, 'Bad Request: MESSAGE_EMPTY'],
    [[article({}, { message_text: 'x'.repeat(4_097) })], {}, 'Bad Request: message is too long'],
    [[article({}, { entities: [{ type: 'bold', offset: 0, length: 9 }] })], {}, 'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9'],
    [[], { button: { text: 'Mở', start_parameter: 'không được' } }, 'Bad Request: START_PARAM_INVALID'],
    [[], { next_offset: 'x'.repeat(65) }, 'Bad Request: NEXT_OFFSET_INVALID'],
  ] // prettier-ignore
  for (const [results, more, expected] of cases)
    expect(await refusal(api.answerInlineQuery(id, results as never, more))).toBe(expected)
  server.clock.advance(11_000)
  expect(await refusal(api.answerInlineQuery(id, []))).toContain('query is too old')
})

it('takes a whole PNG as a picture, and nothing else', async () => {
  const { lan, api } = await bench()
  const png = (width: number, height: number, end = 'IEND'): InputFile => {
    const bytes = Buffer.alloc(40)
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    bytes.write(end, 32, 'latin1')
    return new InputFile(bytes, 'a.png')
  }
  const said = (photo: InputFile | string, caption = ''): Promise<string> => refusal(api.sendPhoto(lan.id, photo, { caption })) // prettier-ignore
  expect(await said(png(10, 10), 'Chú thích')).toBe('accepted')
  const reply = await lan.nextReply()
  expect([reply.text, reply.photo?.length, reply.method]).toEqual(['Chú thích', 40, 'sendPhoto'])
  expect(await said(png(10, 10, 'IDAT'))).toBe('Bad Request: IMAGE_PROCESS_FAILED')
  expect(await said(png(9_000, 2_000))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS')
  expect(await said(png(2_100, 100))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS')
  expect(await said(png(10, 10), 'x'.repeat(1_025))).toBe('Bad Request: message caption is too long')
  expect(await said('unknown-id')).toBe('Bad Request: there is no photo in the request')
})
