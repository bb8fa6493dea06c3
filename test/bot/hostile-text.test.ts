import { describe, expect, it } from 'vitest'
import { documentOf } from '../answer/library.ts'
import { openDesk } from '../support/desk.ts'

const METACHARACTERS = [...'*_~`|[](){}<>#+-=.!\\&"\'^%$@']
const MARKED = `Điều 1. Thời gian họp

Chi bộ họp vào *ngày* _07_ <b>hằng tháng</b> [tại đây](http://xau.vn) \`\`\`x\`\`\` ||kín|| &lt;b&gt; ~gạch~ http://xau.vn/a @kenh_xau /xoa #the #{1+1} \${7*7}.`
const hostile = documentOf('quy-dinh-la', MARKED, {
  title: 'Quy định <b>lạ</b> *về* [giờ](tg://user?id=1) họp',
  kind: 'regulation',
  number: '77-QĐ/LA',
  date: '2024-01-02',
})

describe('whatever is written', () => {
  it('is answered without Telegram refusing a message: nothing, only signs, the longest, marks upon marks, markup of every kind', async () => {
    const { server } = await openDesk({ documents: [hostile] })
    const questions = [
      '\u200b\u2060',
      '👍👍🇻🇳',
      '?!…',
      'Chi bộ họp ngày nào? '.repeat(200).slice(0, 4_096),
      `Chi bộ họp ngày nào${'\u0301'.repeat(5_000)}`.slice(0, 4_096),
      '\u202eChi bộ họp ngày nào?',
      ...METACHARACTERS.map((sign) => `${sign}Chi bộ ${sign}họp${sign} ngày nào${sign}?`),
      '<b>Chi bộ</b> [họp](http://xau.vn) *ngày* `nào` ||?||',
      'Điều 1 Quy định 77-QĐ/LA nói gì?',
    ]
    // a person each: nobody is written to more than once a second
    const people = questions.map(() => server.user())
    const replies = await Promise.all(
      people.map(async (person, i) => {
        await person.send(questions[i]!)
        return person.nextReply()
      }),
    )
    const { id, nextReply } = server.user({ started: true })
    server.pushUpdate({
      message: {
        message_id: 9_000,
        date: Math.floor(Date.now() / 1_000),
        chat: { id, type: 'private' },
        from: { id, is_bot: false, first_name: 'Lan' },
        text: '',
      },
    })
    replies.push(await nextReply())
    expect(server.calls().filter(({ ok }) => !ok)).toEqual([])
    for (const [i, { text, entities, method }] of replies.entries()) {
      expect(text.trim(), questions[i]).not.toBe('')
      expect(method).toBe('sendMessage')
      const words = (wanted: string): string[] =>
        entities.filter(({ type }) => type === wanted).map(({ offset, length }) => text.slice(offset, offset + length))
      expect([
        ...words('url'),
        ...words('mention'),
        ...words('email'),
        ...words('hashtag'),
        ...words('text_link'),
      ]).toEqual([])
      for (const command of words('bot_command')) expect(['/vanban', '/lienhe', '/hoi']).toContain(command)
    }
    const quoted = replies.at(-2)!.text
    for (const words of ['*ngày* _07_ <b>hằng tháng</b> [tại đây](http://xau.vn)', '||kín|| &lt;b&gt;'])
      expect(quoted).toContain(words)
  })

  it('says the limit where a question is too long, and helps where there is none', async () => {
    const { server } = await openDesk()
    const lan = server.user()
    await lan.send('Chi bộ họp ngày nào và '.repeat(60))
    expect((await lan.nextReply()).text).toContain('dài quá 500 ký tự')
    await lan.send('🙏🙏')
    expect((await lan.nextReply()).text).toMatch(/chưa thấy câu hỏi[^]*ví dụ/)
  })

  it('is the same question in composed and decomposed letters, with hidden signs between them, and with spaces around', async () => {
    const { server, asked } = await openDesk()
    const lan = server.user()
    const question = 'Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?'
    const answers: string[] = []
    for (const form of [question, question.normalize('NFD'), [...question].join('\u200b'), `\n ${question} \n`]) {
      await lan.send(form)
      answers.push((await lan.nextReply()).text)
    }
    expect(new Set(asked).size).toBe(1)
    expect(new Set(answers.slice(1)).size).toBe(1)
    expect(answers[0]).toContain(answers[1]!.slice(0, 80))
  })
})
