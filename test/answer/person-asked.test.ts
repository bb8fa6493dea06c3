/** "Ai là vợ của …?": answered where somebody is named in that relation, refused where the words alone stand there. */
import { expect, test } from 'vitest'
import { askerOf, documentOf } from './library.ts'

const ask = askerOf([
  documentOf(
    'nguoi-tot',
    `Ông Phan Văn Tuấn năm nay bảy mươi tuổi, sống ở phường Hương Sen từ ngày lấy vợ. Mẹ của Phan Văn Tuấn là bà Lê Thị Nhị, một người thợ dệt.

Chồng của bà Đinh Thị Lựu, ông Hồ Sĩ Thân, từng là bộ đội. Con gái của bà Đinh Thị Lựu hiện làm cô giáo ở trường tiểu học.

Bà Đinh Thị Lựu kể rằng gia đình bà luôn được mẹ Phan Văn Tuấn giúp đỡ, và bố của bà mất sớm.`,
    { title: 'Những gia đình gương mẫu ở phường Hương Sen' },
  ),
  documentOf(
    'hoi-cho',
    `Hội Làm vườn phường Hương Sen họp đầu năm. Chủ tịch Hội Làm vườn Bùi Thế Cường khai mạc buổi họp. Câu lạc bộ Cờ tướng do ông Ngô Quang Vịnh sáng lập đã thi đấu biểu diễn.`,
    { title: 'Hội Làm vườn họp đầu năm' },
  ),
  documentOf('hoi-gia', 'Hội Người cao tuổi phường Hương Sen tặng quà cho các cụ nhân ngày hội.', {
    title: 'Tặng quà người cao tuổi',
  }),
])

test.each([
  ['Mẹ của Phan Văn Tuấn là ai?', 'Lê Thị Nhị'],
  ['me cua Phan Van Tuan la ai', 'Lê Thị Nhị'],
  ['Ai là chồng của bà Đinh Thị Lựu?', 'Hồ Sĩ Thân'],
  ['Chủ tịch Hội Làm vườn là ai?', 'Bùi Thế Cường'],
  ['Ai là người sáng lập Câu lạc bộ Cờ tướng?', 'Ngô Quang Vịnh'],
])('%s → %s', async (question, name) => {
  const answer = await ask(question)
  expect(answer).toMatchObject({ status: 'answered' })
  expect(answer.text).toContain(name)
})

test.each([
  'Vợ của Phan Văn Tuấn là ai?',
  'Ai là con gái của bà Đinh Thị Lựu?',
  'Bố của bà Đinh Thị Lựu',
  'Ai là chủ tịch Hội Người cao tuổi?',
])('%s → nobody is named', async (question) =>
  expect(await ask(question)).toMatchObject({ status: 'refused', reason: 'not_found' }),
)

test('a question about the thing itself is no question for a person', async () =>
  expect(await ask('Con gái của bà Đinh Thị Lựu làm nghề gì?')).toMatchObject({ status: 'answered' }))
