import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { article, gathering } from '../support/gathering.ts'
import { root } from '../support/run.ts'
import { createWebServer, HOST, type WebServer } from '../support/web-server.ts'

const HOUR = 3_600_000
const SECRET = `<html><body><p>TỈNH ỦY LAM GIANG</p><p>MẬT</p><p>Số 12-BC/TU</p><p>BÁO CÁO</p><p>về một việc</p><p>Chi bộ họp mỗi tháng một lần, có nội dung cần bảo vệ.</p></body></html>`
const start = async () => {
  const site = await createWebServer()
  return { site, ...gathering(site) }
}
const rss = (site: WebServer, items: readonly { path: string; title?: string; date?: string }[]): string =>
  `<rss version="2.0"><channel>${items.map(({ path, title, date }) => `<item>${title ? `<title>${title}</title>` : ''}<link>${path.startsWith('/') ? site.url(path) : path}</link>${date ? `<pubDate>${date}</pubDate>` : ''}</item>`).join('')}</channel></rss>` // prettier-ignore

describe('a page', () => {
  it('is taken in, found, and cited with its address; again only when it has changed', async () => {
    const { site, page, app, files } = await start()
    site.put('/tin/hop-chi-bo', { body: article('Họp chi bộ', 'Chi bộ Sông Lam họp vào ngày mùng bảy hằng tháng.'), headers: { etag: '"1"' } }) // prettier-ignore
    expect(await page('/tin/hop-chi-bo')).toMatchObject({ outcome: 'added', title: 'Họp chi bộ', by: null })
    const asked = await app.ask('chi bộ Sông Lam họp ngày nào', { level: 'public', turns: [] })
    expect(asked).toMatchObject({ status: 'answered', citations: [{ url: site.url('/tin/hop-chi-bo') }] })
    expect(await page('/tin/hop-chi-bo')).toMatchObject({ outcome: 'unchanged', title: 'Họp chi bộ' })
    expect(site.requests.at(-1)!.headers['if-none-match']).toBe('"1"')
    site.put('/tin/hop-chi-bo', { body: article('Họp chi bộ', 'Chi bộ Sông Lam họp vào ngày mùng tám hằng tháng.'), headers: { etag: '"2"' } }) // prettier-ignore
    expect(await page('/tin/hop-chi-bo')).toMatchObject({ outcome: 'changed' })
    expect((await app.ask('chi bộ Sông Lam họp ngày nào', { level: 'public', turns: [] })).text).toContain('mùng tám')
    expect(files()).toHaveLength(2)
    // a server without validators sends it anew: the bytes tell
    site.put('/tin/hop-chi-bo', { body: article('Họp chi bộ', 'Chi bộ Sông Lam họp vào ngày mùng tám hằng tháng.') })
    expect(await page('/tin/hop-chi-bo')).toMatchObject({ outcome: 'unchanged' })
  })

  it('that bears MẬT is refused, deleted and not kept a second time; one that turns secret leaves the library', async () => {
    const { site, page, app, files } = await start()
    site.put('/mat', { body: SECRET, headers: { etag: '"1"' } })
    expect(await page('/mat')).toMatchObject({ outcome: 'refused', reason: 'secret', message: expect.stringContaining('đã được xóa'), title: null }) // prettier-ignore
    expect(files()).toEqual([])
    expect(await page('/mat')).toMatchObject({ outcome: 'refused', reason: 'secret' })
    site.put('/mat', { body: SECRET })
    expect(await page('/mat')).toMatchObject({ outcome: 'refused', reason: 'secret' })
    expect(files()).toEqual([])
    site.put('/thuong', { body: article('Tin', 'Chi bộ Sông Lam trồng cây.') })
    await page('/thuong')
    expect(app.library('staff')!.cards).toHaveLength(1)
    site.put('/thuong', { body: SECRET.replace('một việc', 'hai việc') })
    expect(await page('/thuong')).toMatchObject({ outcome: 'refused', reason: 'secret' })
    expect([app.library('staff')?.cards.length ?? 0, files()]).toEqual([0, []])
  })

  it('that is gone twice in a row is withdrawn and set aside, but not for a bad hour of the server', async () => {
    const { site, page, app, files, dir } = await start()
    const put = (): void => site.put('/a', { body: article('Tin một', 'Chi bộ Sông Lam trồng cây.') })
    put()
    await page('/a')
    site.put('/a', { status: 404 })
    expect(await page('/a')).toMatchObject({ outcome: 'missing', message: expect.stringContaining('vẫn giữ') })
    site.put('/a', { status: 500 })
    expect(await page('/a')).toMatchObject({ outcome: 'refused', reason: 'server_error', message: expect.stringContaining('vẫn được giữ') }) // prettier-ignore
    site.put('/a', { status: 404 })
    expect(await page('/a')).toMatchObject({ outcome: 'missing' })
    put()
    expect(await page('/a')).toMatchObject({ outcome: 'unchanged' })
    site.put('/a', { status: 410 })
    expect(await page('/a')).toMatchObject({ outcome: 'missing' })
    expect(app.library('public')!.cards).toHaveLength(1)
    const withdrawn = await page('/a')
    expect(withdrawn).toMatchObject({ outcome: 'withdrawn', title: 'Tin một' })
    expect([app.library('public')?.cards.length ?? 0, files()]).toEqual([0, []])
    expect(readFileSync(join(dir, 'web/withdrawn', withdrawn.file!), 'utf8')).toContain('trồng cây')
    put()
    expect(await page('/a')).toMatchObject({ outcome: 'added' })
  })

  it('that another address leads to is asked for anew when it leads elsewhere', async () => {
    const { site, page } = await start()
    const validators = { etag: '"1"' }
    site.put('/moi', { status: 302, headers: { location: '/2025' } })
    site.put('/2025', { body: article('Tin 2025', 'Chi bộ Sông Lam trồng cây.'), headers: validators })
    site.put('/2026', { body: article('Tin 2026', 'Chi bộ Sông Lam gặt lúa.'), headers: validators })
    expect(await page('/moi')).toMatchObject({ outcome: 'added', title: 'Tin 2025' })
    expect(await page('/moi')).toMatchObject({ outcome: 'unchanged' })
    expect(site.requests.at(-1)).toMatchObject({ path: '/2025', headers: { 'if-none-match': '"1"' } })
    site.put('/moi', { status: 302, headers: { location: '/2026' } })
    expect(await page('/moi')).toMatchObject({ outcome: 'changed', title: 'Tin 2026' })
  })

  it('that asks not to be kept is not, by its head or by its header', async () => {
    const { site, page, files } = await start()
    site.put('/a', { body: article('Tin', 'Chi bộ.', '<meta name="robots" content="noindex">') })
    site.put('/b', { body: article('Tin', 'Chi bộ.'), headers: { 'x-robots-tag': 'noindex' } })
    expect([(await page('/a')).reason, (await page('/b')).reason, files()]).toEqual(['noindex', 'noindex', []])
  })

  it('is known by its bytes: papers of any type are taken in, and what no reader knows is not left lying', async () => {
    const { site, page, files, sidecar } = await start()
    site.put('/tep/45.pdf', { type: 'application/octet-stream', body: readFileSync(`${root}data/documents/huong-dan-03-hd-btcduk.pdf`) }) // prettier-ignore
    site.put('/tep/12', { type: 'application/msword', body: readFileSync(`${root}data/documents/quy-dinh-12-qd-duk.docx`) }) // prettier-ignore
    site.put('/anh', { type: 'text/html', body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') })
    expect(await page('/tep/45.pdf')).toMatchObject({ outcome: 'added' })
    expect(await page('/tep/12')).toMatchObject({ outcome: 'added' })
    expect(sidecar(/45-/)).toMatchObject({ url: site.url('/tep/45.pdf') })
    expect(await page('/anh')).toMatchObject({ outcome: 'refused', reason: 'unsupported' })
    expect(files().filter((name) => !name.endsWith('.json')).map((name) => name.replace(/.*\.(?=\w+$)/, ''))).toEqual(['docx', 'pdf']) // prettier-ignore
  })

  it('deleted by hand is fetched again whole, and one that lost its record too', async () => {
    const { site, page, files, dir } = await start()
    site.put('/a', { body: article('Tin', 'Chi bộ.'), headers: { etag: '"1"' } })
    await page('/a')
    rmSync(
      join(
        dir,
        'documents/tu-web',
        files().find((name) => name.endsWith('html'))!,
      ),
    )
    expect(await page('/a')).toMatchObject({ outcome: 'unchanged' })
    expect(files()).toHaveLength(2)
    writeFileSync(join(dir, 'web/state.json'), '{"version":1,"pages":')
    expect(await page('/a')).toMatchObject({ outcome: 'unchanged' })
    expect([files().length, existsSync(join(dir, 'web/state.json.damaged'))]).toEqual([2, true])
  })

  it('keeps what an admin wrote beside it, and takes the level of its web source', async () => {
    const { site, setSources, sources, sidecar, app, dir, files, clock } = await start()
    site.put('/a', { body: article('Tin', 'Chi bộ Sông Lam trồng cây.') })
    const source = { url: site.url('/a'), kind: 'page', every: '1h' }
    setSources([{ ...source, level: 'member' }])
    expect(await sources()).toEqual(['added /a'])
    expect(app.library('public')?.cards ?? []).toEqual([])
    expect(app.library('member')!.cards).toHaveLength(1)
    const file = join(
      dir,
      'documents/tu-web',
      files().find((name) => name.endsWith('json'))!,
    )
    writeFileSync(file, JSON.stringify({ ...sidecar(/a-/), title: 'Tên do quản trị đặt' }))
    clock.now += 2 * HOUR
    setSources([{ ...source, level: 'staff' }])
    expect(await sources()).toEqual(['changed /a'])
    expect(app.library('member')?.cards ?? []).toEqual([])
    expect(app.library('staff')!.cards[0]!.meta.title).toBe('Tên do quản trị đặt')
    clock.now += 2 * HOUR
    site.put('/a', { body: article('Tin', 'Chi bộ Sông Lam trồng thêm cây.') })
    await sources()
    expect(sidecar(/a-/)).toMatchObject({ title: 'Tên do quản trị đặt', level: 'staff' })
  })
})

describe('a listing', () => {
  it('leads to its pages, newest first, the rest in the next run; other hosts are not followed', async () => {
    const { site, setSources, sources, clock } = await start()
    for (const n of [1, 2, 3, 4]) site.put(`/tin/${n}`, { body: article(`Tin ${n}`, `Chi bộ số ${n} trồng cây.`) })
    site.put('/video/5', { body: article('Phim', 'x') })
    const items = [1, 3, 2, 4].map((n) => ({ path: `/tin/${n}`, date: `0${n} Oct 2025 08:00:00 GMT` }))
    site.put('/rss', { type: 'application/rss+xml', headers: { etag: '"r"' }, body: rss(site, [...items, { path: '/video/5' }, { path: 'http://khac.example/a' }, { path: 'http://127.0.0.1/a' }, { path: 'javascript:\u001b[2Jalert(1)' }]) }) // prettier-ignore
    setSources([{ url: site.url('/rss'), limit: 3, exclude: ['/video/*'], every: '6h' }])
    expect(await sources()).toEqual(['refused /a', 'refused /a', 'refused [2Jalert(1)', 'added /tin/4', 'added /tin/3', 'added /tin/2', 'postponed /rss']) // prettier-ignore
    expect(await sources()).toEqual([])
    clock.now += 7 * HOUR
    // what was left over comes although the list would not have changed
    expect((await sources()).filter((line) => !line.startsWith('refused'))).toEqual(['added /tin/1'])
    clock.now += 7 * HOUR
    expect(await sources()).toEqual([])
    expect(site.requests.at(-1)!.headers['if-none-match']).toBe('"r"')
    clock.now += 24 * HOUR
    // pages are looked at again after a day, longest unseen first
    expect(await sources()).toEqual(['unchanged /tin/4', 'unchanged /tin/3', 'unchanged /tin/2'])
  })

  it('is looked at with its pages again: one that changed, and one that it names no more and that is gone', async () => {
    const { site, setSources, sources, clock } = await start()
    const put = (n: number, words: string): void => site.put(`/${n}`, { body: article(`Tin ${n}`, words) })
    put(1, 'Chi bộ số một.')
    put(2, 'Chi bộ số hai.')
    site.put('/rss', { body: rss(site, [{ path: '/1' }, { path: '/2' }]) })
    setSources([{ url: site.url('/rss'), every: '12h' }])
    expect(await sources()).toEqual(['added /1', 'added /2'])
    clock.now += 14 * HOUR
    put(1, 'Chi bộ số một, đã sửa.')
    site.remove('/2')
    site.put('/rss', { body: rss(site, [{ path: '/1', date: new Date(clock.now - HOUR).toUTCString() }]) })
    expect(await sources()).toEqual(['changed /1'])
    clock.now += 14 * HOUR
    expect(await sources()).toEqual(['missing /2'])
    clock.now += 26 * HOUR
    expect((await sources()).toSorted()).toEqual(['unchanged /1', 'withdrawn /2'])
  })

  it('of sitemaps, packed ones among them, is followed one level deep', async () => {
    const { site, run } = await start()
    for (const n of [1, 2]) site.put(`/${n}`, { body: article(`Tin ${n}`, `Chi bộ số ${n}.`) })
    const map = (path: string): string => `<urlset><url><loc>${site.url(path)}</loc></url></urlset>`
    site.put('/m1.xml.gz', { type: 'application/gzip', body: gzipSync(map('/1')) })
    site.put('/m2.xml', { type: 'application/xml', body: map('/2') })
    site.put('/bomb.xml.gz', { type: 'application/gzip', body: gzipSync(Buffer.alloc(30_000_000, ' ')) })
    const locs = ['/m1.xml.gz', '/m2.xml', '/bomb.xml.gz', '/index.xml', '/none.xml'].map((path) => `<sitemap><loc>${site.url(path)}</loc></sitemap>`) // prettier-ignore
    site.put('/index.xml', { type: 'application/xml', body: `<sitemapindex>${locs.join('')}</sitemapindex>` })
    const { pages } = await run({ kind: 'addresses', urls: [site.url('/index.xml')], level: null, limit: 10 })
    expect(pages.map(({ outcome, url, reason }) => [outcome, new URL(url).pathname, reason])).toEqual([
      ['refused', '/bomb.xml.gz', 'not_a_listing'],
      ['refused', '/index.xml', 'not_a_listing'],
      ['refused', '/none.xml', 'not_a_listing'],
      ['added', '/1', null],
      ['added', '/2', null],
    ])
  })

  it('gives title and date where the page says nothing, and not where it does', async () => {
    const { site, run, app } = await start()
    site.put('/co', { body: article('Đảng bộ xã Sông Lam ra quân trồng cây bảo vệ bờ sông', 'Chi bộ Sông Lam trồng cây ở bờ sông, cả buổi sáng chủ nhật vừa qua.', '<meta property="article:published_time" content="2025-09-01">') }) // prettier-ignore
    site.put('/khong', { body: '<html><body><p>Chi bộ Sông Lam trồng cây ở bờ sông, cả buổi sáng chủ nhật.</p></body></html>' }) // prettier-ignore
    // in the small hours of the 5th, as Việt Nam counts them
    const date = 'Sat, 04 Oct 2025 20:00:00 GMT'
    site.put('/rss', { body: rss(site, [{ path: '/co', title: 'Tên ở RSS', date }, { path: '/khong', title: 'Tên ở RSS 2', date }]) }) // prettier-ignore
    await run({ kind: 'addresses', urls: [site.url('/rss')], level: null, limit: 10 })
    const metas = app.library('public')!.cards.map(({ meta: { title, date } }) => [title, date]).sort() // prettier-ignore
    expect(metas).toEqual(
      [
        ['Tên ở RSS 2', '2025-10-05'],
        ['Đảng bộ xã Sông Lam ra quân trồng cây bảo vệ bờ sông', '2025-09-01'],
      ].sort(),
    )
  })

  it('of a sitemap says when a page was changed, not when it was published', async () => {
    const { site, run, app } = await start()
    site.put('/a', { body: '<html><body><p>Chi bộ Sông Lam trồng cây ở bờ sông, cả buổi sáng chủ nhật.</p></body></html>' }) // prettier-ignore
    site.put('/map', { body: `<urlset><url><loc>${site.url('/a')}</loc><lastmod>2025-10-05</lastmod></url></urlset>` })
    await run({ kind: 'addresses', urls: [site.url('/map')], level: null, limit: 10 })
    expect(app.library('public')!.cards[0]!.meta).toMatchObject({ date: null, kind: 'other' })
  })

  it('does not have what is refused for good asked for at every turn, but what failed for the hour', async () => {
    const { site, setSources, sources, clock } = await start()
    site.put('/cam', { status: 403 })
    site.put('/phim', { type: 'video/mp4', body: 'x' })
    site.put('/hong', { status: 502 })
    site.put('/rss', { body: rss(site, [{ path: '/cam' }, { path: '/phim' }, { path: '/hong' }]) })
    setSources([{ url: site.url('/rss'), every: '2h' }])
    expect(await sources()).toEqual(['refused /cam', 'refused /phim', 'refused /hong'])
    clock.now += 3 * HOUR
    expect(await sources()).toEqual(['refused /hong'])
    clock.now += 25 * HOUR
    expect((await sources()).toSorted()).toEqual(['refused /cam', 'refused /hong', 'refused /phim'])
  })

  it('that has not changed still leads to what failed for the hour, and to what its sitemaps have got since', async () => {
    const { site, setSources, sources, clock } = await start()
    const list = (...paths: string[]): string => `<urlset>${paths.map((path) => `<url><loc>${site.url(path)}</loc></url>`).join('')}</urlset>` // prettier-ignore
    site.put('/map', { body: list('/1', '/2'), headers: { etag: '"m"' } })
    site.put('/index', { body: `<sitemapindex><sitemap><loc>${site.url('/inner')}</loc></sitemap></sitemapindex>`, headers: { etag: '"i"' } }) // prettier-ignore
    site.put('/inner', { body: list('/3') })
    for (const n of [1, 3, 4]) site.put(`/${n}`, { body: article(`Tin ${n}`, `Chi bộ số ${n} trồng cây.`) })
    site.put('/2', { status: 502 })
    setSources(['/map', '/index'].map((path) => ({ url: site.url(path), every: '2h' })))
    expect(await sources()).toEqual(['added /1', 'refused /2', 'added /3'])
    clock.now += 3 * HOUR
    site.put('/2', { body: article('Tin 2', 'Chi bộ số 2 trồng cây.') })
    site.put('/inner', { body: list('/3', '/4') })
    expect(await sources()).toEqual(['added /2', 'added /4'])
    clock.now += 3 * HOUR
    expect(await sources()).toEqual([])
    expect(
      site.requests.find(({ path, headers }) => path === '/map' && headers['if-none-match'] === '"m"'),
    ).toBeDefined()
  })

  it('that is a page after all is a fault of the list of web sources, which is told by name', async () => {
    const { site, setSources, run } = await start()
    site.put('/', { body: article('Trang chủ', 'Chào mừng.') })
    setSources([{ url: site.url('/'), kind: 'feed' }])
    const report = await run({ kind: 'sources' })
    expect(report.pages).toMatchObject([{ reason: 'not_a_listing' }])
    expect(report.faults).toMatchObject([{ failures: 1, message: expect.stringContaining('"kind"') }])
  })
})

describe('a host', () => {
  it('that asks for a short pause is waited for once; a long one is for a later run', async () => {
    const { site, page, pauses, clock } = await start()
    let tries = 0
    site.put('/a', (_request, response) => {
      if (++tries === 1) return void response.writeHead(429, { 'retry-after': '20' }).end()
      response.writeHead(200, { 'content-type': 'text/html' }).end(article('Tin', 'Chi bộ.'))
    })
    expect(await page('/a')).toMatchObject({ outcome: 'added' })
    expect(pauses).toContain(20_000)
    site.put('/a', { status: 503, headers: { 'retry-after': '7200' } })
    expect(await page('/a')).toMatchObject({ outcome: 'postponed', reason: 'later' })
    const asked = site.requests.length
    clock.now += HOUR
    expect(await page('/a')).toMatchObject({ outcome: 'postponed' })
    expect(site.requests.length).toBe(asked)
    clock.now += 1.1 * HOUR
    site.put('/a', { body: article('Tin', 'Chi bộ.') })
    expect(await page('/a')).toMatchObject({ outcome: 'unchanged' })
  })

  it('that fails again and again is left in peace, and its web source is tried sooner than its turn', async () => {
    const { site, setSources, run, sources, clock } = await start()
    site.put('/rss', { body: rss(site, [1, 2, 3, 4, 5].map((n) => ({ path: `/${n}` }))) }) // prettier-ignore
    for (const n of [1, 2, 3, 4, 5]) site.put(`/${n}`, (_request, response) => void response.destroy())
    setSources([{ url: site.url('/rss'), every: '1d' }])
    expect(await sources()).toEqual(['refused /1', 'refused /2', 'refused /3'])
    site.put('/rss', { status: 500 })
    for (let n = 1; n <= 3; n++) {
      clock.now += 27 * HOUR
      const { faults } = await run({ kind: 'sources' })
      expect(faults).toMatchObject([{ failures: n, message: 'Máy chủ báo lỗi 500; hãy thử lại sau.' }])
    }
    clock.now += 1.2 * HOUR
    expect(await sources()).toEqual(['refused /rss'])
  })
})

it('leaves in peace only the host that fails: what the others have is taken', async () => {
  const { site, setSources, sources } = await start()
  const at = (host: string, path: string): string => site.url(path, `${host}.${HOST}`)
  const dead = [1, 2, 3, 4].map((n) => at('anh', `/${n}`))
  const paused = [5, 6].map((n) => at('tep', `/${n}`))
  for (const n of [1, 2, 3, 4]) site.put(`/${n}`, (_request, response) => void response.destroy())
  for (const n of [5, 6]) site.put(`/${n}`, { status: 503, headers: { 'retry-after': '7200' } })
  site.put('/7', { body: article('Tin 7', 'Chi bộ số 7 trồng cây.') })
  site.put('/rss', {
    body: rss(
      site,
      [...dead, ...paused, site.url('/7')].map((path) => ({ path })),
    ),
  })
  setSources([{ url: site.url('/rss'), hosts: [`*.${HOST}:${site.port}`] }])
  expect(await sources()).toEqual(['refused /1', 'refused /2', 'refused /3', 'postponed /5', 'added /7'])
})

it('is not stopped by a clock that was years ahead', async () => {
  const { site, setSources, sources, clock } = await start()
  site.put('/1', { body: article('Tin 1', 'Chi bộ số 1.') })
  site.put('/2', { status: 503, headers: { 'retry-after': '7200' } })
  site.put('/rss', { body: rss(site, [{ path: '/1' }, { path: '/2' }]) })
  setSources([{ url: site.url('/rss') }])
  const today = clock.now
  clock.now += 5 * 366 * 24 * HOUR
  expect(await sources()).toEqual(['added /1', 'postponed /2'])
  clock.now = today
  site.put('/1', { body: article('Tin 1', 'Chi bộ số một, đã sửa.') })
  site.put('/2', { body: article('Tin 2', 'Chi bộ số 2.') })
  expect((await sources()).toSorted()).toEqual(['added /2', 'changed /1'])
})

it('does not remember for ever what it never kept', async () => {
  const { site, page, clock, dir } = await start()
  site.put('/cam', { status: 403 })
  site.put('/a', { body: article('Tin', 'Chi bộ.') })
  await page('/a')
  await page('/cam')
  site.put('/cho', { status: 503, headers: { 'retry-after': '7200' } })
  await page('/cho')
  clock.now += 91 * 24 * HOUR
  await page('/a')
  const { pages, pauses } = JSON.parse(readFileSync(join(dir, 'web/state.json'), 'utf8')) as Record<string, object>
  expect([Object.keys(pages!), pauses]).toEqual([[site.url('/a')], {}])
})

it('gives a web source an hour at a time, so that the others have their turn', async () => {
  const { site, setSources, sources, clock } = await start()
  for (const n of [1, 2, 3, 4])
    site.put(`/${n}`, (_request, response) => {
      clock.now += 40 * 60_000
      response.writeHead(200, { 'content-type': 'text/html' }).end(article(`Tin ${n}`, `Chi bộ số ${n}.`))
    })
  site.put('/rss', {
    body: rss(
      site,
      [1, 2, 3].map((n) => ({ path: `/${n}` })),
    ),
    headers: { etag: '"1"' },
  })
  setSources([
    { url: site.url('/rss'), every: '2h' },
    { url: site.url('/4'), kind: 'page' },
  ])
  expect(await sources()).toEqual(['added /1', 'added /2', 'added /4'])
  clock.now += 3 * HOUR
  expect(await sources()).toEqual(['added /3'])
})

it('leaves a web source in peace for an hour that ended our process, and has the others looked at', async () => {
  const { site, setSources, sources, run, clock, dir } = await start()
  const file = join(dir, 'web/state.json')
  let during = ''
  site.put('/rss', (_request, response) => {
    during = readFileSync(file, 'utf8')
    response.writeHead(200, { 'content-type': 'text/xml' }).end(rss(site, []))
  })
  site.put('/2', { body: article('Tin 2', 'Chi bộ số 2.') })
  setSources([{ url: site.url('/rss'), every: '2h' }])
  await sources()
  // as if it had been killed then
  writeFileSync(file, during)
  setSources([
    { url: site.url('/rss'), every: '2h' },
    { url: site.url('/2'), kind: 'page' },
  ])
  const { pages, faults } = await run({ kind: 'sources' })
  expect(pages).toMatchObject([{ outcome: 'added', url: site.url('/2') }])
  expect(faults).toMatchObject([{ url: site.url('/rss'), failures: 1, message: expect.stringContaining('sự cố') }])
  clock.now += 1.2 * HOUR
  const asked = site.requests.length
  expect((await run({ kind: 'sources' })).faults).toEqual([])
  expect(site.requests.length).toBeGreaterThan(asked)
})

it('tells of a web source that was taken out of the list, and drops its pages when told to', async () => {
  const { site, setSources, run, app, files } = await start()
  for (const n of [1, 2]) site.put(`/${n}`, { body: article(`Tin ${n}`, `Chi bộ số ${n}.`) })
  site.put('/rss', { body: rss(site, [{ path: '/1' }]) })
  setSources([{ url: site.url('/rss') }, { url: site.url('/2'), kind: 'page' }])
  await run({ kind: 'sources' })
  setSources([{ url: site.url('/2'), kind: 'page' }])
  const { leftBehind } = await run({ kind: 'sources' })
  expect(leftBehind).toEqual([{ url: site.url('/rss'), pages: 1 }])
  expect(app.library('public')!.cards).toHaveLength(2)
  expect((await run({ kind: 'drop', url: site.url('/2') })).pages).toMatchObject([{ reason: 'still_listed' }])
  const dropped = await run({ kind: 'drop', url: site.url('/rss') })
  expect(dropped.pages).toMatchObject([{ outcome: 'withdrawn', url: site.url('/1') }])
  expect(app.library('public')!.cards.map(({ meta }) => meta.title)).toEqual(['Tin 2'])
  expect(files()).toHaveLength(2)
  expect((await run({ kind: 'drop', url: site.url('/rss') })).pages).toMatchObject([{ reason: 'nothing_to_drop' }])
  expect((await run({ kind: 'sources' })).leftBehind).toEqual([])
})

it('sweeps up what a process that was killed had begun to write, wherever it was', async () => {
  const { site, page, dir } = await start()
  site.put('/a', { body: article('Tin', 'Chi bộ.') })
  await page('/a')
  const begun = ['web/.half-0', 'documents/tu-web/.half-1', 'documents/tu-web/khac.vn/.half-2'].map((name) => join(dir, name)) // prettier-ignore
  mkdirSync(join(dir, 'documents/tu-web/khac.vn'))
  for (const half of begun) writeFileSync(half, SECRET)
  await page('/a')
  expect(begun.filter((half) => existsSync(half))).toEqual([])
})

it('tries without keeping anything in a dry run', async () => {
  const { site, run, files, dir } = await start()
  site.put('/a', { body: article('Tin', 'Chi bộ.') })
  const dry = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const { pages } = await run({ kind: 'addresses', urls: [site.url('/a')], level: null, limit: 10 }, { dry })
  expect(pages).toMatchObject([{ outcome: 'added', title: 'Tin' }])
  expect([files(), existsSync(join(dir, 'web/state.json'))]).toEqual([[], false])
  rmSync(dry, { recursive: true })
})

it('allows a host of the command line for itself alone', async () => {
  const site = await createWebServer({ names: { 'khac.example': ['127.0.0.1'] } })
  const { page } = gathering(site, { SOURCE_HOSTS: '' })
  site.put('/a', { body: article('Tin', 'Chi bộ.') })
  expect(await page('/a')).toMatchObject({ outcome: 'added' })
  site.put('/b', { status: 302, headers: { location: `http://khac.example:${site.port}/a` } })
  expect(await page('/b')).toMatchObject({ reason: 'host_not_allowed', message: expect.stringContaining('khac.example') }) // prettier-ignore
  const open = gathering(site, { SOURCE_HOSTS: `khac.example:${site.port}` })
  expect(await open.page('/b')).toMatchObject({ outcome: 'added' })
})
