import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, createConfig, SETTINGS } from '../src/config.ts'

it('gives every setting a working default', () => {
  const config = createConfig({}, '/srv/bot')
  expect(config.dataDir).toBe('/srv/bot/data')
  expect(config.embedder).toBe('none')
  expect(config.desk.keepTurns).toBe(4)
})

it('treats an empty key as one that is not set', () => {
  expect(createConfig({ INGEST_WORKERS: '', DATA_DIR: '  ' }, '/srv').ingest.workers).toBe(2)
})

it('lists every wrong setting at once, with what it should be', () => {
  const make = (): unknown => createConfig({ EMBEDDER: 'magic', INGEST_WORKERS: '-1', LOG_LEVEL: 'info' }, '/srv')
  expect(make).toThrow(ConfigError)
  try {
    make()
  } catch (error) {
    const { faults } = error as ConfigError
    expect(faults).toHaveLength(2)
    expect(faults.join('\n')).toMatch(/EMBEDDER phải là một trong: none, hashing \(đang là "magic"\)/)
    expect(faults.join('\n')).toMatch(/INGEST_WORKERS phải là số nguyên từ 1 đến 16/)
  }
})

const TOKEN = '7123456789:AAF-bench_token_of_the_loopback_bot_api'

it('runs no bot without a token, and polls Telegram itself with one', () => {
  expect(createConfig({ ADMIN_IDS: '1' }, '/srv').telegram).toBeNull()
  expect(createConfig({ TELEGRAM_BOT_TOKEN: TOKEN }, '/srv').telegram).toMatchObject({
    apiRoot: 'https://api.telegram.org',
    proxy: null,
    webhook: null,
    adminIds: [],
    staffChatId: null,
  })
})

it.each([
  ['TELEGRAM_BOT_TOKEN', 'mã bí mật'],
  ['TELEGRAM_API_ROOT', 'https://api.telegram.org/'],
  ['TELEGRAM_PROXY', 'ten:mat-khau@10.0.0.1'],
  ['TELEGRAM_PROXY', 'http://ten:mat-khau@10.0.0.1:999999'],
  ['TELEGRAM_API_ROOT', 'http://[::1'],
  ['TELEGRAM_WEBHOOK_URL', 'https://[x'],
  ['TELEGRAM_MODE', 'webhok'],
  ['TELEGRAM_WEBHOOK_SECRET', 'ngắn'],
  ['ADMIN_IDS', '12, @lan'],
  ['ADMIN_IDS', '-5'],
  ['ADMIN_IDS', '99999999999999999999'],
  ['STAFF_CHAT_ID', 't.me/can_bo'],
  ['STAFF_CHAT_ID', '-9999999999999999999'],
  ['STAFF_CHAT_ID', '0'],
  ['PORT', '70000'],
  ['RETENTION_DAYS', '0'],
])('refuses %s=%s by name, and shows no secret', (key, value) => {
  const fault = (): unknown => createConfig({ TELEGRAM_BOT_TOKEN: TOKEN, [key]: value }, '/srv')
  expect(fault).toThrow(new RegExp(`- ${key} phải`))
  if (/TOKEN|PROXY|SECRET/.test(key)) expect(fault).not.toThrow(value)
})

