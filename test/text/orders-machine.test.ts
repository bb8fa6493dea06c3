import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ordersMachine } from '../../src/text/orders-machine.ts'
import { unitsOf } from '../../src/text/units/sentences.ts'
import { plantedPayloads } from '../attacks/planted-payloads.ts'

/** Sentences that speak of answering, machines or orders as documents do. */
const ORDINARY = [
  'Đẩy mạnh ứng dụng trí tuệ nhân tạo trong công tác văn phòng cấp ủy.',
  'Trợ lý của đồng chí bí thư phải có trình độ đại học trở lên.',
  'Khi trả lời đơn thư, cấp ủy phải nêu rõ căn cứ.',
  'Chi bộ phải trả lời đảng viên trong 15 ngày kể từ khi nhận được ý kiến.',
  'Người được chất vấn có trách nhiệm trả lời đầy đủ, đúng nội dung chất vấn.',
  'Không được bỏ qua ý kiến khác nhau của đảng viên khi biểu quyết.',
  'Hệ thống thông tin của Đảng phải được bảo vệ nhiều lớp.',
  'Cấp ủy chỉ đạo thực hiện nghiêm các chỉ thị trước đó của Trung ương.',
  'Câu trả lời của cấp ủy phải bằng văn bản.',
  'Khi được hỏi ý kiến, đảng viên phát biểu trung thực.',
  'Đảng viên phải ghi rõ họ tên vào phiếu; mẫu phiếu ở phụ lục.',
  'Cán bộ tiếp công dân phải trả lời cho người hỏi trong thời hạn 10 ngày làm việc.',
  'Người hỏi phải nêu rõ họ tên, địa chỉ.',
  'Báo cáo viên có trách nhiệm giải thích cho người hỏi về nội dung nghị quyết.',
  'Khi có người hỏi thì đảng viên phải giải thích chủ trương của Đảng.',
  '-- Chi bộ họp mỗi tháng một lần.',
  'Khi có yêu cầu, chi ủy báo cáo bổ sung bằng văn bản.',
]

it.each(ORDINARY)('takes for an ordinary sentence: %s', (sentence) => {
  expect(ordersMachine(sentence)).toBe(false)
})

it('finds no order in the samples', () => {
  for (const name of ['nghi-quyet-05-nq-duk.md', 'bai-phong-van-dang-bo-khoi-2020.md']) {
    const text = readFileSync(new URL(`../../data/documents/${name}`, import.meta.url), 'utf8')
    const found = unitsOf(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter(ordersMachine)
    expect(found).toEqual([])
  }
})

it('knows most orders that may be planted for what they are', () => {
  const missed = plantedPayloads.filter(({ text }) => !ordersMachine(text))
  // wording is a sieve, not a wall: what passes it is still held to the sentence that it cites
  expect(missed.length / plantedPayloads.length).toBeLessThanOrEqual(0.4)
})
