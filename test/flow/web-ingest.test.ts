import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { GatherReport } from '../../src/gather/gather-report.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { article } from '../support/gathering.ts'
import { run, runJson, start, type Ran } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'
import { createWebServer, HOST } from '../support/web-server.ts'

const INGEST = 'test/support/ingest-loopback.ts'
type Report = IngestReport & { readonly web: GatherReport }

const home = async () => {
  const site = await createWebServer()
  const dataDir = scratchFolder()
  const options = { dataDir, cwd: dataDir, env: { SOURCE_HOSTS: `${HOST}:${site.port}`, CONTACT: 'Văn phòng Đảng ủy, 0123' } } // prettier-ignore
  return {
    site,
    dataDir,
    options,
    ingest: (...args: string[]): Promise<Ran> => run(INGEST, args, options),
    json: (...args: string[]): Promise<Report> => runJson(INGEST, ['--json', ...args], options),
    titles: (): readonly string[] => {
      const index = createEmbeddedIndex(join(dataDir, 'index'), null)
      const titles =
        index
          .open()
          ?.scope('staff')
          .library.cards.map(({ meta }) => meta.title) ?? []
      index.close()
      return titles.toSorted()
    },
    kept: (): readonly string[] =>
      readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => /tu-web.*\.html$/.test(name)),
  }
}

it('takes files and pages in one go, and says of each address what became of it', async () => {
  const { site, dataDir, ingest, json, titles } = await home()
  site.put('/tin', { body: article('Tin của chi bộ', 'Chi bộ Sông Lam trồng cây ở bờ sông, cả buổi sáng chủ nhật.'), headers: { etag: '"1"' } }) // prettier-ignore
  site.put('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /cam' })
  site.put('/xa', { status: 302, headers: { location: 'http://169.254.169.254/' } })
  mkdirSync(join(dataDir, 'documents'))
  writeFileSync(join(dataDir, 'documents/a.txt'), 'Quy định về đảng phí: nộp hằng tháng.')
  const paths = ['/tin', '/cam', '/xa', '/khong-co'].map((path) => site.url(path))
  const first = await ingest('documents', ...paths)
  expect(first.code).toBe(0)
  expect(first.stdout).toMatch(/^mới +http:\/\/lamgiang\.test:\d+\/tin\n +Tin của chi bộ$/m)
  expect(first.stdout).toMatch(/TỪ CHỐI +\S+\/cam\n +Trang web không cho .*\(robots\.txt\)/)
  expect(first.stdout.replace(/\s+/g, ' ')).toContain(
    'Chuyển hướng tới http://169.254.169.254/: địa chỉ dẫn vào mạng nội bộ',
  )
  expect(first.stdout).toMatch(/mới +documents\/a\.txt/)
  expect(first.stdout).not.toMatch(/mới +documents\/tu-web/)
  expect(first.stdout).toContain('Trang web: mới 1, từ chối 3.')
  expect(site.requests.at(-1)!.headers['user-agent']).toBe('HoiDapCongTacDang/1.0 (contact: Van phong Dang uy, 0123)')
  const again = await json(paths[0]!)
  expect(again.web.pages).toMatchObject([{ outcome: 'unchanged', title: 'Tin của chi bộ' }])
  // a level that is given is for what is named, not for what was fetched from the same host before
  site.put('/noi-bo', { body: article('Tin cho cán bộ', 'Chi bộ Sông Lam họp riêng vào chiều thứ sáu hằng tuần.') })
  const named = await json('--level', 'staff', paths[0]!.replace('/tin', '/noi-bo'))
  expect(named.files.map(({ title, level, outcome }) => [outcome, title, level])).toEqual([
    ['added', 'Tin cho cán bộ', 'staff'],
    ['unchanged', null, 'public'],
  ])
  // an admin's run over the folder sees the pages as its own, and takes none of them out
  expect((await json('documents')).counts).toMatchObject({ unchanged: 3, removed: 0 })
  expect(titles()).toHaveLength(3)
})

