import { describe, expect, it } from 'vitest'
import { readTopic } from '../../src/desk/follow-read.ts'
import { EVERYTHING, type Topic } from '../../src/desk/follow-topic.ts'
import type { Library } from '../../src/search/search-index.ts'

const issuers = ['Đảng ủy Khối các cơ quan', 'Tỉnh ủy Lam Giang', 'Câu lạc bộ Hưu trí Lam Giang']
const library = { cards: issuers.map((issuer) => ({ meta: { issuer } })) } as unknown as Library

const READ: readonly (readonly [typed: string, topic: Partial<Topic>])[] = [
  ['nghị quyết', { kinds: ['resolution'] }],
  ['nghi quyet', { kinds: ['resolution'] }],
  ['các nghị quyết mới', { kinds: ['resolution'] }],
  ['NQ', { kinds: ['resolution'] }],
  ['qđ', { kinds: ['regulation', 'decision'] }],
  ['qui định', { kinds: ['regulation'] }],
  ['Điều lệ', { kinds: ['charter'] }],
  ['nghi dinh', { kinds: ['law'] }],
  ['quy dinh so 27', { number: 'quy định số 27' }],
  ['cho tôi các nghị quyết của tỉnh ủy', { kinds: ['resolution'], body: 'Tỉnh ủy' }],
  ['giúp tôi theo dõi nghị quyết nhé đồng chí', { kinds: ['resolution'] }],
  ['tất cả', {}],
  ['tat ca van ban', {}],
  ['Đảng ủy Khối', { body: 'Đảng ủy Khối' }],
  ['dang uy khoi', { body: 'Đảng ủy Khối' }],
  ['ĐUK', { body: 'Đảng ủy Khối' }],
  ['tỉnh uỷ', { body: 'Tỉnh ủy' }],
  ['văn bản của tỉnh ủy', { body: 'Tỉnh ủy' }],
  ['Ban Bí thư', { body: 'Ban Bí thư' }],
  // begins like no body we know of, but the library has it
  ['cau lac bo huu tri', { body: 'Câu lạc bộ Hưu trí' }],
  ['quy định 27', { number: 'quy định 27' }],
  ['quy dinh 27', { number: 'quy định 27' }],
  ['27-QĐ/ĐUK', { number: '27-QĐ/ĐUK' }],
  ['qđ 27 của đảng ủy khối', { number: 'qđ 27', body: 'Đảng ủy Khối' }],
  ['sinh hoạt chi bộ', { words: 'sinh hoạt chi bộ' }],
  ['về sinh hoạt chi bộ', { words: 'sinh hoạt chi bộ' }],
  ['“sinh hoạt chi bộ”.', { words: 'sinh hoạt chi bộ' }],
  ['shcb', { words: 'sinh hoạt chi bộ' }],
  ['sinh hoatj chi booj', { words: 'sinh hoạt chi bộ' }],
  ['đảng ủy viên', { words: 'đảng ủy viên' }],
  ['nghị quyết về chuyển đổi số', { kinds: ['resolution'], words: 'chuyển đổi số' }],
  ['ke hoach cua tinh uy ve dao tao can bo', { kinds: ['plan'], body: 'Tỉnh ủy', words: 'dao tao can bo' }],
  ['tỉnh ủy về chuyển đổi số', { body: 'Tỉnh ủy', words: 'chuyển đổi số' }],
  // a word that only looks like a short name
  ['hd đảng viên mới', { words: 'hướng dẫn đảng viên' }],
]

describe('what somebody wants to follow', () => {
  it.each(READ)('is read from “%s”', (typed, topic) => {
    expect(readTopic(typed, library)).toEqual({ ok: true, topic: { ...EVERYTHING, ...topic } })
  })

  it.each(['đảng', 'về', 'của', '?', 'và các'])('is asked for again after “%s”, which says too little', (typed) => {
    expect(readTopic(typed, library)).toEqual({ ok: false, reason: 'vague' })
  })

  it('is asked for more briefly where it is a whole sentence', () => {
    const typed =
      'tất cả những văn bản nào nói về việc tổ chức sinh hoạt chi bộ định kỳ hằng tháng ở thôn bản vùng sâu vùng xa'
    expect(readTopic(typed, library)).toEqual({ ok: false, reason: 'long' })
    expect(readTopic('a '.repeat(500), library)).toEqual({ ok: false, reason: 'long' })
  })

  it('names a body as it was typed where the library knows nothing of it', () => {
    expect(readTopic('tinh uy', null)).toEqual({ ok: true, topic: { ...EVERYTHING, body: 'tinh uy' } })
  })
})
