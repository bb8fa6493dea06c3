import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { listingText } from '../../src/gather/listing/listing-text.ts'
import { forbidsKeeping } from '../../src/gather/listing/page-marks.ts'
import { readListing } from '../../src/gather/listing/read-listing.ts'

const day = (text: string): number => Date.parse(text)

describe('a feed', () => {
  it('of RSS 2 gives pages with titles and dates', () => {
    const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Lam Giang</title><link>https://lamgiang.test/</link>
      <item><title><![CDATA[Đại hội <b>điểm</b> &amp; chi bộ]]></title><link>https://lamgiang.test/a?x=1&amp;y=2</link><pubDate>Mon, 05 Oct 2025 08:00:00 +0700</pubDate></item>
      <item><title>Chỉ có guid</title><guid isPermaLink="true">https://lamgiang.test/b</guid></item>
      <item><title>Guid không phải địa chỉ</title><guid isPermaLink="false">https://lamgiang.test/c</guid></item>
      <item><title>Không có gì</title><image><link>https://lamgiang.test/anh</link></image></item>
      </channel></rss>`
    expect(readListing(text)).toEqual({
      kind: 'feed',
      entries: [
        { url: 'https://lamgiang.test/a?x=1&y=2', title: 'Đại hội điểm & chi bộ', date: day('2025-10-05T01:00:00Z') },
        { url: 'https://lamgiang.test/b', title: 'Chỉ có guid', date: null },
      ],
    })
  })

  it('of Atom gives the page, not the other links beside it', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><link href="https://lamgiang.test/"/>
      <entry><title type="html">Một</title><link rel="self" href="/self"/><link rel="enclosure" href="/f.mp3"/><link href="/mot"/><updated>2025-10-05T08:00:00Z</updated></entry>
      <entry><title>Hai</title><link rel="alternate" href="hai.html"/><published>hôm qua</published></entry></feed>`
    expect(readListing(text)!.entries).toEqual([
      { url: '/mot', title: 'Một', date: day('2025-10-05T08:00:00Z') },
      { url: 'hai.html', title: 'Hai', date: null },
    ])
  })

  it('of RDF gives its items', () => {
    const text = `<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><channel rdf:about="x"><title>k</title><link>https://lamgiang.test</link></channel>
      <item rdf:about="y"><title>Ba</title><link>https://lamgiang.test/ba</link><dc:date>2025-10-05</dc:date></item></rdf:RDF>`
    expect(readListing(text)).toEqual({
      kind: 'feed',
      entries: [{ url: 'https://lamgiang.test/ba', title: 'Ba', date: day('2025-10-05') }],
    })
  })
})

it('reads sitemaps and their index', () => {
  const map = '<urlset xmlns="s"><url><loc> https://a.test/1 </loc><lastmod>2025-10-05</lastmod></url><url><priority>1</priority></url></urlset>' // prettier-ignore
  expect(readListing(map)).toEqual({ kind: 'sitemap', entries: [{ url: 'https://a.test/1', title: null, date: day('2025-10-05') }] }) // prettier-ignore
  const index = '<sitemapindex><sitemap><loc>https://a.test/s.xml.gz</loc></sitemap></sitemapindex>'
  expect(readListing(index)).toMatchObject({ kind: 'index', entries: [{ url: 'https://a.test/s.xml.gz' }] })
})