it('keeps to its exit codes, and writes nothing in a dry run', async () => {
  const { site, dataDir, ingest, json, titles, kept } = await home()
  site.put('/tin', { body: article('Tin', 'Chi bộ Sông Lam trồng cây ở bờ sông.') })
  for (const [code, said, ...args] of [
    [2, /Chỉ tải được địa chỉ/, 'ftp://lamgiang.test/'],
    [2, /có kèm tên đăng nhập/, 'http://a:b@lamgiang.test/'],
    [2, /hãy ghi đủ địa chỉ/, 'https:/lamgiang.vn/a'],
    [2, /hãy ghi đủ địa chỉ/, 'lamgiang.vn/a'],
    [2, /không ghi --level hay --limit/, '--sources', '--level', 'staff'],
    [2, /hãy chạy riêng/, '--sources', site.url('/tin')],
    [2, /Hãy cho biết tệp/],
    // an address that cannot be reached must not leave the library empty
    [2, /--prune chỉ dùng với tệp/, '--prune', site.url('/khong')],
    [2, /--prune chỉ dùng với tệp/, '--prune', '--sources'],
    [2, /--prune chỉ dùng với tệp/, '--prune', '--drop', site.url('/tin')],
  ] as const) {
    const ran = await ingest(...args)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr.replace(/\s+/g, ' ')).toMatch(said)
  }
  expect(await ingest(site.url('/khong'), 'http://127.0.0.1/')).toMatchObject({ code: 1 })
  const dry = await json('--dry-run', site.url('/tin'))
  expect(dry).toMatchObject({ dryRun: true, counts: { added: 1 }, web: { counts: { added: 1 } } })
  expect(dry.files[0]!.source).toMatch(/^documents\/tu-web\/lamgiang\.test_\d+\/tin-\w+\.html$/)
  expect([titles(), kept()]).toEqual([[], []])
  writeFileSync(join(dataDir, 'sources.json'), '[{"url":"https://a.vn/","every":"nhanh"}]')
  const wrong = await ingest('--sources')
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr.replace(/\s+/g, ' ')).toContain('mục 1 (https://a.vn/): "every" phải là khoảng thời gian')
})

it('cannot be talked into reaching this machine by a name: the usual program knows no exception', async () => {
  const { site, options } = await home()
  site.put('/tin', { body: article('Tin', 'Chi bộ.') })
  const env = { ...options.env, SOURCE_HOSTS: `localhost:${site.port},127.0.0.1:${site.port},${HOST}:${site.port}`, HTTP_PROXY: site.url('/'), http_proxy: site.url('/'), NODE_USE_ENV_PROXY: '1' } // prettier-ignore
  const urls = [`http://localhost:${site.port}/tin`, `http://127.0.0.1:${site.port}/tin`, site.url('/tin')]
  const ran = await run('scripts/ingest.ts', urls, { ...options, env })
  expect(ran.code).toBe(1)
  expect(ran.stdout).toContain('Trang web: từ chối 3.')
  expect(site.requests).toEqual([])
})

it('is whole after kills in the middle, and goes on where it was', async () => {
  const { site, options, json, titles } = await home()
  const names = Array.from({ length: 12 }, (_, n) => `Tin số ${n + 10}`)
  names.forEach((name, n) => site.put(`/${n}`, { body: article(name, `Chi bộ số ${n} họp vào ngày mùng ${n}.`), headers: { etag: `"${n}"` } })) // prettier-ignore
  const items = names.map((_, n) => `<item><link>${site.url(`/${n}`)}</link></item>`).join('')
  site.put('/rss', { body: `<rss><channel>${items}</channel></rss>` })
  for (const after of [1, 5, 9]) {
    const child = start(INGEST, [site.url('/rss')], options)
    const complaints = text(child.stderr!)
    const before = site.requests.length
    while (site.requests.length < before + after) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    // the process that fetched notices, and ends without a word
    expect(await complaints).not.toMatch(/\.ts:/)
    expect([0, 12]).toContain(titles().length)
  }
  const report = await json(site.url('/rss'))
  expect(report.web.counts).toMatchObject({ refused: 0 })
  expect(titles()).toEqual(names)
  // what was fetched before a kill was not fetched again, but asked about
  expect(site.requests.filter(({ headers }) => headers['if-none-match'] !== undefined).length).toBeGreaterThan(0)
  expect((await json(site.url('/rss'))).web.counts).toMatchObject({ unchanged: 12 })
})

it('stops on Ctrl-C with one line, keeps what it has, and takes it in the next time', async () => {
  const { site, options, json, titles, kept } = await home()
  site.put('/1', { body: article('Tin một', 'Chi bộ Sông Lam trồng cây ở bờ sông.') })
  const asked = new Promise<void>((resolve) => site.put('/2', () => resolve()))
  site.put('/rss', { body: `<rss><item><link>${site.url('/1')}</link></item><item><link>${site.url('/2')}</link></item></rss>` }) // prettier-ignore
  const child = start(INGEST, [site.url('/rss')], options)
  const [out, err] = [text(child.stdout!), text(child.stderr!)]
  await asked
  child.kill('SIGINT')
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1)
  expect(await out).toBe('')
  expect((await err).replace(/\s+/g, ' ')).toContain(
    'Đã dừng theo yêu cầu; 1 trang đã xem xong, lần chạy sau sẽ nạp tiếp.',
  )
  expect(await err).not.toMatch(/\bat .*\.ts:/)
  expect([kept().length, titles()]).toEqual([1, []])
  site.put('/2', { status: 404 })
  await json(site.url('/rss'))
  expect(titles()).toEqual(['Tin một'])
})
