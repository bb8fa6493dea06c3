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

it('keeps .env.example and the schema the same', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const named = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]!)
  expect(named.sort()).toEqual([...SETTINGS].sort())
})
