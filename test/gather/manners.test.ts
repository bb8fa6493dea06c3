import { expect, it } from 'vitest'
import { parseHostRule } from '../../src/gather/address/host-rules.ts'
import { createManners } from '../../src/gather/visit/manners.ts'
import { VISIT_LIMITS } from '../../src/gather/visit/request-once.ts'
import { userAgentOf } from '../../src/gather/visit/user-agent.ts'
import { visitorOf } from '../support/visitor.ts'
import { createWebServer, HOST } from '../support/web-server.ts'

const withRobots = async (text: string) => {
  const site = await createWebServer()
  for (const path of ['/a', '/b', '/cam/x', '/cam/mo', '/?q=1']) site.put(path, { body: '<p>Chi bộ</p>' })
  site.put('/robots.txt', { type: 'text/plain', body: text })
  return { site, ...visitorOf(site, { polite: true }) }
}

it.each([
  ['User-agent: *\nDisallow: /cam/', '/cam/x', 'robots'],
  ['User-agent: *\nDisallow: /cam/', '/a', 'page'],
  ['User-agent: *\nDisallow: /cam/\nAllow: /cam/mo', '/cam/mo', 'page'],
  ['User-agent: *\nDisallow: /\n\nUser-agent: HoiDapCongTacDang\nDisallow:', '/a', 'page'],
  ['User-agent: hoidapcongtacdang\nDisallow: /', '/a', 'robots'],
  ['User-agent: other\nDisallow: /', '/a', 'page'],
  ['\uFEFFUser-agent: *\r\nDisallow: /a$\r\n', '/a', 'robots'],
  ['User-agent: *\nDisallow: /*?q=', '/?q=1', 'robots'],
  ['<html>không phải robots</html>', '/a', 'page'],
  ['', '/a', 'page'],
])('keeps to %j for %s: %s', async (text, path, what) => {
  const { outcome, site } = await withRobots(text)
  expect(await outcome(site.url(path))).toBe(what)
})

it('fetches it once for a host, before anything else, and keeps to it where a redirect leads', async () => {
  const { outcome, site } = await withRobots('User-agent: *\nDisallow: /cam/')
  site.put('/den', { status: 302, headers: { location: '/cam/x' } })
  expect([await outcome(site.url('/a')), await outcome(site.url('/b')), await outcome(site.url('/den'))]).toEqual(['page', 'page', 'robots']) // prettier-ignore
  expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b', '/den'])
})

it.each([
  [404, 'page'],
  [401, 'page'],
  [500, 'robots_unreachable'],
  [503, 'robots_unreachable'],
  [429, 'robots_unreachable'],
])('where asking for it brings %i: %s', async (status, what) => {
  const { outcome, site } = await withRobots('')
  site.put('/robots.txt', { status })
  expect(await outcome(site.url('/a'))).toBe(what)
})

it('does not fetch where it cannot be had, is too large, or leads elsewhere', async () => {
  const { site } = await withRobots('')
  const outcome = async (limits = {}): Promise<string> =>
    visitorOf(site, { polite: true, limits }).outcome(site.url('/a'))
  site.put('/robots.txt', () => {})
  expect(await outcome({ headersMs: 150 })).toBe('slow')
  site.put('/robots.txt', { body: 'Allow: /\n'.repeat(100_000) })
  expect(await outcome()).toBe('robots_unreachable')
  site.put('/robots.txt', { status: 302, headers: { location: 'http://169.254.169.254/' } })
  expect(await outcome()).toBe('private_address')
  site.put('/robots.txt', { status: 302, headers: { location: 'http://khac.example/' } })
  expect(await outcome()).toBe('robots_unreachable')
  expect(site.paths()).toEqual([])
})

it('pauses between two requests to a host, as long as it asks for, up to half a minute', async () => {
  const pausesOf = async (text: string): Promise<readonly number[]> => {
    const { outcome, site, pauses } = await withRobots(text)
    await outcome(site.url('/a'))
    await outcome(site.url('/b'))
    await outcome(site.url('/a', `tin.${HOST}`))
    return pauses
  }
  // robots.txt, /a and /b of one host, then robots.txt and /a of another
  expect(await pausesOf('')).toEqual([2_000, 2_000, 2_000])
  expect(await pausesOf('User-agent: *\nCrawl-delay: 7')).toEqual([7_000, 7_000, 7_000])
  expect(await pausesOf('User-agent: *\nCrawl-delay: 600')).toEqual([30_000, 30_000, 30_000])
  expect(await pausesOf('User-agent: *\nCrawl-delay: 0.1')).toEqual([2_000, 2_000, 2_000])
  expect(await pausesOf('User-agent: *\nCrawl-delay: nhiều')).toEqual([2_000, 2_000, 2_000])
})

it('waits no longer than its pause when the clock is set back', async () => {
  const site = await createWebServer()
  const waits: number[] = []
  let now = 1e12
  const { signal } = new AbortController()
  const visitor = { network: site.network, limits: VISIT_LIMITS, userAgent: 'test', signal }
  const manners = createManners({ visitor, pauseMs: 2_000, now: () => now, sleep: async (ms) => void waits.push(ms) })
  const rules = [parseHostRule(`${HOST}:${site.port}`)!]
  await manners.before(new URL(site.url('/a')), rules)
  now -= 86_400_000
  await manners.before(new URL(site.url('/b')), rules)
  expect(waits).toEqual([2_000, 2_000])
})

it('says honestly who it is, in letters that a header may hold', () => {
  expect(userAgentOf(null)).toBe('HoiDapCongTacDang/1.0 (document library)')
  expect(userAgentOf('Văn phòng Đảng ủy\r\nX-Injected: 1 (0123) – đt')).toBe('HoiDapCongTacDang/1.0 (contact: Van phong Dang uy X-Injected: 1 0123 dt)') // prettier-ignore
  expect(userAgentOf('x'.repeat(900)).length).toBeLessThan(200)
})
