import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
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
