/** Which questions ask what held before, and which only name a year or a word like it. */
import { expect, test } from 'vitest'
import { askedTime } from '../../src/answer/question/asked-time.ts'

const DAY = '2026-11-01'

test.each([
  ['Trước đây đảng phí đóng bao nhiêu?', 'before'],
  ['dang phi truoc day dong bao nhieu', 'before'],
  ['Quy định cũ về đảng phí thế nào?', 'before'],
  ['quy dinh cu ve dang phi the nao', 'before'],
  ['Năm 2021 thì tuổi kết nạp là bao nhiêu?', 'then'],
  ['nam 2021 tuoi ket nap la bao nhieu', 'then'],
  ['Tuổi kết nạp năm 2021 là bao nhiêu?', 'then'],
  ['mức quà tặng đảng viên cao tuổi năm 2015', 'then'],
  ['Chương trình công tác năm 2023', 'now'],
  ['Vào thời điểm năm 2019 quy định thế nào?', 'then'],
  ['Trước năm 2018 mức quà là bao nhiêu?', 'then'],
  ['Tháng 5/2019 mức quà là bao nhiêu?', 'then'],
  ['Khác gì so với quy định cũ?', 'both'],
  ['Quy định mới thay đổi gì so với trước đây?', 'both'],
  ['Đảng phí đóng bao nhiêu?', 'now'],
  ['Đến năm 2020 kết nạp bao nhiêu đảng viên?', 'now'],
  ['den nam 2020 ket nap bao nhieu dang vien', 'now'],
  ['Chỉ tiêu kết nạp đảng viên năm 2020 là bao nhiêu?', 'now'],
  ['Mục tiêu đến năm 2025 là gì?', 'now'],
  ['Nhiệm kỳ 2015-2020 tỉnh giảm bao nhiêu đơn vị?', 'now'],
  ['Giai đoạn 2016-2020 có những nhiệm vụ gì?', 'now'],
  ['Tôi sinh năm 1965 có được kết nạp không?', 'now'],
  ['Tôi vào Đảng năm 2015 thì bao giờ được tặng huy hiệu?', 'now'],
  ['Trước đây tôi ở huyện, nay chuyển sinh hoạt thế nào?', 'now'],
  ['Đảng viên trước đây bị khai trừ có được kết nạp lại không?', 'now'],
  ['Người đã từng bị kỷ luật có được bầu không?', 'now'],
  ['quy dinh cu the ve dang phi', 'now'],
  ['Quy định cụ thể về đảng phí', 'now'],
  ['NQ 18 năm 2017 nói gì?', 'now'],
  ['Năm 2026 đảng phí đóng bao nhiêu?', 'now'],
  ['Báo cáo năm 2023 có bao nhiêu chi bộ?', 'now'],
])('%s → %s', (question, kind) => {
  expect(askedTime(question, DAY).kind).toBe(kind)
})