describe('models', () => {
  const models = (env: Record<string, string>) => createConfig(env, '/srv').models

  it('are off until they are named, and see what is public', () => {
    expect(models({})).toMatchObject({ chat: null, embedding: null, rerank: null, maySee: 'public', idleMs: 10_000, totalMs: 45_000 }) // prettier-ignore
    // a key alone names no model
    expect(models({ OPENAI_API_KEY: 'sk-1' })).toMatchObject({ chat: null, embedding: null })
  })

  it('are asked at the public API with a key, or in the network without one', () => {
    expect(models({ OPENAI_API_KEY: 'sk-1', OPENAI_CHAT_MODEL: 'm' }).chat).toMatchObject({ baseUrl: 'https://api.openai.com/v1', apiKey: 'sk-1', model: 'm' }) // prettier-ignore
    expect(models({ OPENAI_BASE_URL: 'http://10.0.0.5:8000/v1', OPENAI_CHAT_MODEL: 'm' }).chat).toMatchObject({ baseUrl: 'http://10.0.0.5:8000/v1', apiKey: null }) // prettier-ignore
  })

  it('give a key to the server it was given for, and to no other', () => {
    const { embedding, rerank } = models({
      OPENAI_API_KEY: 'sk-1',
      OPENAI_EMBEDDING_MODEL: 'e',
      EMBEDDING_BASE_URL: 'http://10.0.0.6/v1',
      RERANK_BASE_URL: 'http://10.0.0.7',
      RERANK_API_KEY: 'r-1',
    })
    expect([embedding!.apiKey, rerank!.apiKey]).toEqual([null, 'r-1'])
  })

  it('take prefixes with the blank at their end, and amounts with a point or a comma', () => {
    const env = { OPENAI_BASE_URL: 'http://a/v1', OPENAI_EMBEDDING_MODEL: 'e', EMBEDDING_QUERY_PREFIX: 'query: ' }
    expect(models(env).embedding!.queryPrefix).toBe('query: ')
    expect(models({ EMBEDDING_PRICE: '0,02', MODEL_PRICE_IN: '0.15' }).prices).toEqual({ in: 0.15, out: 0, embedding: 0.02 }) // prettier-ignore
  })

  it.each([
    [{ OPENAI_CHAT_MODEL: 'm' }, /OPENAI_CHAT_MODEL cần OPENAI_API_KEY/],
    [{ OPENAI_EMBEDDING_MODEL: 'm' }, /OPENAI_EMBEDDING_MODEL cần/],
    [{ OPENAI_BASE_URL: 'http://a/v1', OPENAI_EMBEDDING_MODEL: 'm', EMBEDDER: 'hashing' }, /không dùng cùng nhau/],
    [{ MODEL_COST_PER_DAY: '5' }, /cần MODEL_PRICE_IN và MODEL_PRICE_OUT/],
    [{ EMBEDDING_WEIGHT: '1.5' }, /EMBEDDING_WEIGHT phải từ 0 đến 1/],
    [{ MODEL_MAY_SEE: 'secret' }, /MODEL_MAY_SEE phải là một trong: public, member, staff/],
    [{ MODEL_TOKENS_PER_DAY: 'nhiều' }, /MODEL_TOKENS_PER_DAY phải là số nguyên/],
    [{ MODEL_PRICE_IN: '-1' }, /MODEL_PRICE_IN phải là một số không âm/],
    [{ OPENAI_BASE_URL: 'http://10.0.0.5:8000/v1/' }, /OPENAI_BASE_URL phải là địa chỉ/],
    [{ OPENAI_API_KEY: 'khóa có dấu' }, /OPENAI_API_KEY phải là một mã viết liền/],
  ])('refuse %j by name', (env, fault) => {
    expect(() => models(env as Record<string, string>)).toThrow(fault)
    // a key is not repeated in what is wrong with it
    if ('OPENAI_API_KEY' in env) expect(() => models(env as Record<string, string>)).not.toThrow(/khóa có dấu/)
  })
})

it('takes a webhook only with its address and its secret', () => {
  const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_URL: 'https://x.vn/hook' }
  expect(() => createConfig(env, '/srv')).toThrow(/TELEGRAM_WEBHOOK_SECRET/)
  const secret = 'mot-chuoi-bi-mat-du-dai'
  expect(createConfig({ ...env, TELEGRAM_WEBHOOK_SECRET: secret }, '/srv').telegram?.webhook).toEqual({
    url: 'https://x.vn/hook',
    secret,
    port: 8080,
  })
})

it('keeps .env.example and the schema the same', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const named = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]!)
  expect(named.sort()).toEqual([...SETTINGS].sort())
})

it.each([
  ['', { from: 21, to: 7 }],
  ['22-6', { from: 22, to: 6 }],
  ['none', null],
  ['8-8', null],
])('reads the hours in which no news is told from “%s”', (text, hours) => {
  const config = createConfig({ TELEGRAM_BOT_TOKEN: TOKEN, NEWS_QUIET_HOURS: text, NEWS_WAIT_MINUTES: '5' }, '/srv')
  expect(config.telegram).toMatchObject({ quietHours: hours, newsWaitMs: 300_000 })
})

it.each(['21', '24-7', 'đêm'])('refuses “%s” as hours', (text) => {
  expect(() => createConfig({ TELEGRAM_BOT_TOKEN: TOKEN, NEWS_QUIET_HOURS: text }, '/srv')).toThrow(/NEWS_QUIET_HOURS phải có dạng 21-7/) // prettier-ignore
})
