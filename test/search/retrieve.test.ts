import { describe, expect, test } from 'vitest'
import { lexicalSections, openLexical } from '../../src/search/lexical/lexical-sections.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import { smallLibrary } from '../support/small-library.ts'

const DUES = {
  id: 'dues',
  title: 'Hướng dẫn về chế độ đảng phí',
  text: 'Đảng viên đóng đảng phí hằng tháng. Đảng viên hưởng lương đóng một phần trăm tiền lương. Đảng viên đang hưởng lương hưu đóng nửa phần trăm. Chi bộ thu đảng phí và nộp lên cấp trên.',
}
const MOVE = {
  id: 'move',
  title: 'Thủ tục chuyển sinh hoạt đảng',
  text: 'Khi thay đổi nơi ở, đảng viên phải làm thủ tục chuyển sinh hoạt đảng. Giấy giới thiệu được nộp cho tổ chức đảng nơi đến trong thời hạn ba mươi ngày.',
}
const ADMIT = {
  id: 'admit',
  title: 'Quy trình kết nạp người vào Đảng',
  text: 'Người vào Đảng phải từ đủ mười tám tuổi. Hồ sơ gồm đơn xin vào Đảng, lý lịch và giấy giới thiệu của hai đảng viên chính thức. Chi bộ xét rồi đề nghị đảng ủy cơ sở.',
}
const CONGRESS = {
  id: 'congress',
  title: 'Phỏng vấn trước đại hội Đảng bộ Khối doanh nghiệp',
  text: 'Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy Khối, cho biết đại hội đề ra chín chỉ tiêu. Nhiệm kỳ qua Khối đã cắt giảm sáu mươi mốt đầu mối.',
}
const FORESTS = {
  id: 'forests',
  title: 'Phủ xanh đồi trọc',
  text: 'Người dân trong bản trồng rừng trên đồi trọc. Mùa mưa năm nay cây sống gần hết, đất không còn bị xói.',
}
const BAND = {
  id: 'band',
  title: 'Ban nhạc của xã biểu diễn',
  text: 'Ban nhạc của xã biểu diễn ở sân đình. Bà con đang vỗ tay thì trời đổ mưa.',
}
const shelf = smallLibrary([DUES, MOVE, ADMIT, CONGRESS, FORESTS, BAND])

describe('the first hit', () => {
  test.each([
    ['Đảng viên hưởng lương đóng đảng phí bao nhiêu?', 'dues'], // the words themselves
    ['dang vien huong luong dong dang phi bao nhieu', 'dues'], // no diacritics
    ['ddangr vieen huwowngr luwowng ddongs ddangr phis bao nhieeu', 'dues'], // raw Telex
    ['đảng viên hưởn lươg đóng đảng phí', 'dues'], // slips of the finger: hưởn, lươg
    ['chuyển xinh hoạt đảng', 'move'], // s/x, as people say it
    ['chuyển shđ cần giấy gì', 'move'], // abbreviation read as sinh hoạt đảng
    ['csd can giay gi', 'move'], // abbreviation without its đ
    ['bao nhiêu tuổi thì đc vào đảng', 'admit'], // chat word among content words
    ['hồ sơ kết nạp gồm những gì', 'admit'], // question words weigh little
    ['bí thư đảng ủy khối là ai', 'congress'], // who
    ['bt đu khối là ai', 'congress'], // bt and đu as bí thư, đảng ủy
    ['61 đầu mối cat giam nhiem ky qua', 'congress'], // half with marks, half without
    ['trồng rừng', 'forests'], // two words are enough
    ['rừng', 'forests'], // one word
  ])('%s → %s', (question, id) => {
    expect(shelf.ids(question)[0]).toBe(id)
  })

  test('marks that were typed tell words apart that are equal without them', () => {
    // đang (being) and đảng (Party) fold alike: the accented side of the index decides
    const twins = smallLibrary([
      { id: 'right', title: 'Hội họp', text: 'Việc xây dựng đảng của xã.' },
      { id: 'wrong', title: 'Hội họp', text: 'Việc xây dựng đang của xã.' },
    ])
    expect(twins.ids('xây dựng đảng')[0]).toBe('right')
    expect(twins.ids('xây dựng đang')[0]).toBe('wrong')
  })
})

