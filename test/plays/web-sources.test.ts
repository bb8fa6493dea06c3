import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { article } from '../support/gathering.ts'
import { stage } from '../support/play.ts'
import { createWebServer, HOST } from '../support/web-server.ts'

const CHIEF = 5_200_000_001

it('brings what is new on the web into answers, tells admins once, and nobody else', async () => {
  const site = await createWebServer()
  const title = 'Quy chế mượn sách của chi bộ Sông Lam'
  site.put('/sach', {
    body: article(title, 'Đảng viên chi bộ Sông Lam được mượn tối đa bảy cuốn sách trong một tháng.'),
  })
  site.put('/mat', { body: '<p>TỈNH ỦY LAM GIANG</p><p>MẬT</p><p>Số 12-BC/TU</p><p>BÁO CÁO</p><p>về một việc</p>' })
  const items = ['/sach', '/mat'].map((path) => `<item><link>${site.url(path)}</link></item>`).join('')
  site.put('/rss', { body: `<rss><channel>${items}</channel></rss>` })
  const play = await stage({
    people: { chief: { name: 'Quản trị', id: CHIEF }, lan: { name: 'Lan' } },
    env: { ADMIN_IDS: String(CHIEF) },
    script: 'test/support/bot-loopback.ts',
  })
  const { chief, lan } = play.people
  await chief.command('/start')
  await chief.nextReply()
  writeFileSync(join(play.program.dataDir, 'sources.json'), JSON.stringify([{ url: `http://${HOST}:${site.port}/rss`, every: '6h' }])) // prettier-ignore
  await play.program.restart()
  const news = await chief.waitFor(({ text }) => text.includes('tài liệu mới từ'))
  expect(news.text).toContain(`1 tài liệu mới từ http://${HOST}:${site.port}/rss:\n• ${title}`)
  expect((await chief.waitFor(({ text }) => text.includes('độ mật'))).text).toContain(site.url('/mat'))
  await lan.send('đảng viên chi bộ Sông Lam được mượn mấy cuốn sách?')
  expect((await lan.waitFor(({ text }) => text.includes('bảy cuốn'))).text).toContain(title)
  const asked = site.requests.length
  await play.program.restart()
  await lan.send('chi bộ Sông Lam cho mượn sách thế nào?')
  await lan.nextReply()
  // not due again, and not told again
  expect(site.requests.length).toBe(asked)
  expect(chief.unseen()).toEqual([])
})

it('tells admins once what is wrong with the list', async () => {
  const play = await stage({
    people: { chief: { name: 'Quản trị', id: CHIEF } },
    env: { ADMIN_IDS: String(CHIEF) },
    script: 'test/support/bot-loopback.ts',
  })
  const { chief } = play.people
  await chief.command('/start')
  await chief.nextReply()
  writeFileSync(join(play.program.dataDir, 'sources.json'), '[{"url":"https://a.vn/","every":"nhanh"}]')
  await play.program.restart()
  const told = await chief.waitFor(({ text }) => text.includes('sources.json'))
  expect(told.text).toContain('mục 1 (https://a.vn/): "every" phải là khoảng thời gian')
  await play.program.restart()
  await chief.command('/trogiup')
  expect((await chief.nextReply()).text).not.toContain('sources.json')
})