describe('what is broken or meant to break us', () => {
  it.each([
    ['a page', '<!doctype html><html><body><p>Chi bộ</p></body></html>'],
    ['words', 'Chi bộ họp mỗi tháng một lần.'],
    ['nothing', ''],
    ['a PDF', '%PDF-1.7 …'],
    ['another format', '<opml><body><outline xmlUrl="https://a.test/"/></body></opml>'],
    ['names of what all objects have', '<constructor><item><link>https://a.test/</link></item></constructor>'],
  ])('%s is no listing', (_what, text) => expect(readListing(text)).toBeNull())

  it('gives what came before it broke', () => {
    const text = '<rss><channel><item><link>https://a.test/1</link></item><item><title>x &co <link>https://a.test/2</item><item><link>https://a.te' // prettier-ignore
    expect(readListing(text)!.entries.map(({ url }) => url)).toContain('https://a.test/1')
    expect(readListing('<rss><item><constructor>a</constructor><__proto__>b</__proto__><link>https://a.test/3</link></item>')!.entries).toHaveLength(1) // prettier-ignore
  })

  it('expands no entities and fetches no outside ones', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&a29;&x;</title><link>https://a.test/1</link></item></channel></rss>`
    expect(readListing(bomb)!.entries).toEqual([{ url: 'https://a.test/1', title: '&a29;&x;', date: null }])
  })

  it('gives no date that can be read in two ways', () => {
    const item = (date: string) => `<rss><item><link>https://a.test/1</link><pubDate>${date}</pubDate></item></rss>`
    for (const date of ['05/10/2025', '05/10/2025 08:00:00', '5-10-2025', '10/5/2025 8:00:00 AM', '05.10.2025'])
      expect(readListing(item(date))!.entries[0]!.date).toBeNull()
    expect(readListing(item('2025-10-05'))!.entries[0]!.date).toBe(day('2025-10-05'))
  })

  it('says nothing to a terminal by its titles', () => {
    const text = '<rss><item><title>Tin \u001b[2J\u202E\u009B1m</title><link>https://a.test/1</link></item></rss>'
    expect(readListing(text)!.entries[0]!.title).toBe('Tin [2J1m')
  })

  it('is not choked by depth, length or number', () => {
    const deep = `<rss>${'<a>'.repeat(200_000)}<item><link>https://a.test/1</link></item>`
    expect(readListing(deep)).toEqual({ kind: 'feed', entries: [] })
    const long = `<rss><item><title>${'x'.repeat(100_000)}</title><link>https://a.test/1</link></item><item><link>https://a.test/${'x'.repeat(10_000)}</link></item></rss>`
    expect(readListing(long)!.entries).toEqual([{ url: 'https://a.test/1', title: null, date: null }])
    const many = `<urlset>${'<url><loc>https://a.test/1</loc></url>'.repeat(60_000)}</urlset>`
    expect(readListing(many)!.entries).toHaveLength(50_000)
  })
})

describe('the bytes of a listing', () => {
  const WORDS = '<?xml version="1.0" encoding="windows-1258"?><rss>Đảng ủy</rss>'
  it('may be packed, up to a limit', () => {
    expect(listingText(gzipSync(WORDS), null, 1_000)).toBe(WORDS)
    expect(listingText(gzipSync(Buffer.alloc(1_000_000)), null, 1_000)).toBeNull()
    expect(listingText(gzipSync(WORDS).subarray(0, 30), null, 1_000)).toBeNull()
  })

  it('are read in the charset that they are in, and not in one that they only name', () => {
    expect(listingText(Buffer.from(WORDS), 'windows-1252', 1_000)).toBe(WORDS)
    expect(listingText(Buffer.from(`\uFEFF${WORDS}`, 'utf16le'), 'utf-8', 1_000)).toBe(WORDS)
    // Đ, the letters of ảng with a loose tone, ủ with one: as windows-1258 has them
    const old = Buffer.from([...Buffer.from('<?xml version="1.0" encoding="windows-1258"?><rss>'), 0xd0, 0x61, 0xd2, 0x6e, 0x67, ...Buffer.from('</rss>')]) // prettier-ignore
    expect(listingText(old, null, 1_000)).toContain('<rss>Đảng</rss>')
    expect(listingText(old, 'no-such-charset', 1_000)).toContain('<rss>Đảng</rss>')
  })
})

it.each([
  ['', '<meta name="robots" content="noindex">', true],
  ['', '<META NAME="Robots" CONTENT="NOINDEX, FOLLOW">', true],
  ['', '<meta name="robots" content="none">', true],
  ['', '<meta content="noarchive,noindex" name="hoidapcongtacdang">', true],
  ['', '<meta name="googlebot" content="noindex">', false],
  ['', '<meta name="robots" content="index,nofollow">', false],
  ['', '<p>noindex</p>', false],
  ['noindex', '', true],
  ['nofollow, none', '', true],
  ['googlebot: noindex', '', false],
  ['googlebot: nofollow, hoidapcongtacdang: noindex', '', true],
  ['unavailable_after: 25 jun 2030 15:00:00 pst', '', false],
])('keeps to X-Robots-Tag %j and %s: %s', (tag, body, forbidden) =>
  expect(forbidsKeeping(Buffer.from(body), true, tag)).toBe(forbidden),
)
