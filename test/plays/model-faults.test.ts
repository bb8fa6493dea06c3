/** Whatever a model does wrong, the asker gets the document's own words within a bounded time, and it is recorded why. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerMessages } from '../../src/text/messages/answer-messages.ts'
import { modelFaults, recover } from '../faults/model-faults.ts'
import { copyist } from '../support/model-house.ts'
import { createOpenAiServer, type OpenAiServer } from '../support/openai-server.ts'
import { stage, type Play } from '../support/play.ts'
import { recordedAnswers } from '../support/recorded.ts'

const QUESTION = 'Chi bộ sinh hoạt định kỳ mấy lần một tháng?'
const IN_QUOTES = /“[^”]*mỗi tháng một lần[^”]*”/

/** Five faults within half a minute would open the breaker: each program meets four. */
const groups = Array.from({ length: Math.ceil(modelFaults.length / 4) }, (_, i) => modelFaults.slice(4 * i, 4 * i + 4))

describe.each(groups.map((cases) => ({ cases })))('a model that fails', ({ cases }) => {
  let models: OpenAiServer
  let play: Play<never>
  beforeAll(async () => {
    models = await createOpenAiServer()
    play = await stage({
      keep: true,
      env: {
        OPENAI_BASE_URL: models.url,
        OPENAI_API_KEY: 'khoa-bi-mat-cua-may-chu',
        OPENAI_CHAT_MODEL: 'thu-nghiem',
        MODEL_IDLE_LIMIT: '1',
        MODEL_TIME_LIMIT: '4',
        QUESTIONS_PER_MINUTE: '600',
      },
    })
  })
  afterAll(async () => {
    await play.close()
    await models.close()
  })
  beforeEach(() => recover(models))

  it.each(cases)('$name: the asker gets quotes, and it is recorded', async ({ happens, why, mark }) => {
    const lan = play.server.user({ name: 'Lan' })
    await happens(models)
    const started = performance.now()
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    const text = answer.text.includes('tháng một lần') ? answer.text : await answer.edited().then(() => answer.text)
    // a tenth of the time that reliability.md F8 allows, as are the limits set above
    expect(performance.now() - started).toBeLessThan(12_000)
    expect(text).toMatch(IN_QUOTES)
    expect(text).not.toMatch(/undefined|null|\{"|<html|Traceback|HTTP \d/)
    if (mark) expect(text).not.toContain(mark)
    const use = recordedAnswers(play.program.dataDir).at(-1)!.model!
    expect(why).toContain(use.why)
    expect(use.calls).toBe(1)
    expect(models.count('chat')).toBeLessThanOrEqual(3)
  })

  it('writes neither the key nor a word of question or document into the log', () => {
    expect(play.program.stderr()).not.toMatch(/khoa-bi-mat|sinh hoạt|KHÔNG-ĐƯỢC-HIỆN/)
  })
})

it('stops asking an endpoint that keeps failing, and answers at once from then on', async () => {
  const models = await createOpenAiServer()
  const play = await stage({
    keep: true,
    env: { OPENAI_BASE_URL: models.url, OPENAI_CHAT_MODEL: 'm', MODEL_IDLE_LIMIT: '1' },
  })
  try {
    models.always('chat', { status: 401 })
    for (let i = 0; i < 8; i++) {
      const lan = play.server.user({ name: 'Lan' })
      await lan.send(QUESTION)
      expect((await lan.nextReply()).text).toMatch(IN_QUOTES)
    }
    const whys = recordedAnswers(play.program.dataDir).map(({ model }) => model!.why)
    expect(whys).toEqual([...Array(5).fill('unauthorised'), ...Array(3).fill('resting')])
    expect(models.count('chat')).toBe(5)
    expect(play.program.stderr()).toContain('circuit breaker')
  } finally {
    await play.close()
    await models.close()
  }
})

it('says that a model is writing, shows nothing of what it writes, and lets go of it at a press', async () => {
  const models = await createOpenAiServer()
  const play = await stage({
    keep: true,
    env: { OPENAI_BASE_URL: models.url, OPENAI_CHAT_MODEL: 'm', MODEL_IDLE_LIMIT: '60' },
  })
  try {
    models.chat(copyist)
    models.always('chat', { kind: 'stall', after: 2 })
    const lan = play.server.user({ name: 'Lan' })
    await lan.send(QUESTION)
    const sign = await lan.nextReply()
    expect(sign.text).toMatch(/^Đã tìm thấy \d+ đoạn liên quan\. Đang soạn câu trả lời và đối chiếu/)
    expect(sign.rows).toEqual([['Dừng']])
    await lan.tap('Dừng')
    await models.until(
      () => models.calls.some(({ kind, aborted }) => kind === 'chat' && aborted),
      'the call to be given up',
    )
    await sign.edited()
    expect(sign.text).toBe('Đã dừng.')
  } finally {
    await play.close()
    await models.close()
  }
})

it('answers in quotes when the day’s budget is used up, and tells the admin once', async () => {
  const models = await createOpenAiServer()
  const play = await stage({
    keep: true,
    people: { admin: { name: 'Quản trị' } },
    env: (_server, { admin }) => ({
      OPENAI_BASE_URL: models.url,
      OPENAI_CHAT_MODEL: 'm',
      MODEL_MAX_TOKENS: '100',
      MODEL_TOKENS_PER_DAY: '6000',
      ADMIN_IDS: String(admin.id),
    }),
  })
  try {
    models.chat(copyist)
    const { admin } = play.people
    await admin.send('/start')
    await admin.nextReply()
    await admin.nextReply()
    const questions = [
      QUESTION,
      'Sinh hoạt chuyên đề mỗi quý ít nhất mấy lần?',
      'Thẻ đảng viên bị mất phải báo cáo trong mấy ngày?',
      'Hồ sơ chuyển sinh hoạt đảng gồm những gì?',
      'Mức dự họp bình quân của đảng viên từ bao nhiêu phần trăm?',
    ]
    const lan = play.server.user({ name: 'Lan' })
    for (const question of questions) {
      await lan.send(question)
      const { text } = await lan.nextReply()
      expect(text).toContain('Nguồn:')
      expect(text).not.toMatch(/hạn mức|token/i)
    }
    const uses = recordedAnswers(play.program.dataDir).map(({ model }) => model!)
    const spent = uses.reduce((sum, { tokensIn, tokensOut }) => sum + tokensIn + tokensOut, 0)
    expect(uses[0]!.why).toBe('written')
    expect(uses.at(-1)!.why).toBe('total_budget')
    expect(spent).toBeLessThanOrEqual(6000)
    const told = await admin.nextReply()
    expect(told.text).toContain('Hạn mức mô hình của hôm nay đã dùng hết')
    // what was used is not forgotten by a restart
    const calls = models.count('chat')
    await play.program.restart()
    await lan.send('Đảng viên chuyển đi xuất trình giấy giới thiệu trong mấy ngày?')
    await lan.nextReply()
    expect(models.count('chat')).toBe(calls)
    await admin.silence(lan)
  } finally {
    await play.close()
    await models.close()
  }
})

it('says in an answer once what writes here, and under it that the words are a machine’s', async () => {
  const models = await createOpenAiServer()
  const play = await stage({ keep: true, env: { OPENAI_BASE_URL: models.url, OPENAI_CHAT_MODEL: 'm' } })
  try {
    models.chat(copyist)
    const lan = play.server.user({ name: 'Lan' })
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    expect(answer.text).toContain(answerMessages.worded)
    expect(answer.text).toContain('Câu trả lời được máy diễn đạt từ các câu trích')
    expect(answer.quotes[0]).toMatch(/\[1\] .*Sông|\[1\] /)
  } finally {
    await play.close()
    await models.close()
  }
})
