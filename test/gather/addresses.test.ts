import { expect, it } from 'vitest'
import { checkUrl, normalUrl } from '../../src/gather/address/check-url.ts'
import { parseHostRule } from '../../src/gather/address/host-rules.ts'
import { isPublicAddress } from '../../src/gather/address/public-address.ts'

it.each([
  '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254', '168.63.129.16',
  '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1',
  '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1',
  '100::1', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:10::1', '2001:db8::1', '2002:7f00:1::', '2002:808:808::1',
  '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2606:4700::1%1',
  '', 'localhost', '1.2.3', '01.2.3.4.5', '0x7f000001',
])('does not take %s for a public address', (address) => expect(isPublicAddress(address)).toBe(false)) // prettier-ignore

it.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '203.113.128.1', '2606:4700::1111', '2405:4800::1', '2a00:1450::1']) // prettier-ignore
('takes %s for a public one', (address) => expect(isPublicAddress(address)).toBe(true)) // prettier-ignore

const ANY = ['lamgiang.vn', '*.lamgiang.vn', 'lamgiang.vn:8443', '127.0.0.1', '10.0.0.5', '[::1]', 'localhost', '8.8.8.8', 'xn--lamging-c2a.vn', 'intranet', 'kho.local'].map((name) => parseHostRule(name)!) // prettier-ignore
const fault = (url: string): string => {
  const checked = checkUrl(url, ANY)
  return checked.ok ? checked.url.href : checked.reason
}

it.each([
  // this machine, however it is written, also where an admin allowed it by name
  ['http://127.0.0.1/', 'private_address'],
  ['http://127.1/', 'private_address'],
  ['http://2130706433/', 'private_address'],
  ['http://017700000001/', 'private_address'],
  ['http://0x7f000001/', 'private_address'],
  ['http://0x7f.0.0.1/', 'private_address'],
  ['http://127.0.0.1./', 'private_address'],
  ['http://１２７.０.０.１/', 'private_address'],
  ['http://①②⑦.⓪.⓪.①/', 'private_address'],
  ['http://127。0。0。1/', 'private_address'],
  ['http://%31%32%37.0.0.1/', 'private_address'],
  ['http://[::1]/', 'private_address'],
  ['http://[0:0:0:0:0:0:0:1]/', 'private_address'],
  ['http://[::ffff:127.0.0.1]/', 'private_address'],
  ['http://[::ffff:7f00:1]/', 'private_address'],
  ['http://[64:ff9b::7f00:1]/', 'private_address'],
  ['http://[fe80::1%25eth0]/', 'bad_url'],
  ['http://localhost/', 'private_address'],
  ['http://LOCALHOST./', 'private_address'],
  ['http://a.localhost/', 'private_address'],
  ['http://10.0.0.5/', 'private_address'],
  ['http://0/', 'private_address'],
  ['http://169.254.169.254/latest/meta-data/', 'private_address'],
  ['http://intranet/', 'private_address'],
  ['http://kho.local/', 'private_address'],
  // what no address of a page looks like
  ['file:///etc/passwd', 'scheme'],
  ['ftp://lamgiang.vn/a', 'scheme'],
  ['gopher://lamgiang.vn/', 'scheme'],
  ['data:text/html,a', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['http://admin:x@lamgiang.vn/', 'userinfo'],
  ['http://lamgiang.vn@127.0.0.1/', 'userinfo'],
  ['http://lamgiang.vn:22/', 'port'],
  ['http://tin.lamgiang.vn:8443/', 'port'],
  ['http://', 'bad_url'],
  ['http://a b/', 'bad_url'],
  [`http://lamgiang.vn/${'a'.repeat(3_000)}`, 'bad_url'],
  ['http://1.2.3.4.5/', 'bad_url'],
  // other hosts, and those that only look like ours
  ['http://example.com/', 'host_not_allowed'],
  ['http://lamgiang.vn.example.com/', 'host_not_allowed'],
  ['http://xlamgiang.vn/', 'host_not_allowed'],
  ['http://lаmgiang.vn/', 'host_not_allowed'],
  ['http://lamgiang.vn%2f@example.com/', 'userinfo'],
  ['http://example.com#@lamgiang.vn/', 'host_not_allowed'],
  ['http://example.com\\@lamgiang.vn/', 'host_not_allowed'],
  // and those that are
  ['HTTP://LamGiang.VN/A#x', 'http://lamgiang.vn/A'],
  ['http://lamgiang.vn./a', 'http://lamgiang.vn/a'],
  ['https://lamgiang.vn:8443/a', 'https://lamgiang.vn:8443/a'],
  ['http://lamgiang.vn:443/', 'http://lamgiang.vn:443/'],
  ['http://tin.lamgiang.vn/', 'http://tin.lamgiang.vn/'],
  ['http://ｌａｍｇｉａｎｇ.vn/', 'http://lamgiang.vn/'],
  ['http://8.8.8.8/', 'http://8.8.8.8/'],
])('takes %s as %s', (url, what) => expect(fault(url)).toBe(what))

it('names a host in one form, and refuses what names none', () => {
  expect(parseHostRule('*.LamGiang.vn')).toEqual({ host: 'lamgiang.vn', below: true, port: null })
  expect(parseHostRule('lâmgiang.vn')!.host).toMatch(/^xn--/)
  for (const wrong of ['', 'a b', 'http://a.vn', 'a.vn/x', 'a.vn:0', 'a.vn:99999', '*', '*.*.vn', 'a@b.vn']) expect(parseHostRule(wrong)).toBeNull() // prettier-ignore
  expect(normalUrl('../b', new URL('http://a.vn/x/y'))).toMatchObject({ url: { href: 'http://a.vn/b' } })
})
