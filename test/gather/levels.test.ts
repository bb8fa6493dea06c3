import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { article, gathering } from '../support/gathering.ts'
import { root } from '../support/run.ts'
import { createWebServer } from '../support/web-server.ts'

const SECRET = '<p>TỈNH ỦY LAM GIANG</p><p>MẬT</p><p>Số 12-BC/TU</p><p>BÁO CÁO</p><p>về một việc</p><p>Chi bộ họp.</p>' // prettier-ignore
const HOUR = 3_600_000

/** A page that an admin took in for staff alone. */
const staffPage = async () => {
  const site = await createWebServer()
  const house = gathering(site)
  const put = (words: string): void => site.put('/a', { body: article('Tin nội bộ', words) })
  put('Chi bộ Sông Lam trồng cây.')
  await house.run({ kind: 'addresses', urls: [site.url('/a')], level: 'staff', limit: 1 })
  const levels = (): readonly string[] => house.app.library('staff')?.cards.map(({ level }) => level) ?? []
  expect(levels()).toEqual(['staff'])
  const named = (ending: string): string => join(house.dir, 'documents/tu-web', house.files().find((name) => name.endsWith(ending))!) // prettier-ignore
  return { site, put, levels, named, ...house }
}

it('a page keeps its level when it comes back as another type of file', async () => {
  const { site, page, levels, files } = await staffPage()
  site.put('/a', { type: 'application/msword', body: readFileSync(`${root}data/documents/quy-dinh-12-qd-duk.docx`) })
  await page('/a')
  expect([levels(), files().length]).toEqual([['staff'], 2])
})

it('a page keeps its level when it comes back after it was withdrawn or refused', async () => {
  const { site, page, put, levels } = await staffPage()
  site.put('/a', { status: 404 })
  await page('/a')
  expect(await page('/a')).toMatchObject({ outcome: 'withdrawn' })
  put('Chi bộ Sông Lam trồng cây.')
  await page('/a')
  expect(levels()).toEqual(['staff'])
  site.put('/a', { body: SECRET })
  expect(await page('/a')).toMatchObject({ outcome: 'refused', reason: 'secret' })
  put('Chi bộ Sông Lam trồng thêm cây.')
  await page('/a')
  expect(levels()).toEqual(['staff'])
})

it('a slip of an admin in the sidecar opens no page, and a mark that an editor put in front of it is none', async () => {
  const { page, put, levels, named } = await staffPage()
  writeFileSync(named('.meta.json'), '\uFEFF{"level": "staff", "title": "Tên do quản trị đặt"}')
  put('Chi bộ Sông Lam trồng hai cây.')
  await page('/a')
  expect(levels()).toEqual(['staff'])
  const slip = '{"level": "staff", "title": "Tên do quản trị đặt",}'
  writeFileSync(named('.meta.json'), slip)
  put('Chi bộ Sông Lam trồng ba cây.')
  expect(await page('/a')).toMatchObject({ outcome: 'refused', reason: 'bad_sidecar' })
  expect([levels(), readFileSync(named('.meta.json'), 'utf8')]).toEqual([['staff'], slip])
})

it('a list of a public web source opens no page that is held for fewer readers, but may close one', async () => {
  const { site, put, levels, setSources, sources, clock, sidecar } = await staffPage()
  const [open, closed] = [site.url('/mo.rss'), site.url('/kin.rss')]
  const list = `<rss><item><link>${site.url('/a')}</link></item></rss>`
  site.put('/mo.rss', { body: list })
  site.put('/kin.rss', { body: list })
  setSources([{ url: open, level: 'public', every: '1h' }])
  for (const words of ['hai cây', 'ba cây']) {
    clock.now += 26 * HOUR
    put(`Chi bộ Sông Lam trồng ${words}.`)
    await sources()
    expect(levels()).toEqual(['staff'])
  }
  site.put('/a', { status: 410 })
  for (let n = 0; n < 2; n++) {
    clock.now += 26 * HOUR
    await sources()
  }
  expect(levels()).toEqual([])
  clock.now += 26 * HOUR
  put('Chi bộ Sông Lam trồng bốn cây.')
  await sources()
  expect(levels()).toEqual(['staff'])
  // its own web source says what it is, also less than before
  setSources([{ url: closed, level: 'member', every: '1h' }])
  await sources()
  clock.now += 26 * HOUR
  site.put('/b', { body: article('Tin hai', 'Chi bộ số hai.') })
  const lists = (level: string): void => setSources([{ url: closed, level, every: '1h' }])
  site.put('/kin.rss', { body: `<rss><item><link>${site.url('/b')}</link></item></rss>` })
  lists('staff')
  await sources()
  expect(sidecar(/b-/)).toMatchObject({ level: 'staff' })
  clock.now += 26 * HOUR
  lists('member')
  await sources()
  expect(sidecar(/b-/)).toMatchObject({ level: 'member' })
})

it('a page states nothing of itself in the place where an admin would', async () => {
  const site = await createWebServer()
  const { page, app } = gathering(site)
  const head = (lines: string): string => `---\ntitle: Thông báo của chi bộ Sông Lam\n${lines}\n---\n\n`
  const words = 'LƯU HÀNH NỘI BỘ\n\nChi bộ Sông Lam trồng cây ở bờ sông, cả buổi sáng chủ nhật vừa qua.\n'
  site.put('/a', {
    type: 'text/markdown',
    body: `${head('level: public\nvalidity: in_force\nreplaces: [24-QĐ/TW]')}${words}`,
  })
  expect(await page('/a')).toMatchObject({ outcome: 'added', title: 'Thông báo của chi bộ Sông Lam' })
  const [card] = app.library('staff')!.cards
  expect(card).toMatchObject({ level: 'staff', meta: { validity: 'unknown', replaces: [], url: site.url('/a') } })
  site.put('/b', { type: 'text/markdown', body: `${head('level: mọi người')}Chi bộ số hai trồng cây ở bờ sông.\n` })
  expect(await page('/b')).toMatchObject({ outcome: 'added' })
})