describe('what is handed on', () => {
  test('a passage is a slice of its document with the id of its place', () => {
    const { passages } = shelf.find('chuyển sinh hoạt đảng')
    for (const { card, passage, text, id } of passages) {
      const content = shelf.library.content(card.id)!
      expect(text).toBe(content.text.slice(passage.start, passage.end))
      expect(id).toBe(`${card.id}#${content.passages.indexOf(passage)}`)
    }
  })

  test('scores fall, and no passage comes twice', () => {
    const { documents, passages } = shelf.find('đảng viên đóng đảng phí ở chi bộ')
    for (const list of [documents, passages]) {
      expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((a, b) => b - a))
    }
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  })

  test('the strength of a question about something else is far below that of one about what is there', () => {
    const own = shelf.find('đảng viên hưởng lương đóng đảng phí hằng tháng').strength
    const foreign = shelf.find('giá vé máy bay đi Nhật Bản tháng tám').strength
    expect(own).toBeGreaterThan(2 * foreign)
  })

  test.each(['', '   ', '???', '😀', 'qwxz zzkj'])('nothing is found for %j, and nothing breaks', (question) => {
    const { documents, passages, strength } = shelf.find(question)
    expect({ documents, passages, strength }).toEqual({ documents: [], passages: [], strength: 0 })
  })

  test('an empty library answers with nothing', () => {
    const empty = smallLibrary([])
    expect(empty.find('đảng phí')).toMatchObject({ documents: [], passages: [], strength: 0, passageCount: 0 })
  })

  test('a very long question is understood in bounded time and finds the same', () => {
    const long = `${'xin chào các bạn, '.repeat(300)}đảng viên hưởng lương đóng đảng phí bao nhiêu`
    expect(shelf.ids(long)[0]).toBe('dues')
  })
})

describe('preferred documents', () => {
  test('a document that the question names comes first although another matches better', () => {
    expect(shelf.ids('thủ tục giấy giới thiệu')[0]).toBe('move')
    expect(shelf.ids('thủ tục giấy giới thiệu', { preferDocuments: ['admit'] })[0]).toBe('admit')
  })

  test('an id that is not in the library changes nothing', () => {
    expect(shelf.ids('thủ tục giấy giới thiệu', { preferDocuments: ['gone'] })).toEqual(
      shelf.ids('thủ tục giấy giới thiệu'),
    )
  })
})

describe('only some documents', () => {
  test('nothing of another document is found, however well it fits', () => {
    const found = shelf.find('thủ tục giấy giới thiệu', { onlyDocuments: ['admit', 'forests'] })
    expect(found.documents.map(({ card }) => card.id)).toEqual(['admit', 'forests'])
    expect(new Set(found.passages.map(({ card }) => card.id))).toEqual(new Set(['admit', 'forests']))
    expect(found.passages[0]!.text).toContain('giấy giới thiệu của hai đảng viên')
  })

  test('asked of hundreds of documents, the best of them are found as among a few, and none of the others', () => {
    const hundreds = Array.from({ length: 600 }, (_, i) => ({
      id: `note-${i}`,
      title: `Ghi chép ${i}`,
      text: i % 200 === 0 ? `Ghi chép ${i} về giấy giới thiệu.` : `Ghi chép ${i} về mùa màng trong xã.`,
    }))
    const large = smallLibrary([...hundreds, MOVE, ADMIT, FORESTS])
    const asked = 'thủ tục giấy giới thiệu'
    const wanted = ['admit', 'forests', ...hundreds.map(({ id }) => id)]
    const found = large.find(asked, { onlyDocuments: wanted })
    const few = large.find(asked, { onlyDocuments: ['admit', 'note-0', 'note-200', 'note-400'] })
    const shown = ({ documents }: typeof found) =>
      documents.slice(0, 4).map(({ card, score }) => [card.id, score.toFixed(4)])
    expect(shown(found)).toEqual(shown(few))
    expect(found.documents.map(({ card }) => card.id)).not.toContain('move')
  })
})

describe('vectors', () => {
  const passageOf = (id: string): number =>
    shelf.lexical.firstPassage[shelf.library.cards.findIndex((card) => card.id === id)]!

  test('a passage that only vectors find takes part', () => {
    const nearest = { passages: [{ passage: passageOf('band'), similarity: 0.9 }], weight: 2 }
    expect(shelf.ids('đảng phí', { nearest })[0]).toBe('band')
  })

  test('a small weight leaves a clear lexical hit first', () => {
    const nearest = {
      passages: [
        { passage: passageOf('band'), similarity: 0.9 },
        { passage: passageOf('dues'), similarity: 0.2 },
      ],
      weight: 0.1,
    }
    expect(shelf.ids('đảng viên đóng đảng phí', { nearest })[0]).toBe('dues')
  })
})

test('an index that was written and read again finds the same with the same scores', () => {
  const sections = new Map<string, Buffer>()
  for (const [name, view] of lexicalSections(shelf.lexical)) {
    // as a file read into the middle of a larger buffer: not aligned
    const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength)
    sections.set(name, Buffer.concat([Buffer.from('x'), bytes]).subarray(1))
  }
  const lexical = openLexical(sections)
  for (const question of ['đảng phí hằng tháng', 'chuyen shd', 'ddangr uyr', 'hưởn lương', 'ai là bí thư']) {
    const { library } = shelf
    const again = retrieve(question, { library, lexical, top: 10 })
    expect(again).toEqual(shelf.find(question))
  }
})

test('a section that is missing is named', () => {
  const sections = new Map<string, Buffer>()
  expect(() => openLexical(sections)).toThrow('folded')
})

test('what one search leaves behind does not change the next', () => {
  const first = shelf.find('giấy giới thiệu')
  shelf.find('đại hội đề ra chín chỉ tiêu')
  shelf.find('rừng')
  expect(shelf.find('giấy giới thiệu')).toEqual(first)
})
