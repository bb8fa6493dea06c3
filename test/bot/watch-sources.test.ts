import pino from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import type { House, SourcesGathered } from '../../src/bot/context.ts'
import { watchSources } from '../../src/bot/watch-sources.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { createConfig } from '../../src/config.ts'
import { countPages, type GatherReport, type PageReport } from '../../src/gather/gather-report.ts'
import { scratchFolder } from '../support/scratch.ts'

const DAY = 86_400_000
const RSS = 'https://lamgiang.vn/tin.rss'

const page = (outcome: PageReport['outcome'], n: number, more: Partial<PageReport> = {}): PageReport => ({
  ...{ url: `https://lamgiang.vn/${n}`, outcome, reason: null, message: null },
  ...{ title: `Tin số ${n}`, file: null, by: RSS, ...more },
})
const report = (pages: readonly PageReport[], more: Partial<GatherReport> = {}): SourcesGathered => ({
  ok: true,
  report: { pages, counts: countPages(pages), leftBehind: [], faults: [], looked: 1, ...more },
})

/** What two admins are told after each look, as lists of texts. */
const told = async (looks: readonly { readonly gathered: SourcesGathered | null; readonly day?: number }[]) => {
  const folder = scratchFolder()
  const { keyOf } = createPersonKeys(folder)
  const records = createSqliteRecords(folder)
  onTestFinished(() => records.close())
  const { telegram } = createConfig({ TELEGRAM_BOT_TOKEN: `1234567:${'a'.repeat(35)}`, ADMIN_IDS: '11,12' }, folder)
  const stop = new AbortController()
  const messages: string[][] = []
  const waiting = [...looks]
  let day = 0
  const gatherDue: House['gatherDue'] = async () => {
    const look = waiting.shift()
    if (!look) {
      stop.abort()
      return null
    }
    day = look.day ?? day
    messages.push([])
    return look.gathered
  }
  const deps = {
    ...{ records, telegram: telegram!, keyOf, house: { gatherDue } as House },
    ...{ now: () => Date.parse('2025-11-01T05:00:00Z') + day * DAY, log: pino({ level: 'silent' }) },
  }
  const wake = (items: readonly { readonly body: string | null }[]): void =>
    void messages.at(-1)!.push(...items.map(({ body }) => (JSON.parse(body!) as { text: string }).text))
  await watchSources(deps, wake, stop.signal, 0)
  return messages.map((texts) => {
    // each admin is told the same
    expect(texts.slice(0, texts.length / 2)).toEqual(texts.slice(texts.length / 2))
    return texts.slice(0, texts.length / 2)
  })
}

it('tells of what is new by its web source, of what was withdrawn, and of nothing where nothing happened', async () => {
  const many = Array.from({ length: 12 }, (_, n) => page('added', n + 1))
  const [news, quiet, nothing] = await told([
    { gathered: report([...many, page('unchanged', 50), page('withdrawn', 60), page('refused', 70)]) },
    { gathered: report([page('unchanged', 1)]) },
    { gathered: null },
  ])
  expect(news![0]).toMatch(/^12 tài liệu mới từ https:\/\/lamgiang\.vn\/tin\.rss:\n• Tin số 1\n/)
  expect(news![0]).toContain('… và 2 tài liệu khác')
  expect(news![1]).toContain('• Tin số 60')
  expect([news!.length, quiet, nothing]).toEqual([2, [], []])
})

it('tells of a fault that lasts, once a day, and not of a bad hour', async () => {
  const faults = (failures: number) => report([], { faults: [{ url: RSS, message: 'Máy chủ báo lỗi 500.', failures }] })
  const texts = await told([
    { gathered: faults(1) },
    { gathered: faults(2) },
    { gathered: faults(3) },
    { gathered: faults(4) },
    { gathered: faults(5), day: 1 },
    { gathered: { ok: false, reason: 'bad_sources', faults: ['mục 1: sai'] } },
    { gathered: { ok: false, reason: 'bad_sources', faults: ['mục 1: sai'] }, day: 2 },
    { gathered: { ok: false, reason: 'disk_full', faults: [] }, day: 3 },
  ])
  expect(texts.map((some) => some.length)).toEqual([0, 0, 1, 0, 1, 0, 1, 0])
  expect(texts[2]![0]).toContain(`• ${RSS}: Máy chủ báo lỗi 500.`)
  expect(texts[6]![0]).toContain('mục 1: sai')
})

it('tells once of each web source that was taken out of the list', async () => {
  const left = (...urls: string[]) => report([], { leftBehind: urls.map((url) => ({ url, pages: 3 })) })
  const texts = await told([
    { gathered: left(RSS) },
    { gathered: left(RSS) },
    { gathered: left('https://a.vn/', RSS) },
    { gathered: left() },
    { gathered: left(RSS) },
  ])
  expect(texts.map((some) => some.length)).toEqual([1, 0, 1, 0, 1])
  expect(texts[0]![0]).toContain(`npm run ingest -- --drop ${RSS}`)
})
