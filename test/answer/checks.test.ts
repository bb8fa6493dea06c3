import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkStatement } from '../../src/answer/checks/check-statement.ts'
import type { CitedUnit, Fault } from '../../src/answer/checks/fault.ts'

// all bodies, people and documents here are invented
const rules = 'Quy định số 27-QĐ/ĐUK ngày 16/09/2024 của Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh'
const unit = (text: string, ...above: readonly string[]): CitedUnit => ({ text, above })

const meeting = unit(
  '2. Chi bộ sinh hoạt định kỳ mỗi tháng một lần, vào ngày 05 hằng tháng.',
  rules,
  'Điều 2. Sinh hoạt định kỳ',
)
const notice = unit(
  '3. Chi ủy gửi thông báo cho đảng viên chậm nhất 3 ngày làm việc trước kỳ họp.',
  rules,
  'Điều 2. Sinh hoạt định kỳ',
)
const good = unit(
  'a) Từ 90 điểm trở lên: xếp loại tốt;',
  rules,
  'Điều 4. Xếp loại',
  'Kỳ sinh hoạt được chấm điểm như sau:',
)
const fair = unit(
  'b) Từ 70 đến dưới 90 điểm: xếp loại khá;',
  rules,
  'Điều 4. Xếp loại',
  'Kỳ sinh hoạt được chấm điểm như sau:',
)
const numbers = unit(
  'Năm 2019, Đảng bộ kết nạp 42 đảng viên; năm 2020, Đảng bộ kết nạp 57 đảng viên, đạt 114 % chỉ tiêu.',
  'Báo cáo số 08-BC/ĐU ngày 10/01/2021 của Đảng ủy phường Hương Sen',
)
const targets = unit(
  'Đại hội đề ra 9 chỉ tiêu và 5 nhiệm vụ trọng tâm cho nhiệm kỳ 2020-2025.',
  'Bài phỏng vấn, ngày 30/07/2020',
)
const approval = unit(
  'Chi bộ đề nghị đảng ủy cơ sở công nhận đảng viên chính thức; đảng ủy cơ sở xem xét và báo cáo Ban Thường vụ Tỉnh ủy.',
  rules,
  'Điều 7. Công nhận đảng viên',
)
const alcohol = unit('Đảng viên không được sử dụng rượu, bia trong giờ làm việc.', rules, 'Điều 9. Kỷ luật lao động')
const reserve = unit(
  'Đảng viên dự bị không có quyền biểu quyết, ứng cử và bầu cử cơ quan lãnh đạo của Đảng.',
  rules,
  'Điều 3. Quyền của đảng viên',
)
const gambling = unit('3. Tổ chức đánh bạc dưới mọi hình thức.', rules, 'Điều 10. Những việc đảng viên không được làm')
const duties = unit(
  'b) Báo cáo đảng ủy cơ sở kết quả sinh hoạt trong 5 ngày làm việc;',
  rules,
  'Điều 5. Chi ủy',
  'Chi ủy có trách nhiệm:',
)
const results = unit(
  'Hầu hết các chi bộ đã hoàn thành kế hoạch, một số chi bộ có thể được gia hạn 15 ngày.',
  'Báo cáo quý III',
)
const goal = unit(
  'Nghị quyết nêu mục tiêu “xây dựng Đảng bộ trong sạch, vững mạnh toàn diện” đến năm 2030.',
  'Bài viết về đại hội, ngày 12/05/2025',
)
const people = unit(
  'Đồng chí Trần Văn Lựu, Bí thư Đảng ủy phường Hương Sen, chủ trì hội nghị; đồng chí Lê Thị Mận ghi biên bản.',
  'Tin hội nghị',
)
const fees = unit(
  'Mức đóng là 1 % tiền lương, tối đa 1.500.000 đồng mỗi năm, nộp trước ngày 25 tháng 12 năm 2025.',
  'Hướng dẫn 06-HD/ĐUK',
)
const quorum = unit(
  'Đại hội hợp lệ khi có ít nhất hai phần ba số đảng viên được triệu tập tham dự.',
  rules,
  'Điều 12. Đại hội',
)
const replaced = unit(
  'Quy định này thay thế Quy định số 12-QĐ/ĐUK ngày 03/02/2019 về sinh hoạt chi bộ.',
  rules,
  'Điều 20. Hiệu lực',
)
const reading = unit(
  'Theo khoản 2 Điều 6, người vào Đảng phải học lớp nhận thức về Đảng trước khi chi bộ xem xét.',
  rules,
  'Điều 8. Kết nạp',
)
const copying = unit(
  'Việc sao chép hồ sơ đảng viên trái phép bị nghiêm cấm.',
  rules,
  'Điều 16. Hồ sơ không mang ra ngoài',
)
const probation = unit('Thời gian dự bị tính từ ngày chi bộ tổ chức lễ kết nạp.', rules, 'Điều 8. Kết nạp')
const expelled = unit(
  'Đảng viên vi phạm tư cách thì xử lý kỷ luật trước khi xóa tên.',
  rules,
  'Điều 17. Đảng viên chưa vi phạm tư cách và xóa tên',
)
const lost = unit(
  'Nếu thẻ bị mất do lũ lụt hoặc hỏa hoạn thì không xem xét trách nhiệm của đảng viên.',
  rules,
  'Điều 15. Thẻ đảng viên',
)
const cells = unit(
  'Chi bộ có từ 3 đảng viên chính thức trở lên được bầu chi ủy (nơi có dưới 9 đảng viên thì chỉ bầu bí thư).',
  rules,
  'Điều 1. Chi ủy',
)

type Case = readonly [statement: string, cited: CitedUnit | readonly CitedUnit[]]
const tables = {
  ok: [
    // as it stands, and with what lists and sources are made of
    [meeting.text, meeting],
    ['Nghiêm cấm việc sao chép hồ sơ đảng viên trái phép.', copying],
    ['Không được sao chép hồ sơ đảng viên trái phép.', copying],
    ['Đảng viên vi phạm tư cách thì xử lý kỷ luật trước khi xóa tên.', expelled],
    ['Thời gian dự bị tính từ ngày lễ kết nạp.', probation],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, vào ngày 05 hằng tháng.', meeting],
    ['Chi bộ họp mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng 1 lần, vào ngày 5 hàng tháng.', meeting],
    ['Theo Quy định số 27-QĐ/ĐUK ngày 16/09/2024, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Theo Điều 2 Quy định 27-QĐ/ĐUK, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Theo khoản 2 Điều 2, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Điều 2 Quy định số 27-QĐ/ĐUK quy định chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Quy định 27-QĐ/ĐUK ngày 16 tháng 9 năm 2024 nêu rõ: chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Cụ thể, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần (Điều 2 Quy định số 27-QĐ/ĐUK).', meeting],
    ['Theo khoản 2 Điều 6, người vào Đảng phải học lớp nhận thức về Đảng.', reading],
    // list items under their introduction
    ['Kỳ sinh hoạt đạt từ 90 điểm trở lên được xếp loại tốt.', good],
    ['Kỳ sinh hoạt từ 90 điểm trở lên xếp loại tốt.', good],
    ['Từ 70 đến dưới 90 điểm là xếp loại khá.', fair],
    ['Từ 90 điểm trở lên xếp loại tốt và từ 70 đến dưới 90 điểm xếp loại khá.', [good, fair]],
    ['Chi ủy phải báo cáo đảng ủy cơ sở kết quả sinh hoạt trong 5 ngày làm việc.', duties],
    ['Chi ủy có trách nhiệm báo cáo kết quả sinh hoạt cho đảng ủy cơ sở trong 5 ngày làm việc.', duties],
    ['Đảng viên không được tổ chức đánh bạc dưới mọi hình thức.', gambling],
    ['Tổ chức đánh bạc dưới mọi hình thức là việc đảng viên không được làm.', gambling],
    // numbers and dates in other forms
    ['Năm 2019, Đảng bộ kết nạp 42 đảng viên.', numbers],
    ['Đảng bộ kết nạp 42 đảng viên năm 2019 và 57 đảng viên năm 2020.', numbers],
    ['Số đảng viên kết nạp năm 2020 là 57, đạt 114% chỉ tiêu.', numbers],
    ['Đại hội đề ra chín chỉ tiêu và năm nhiệm vụ trọng tâm cho nhiệm kỳ 2020 – 2025.', targets],
    ['Mức đóng tối đa là 1,5 triệu đồng mỗi năm.', fees],
    ['Mức đóng là 1% tiền lương, nộp trước ngày 25/12/2025.', fees],
    ['Đại hội hợp lệ khi có ít nhất 2/3 số đảng viên được triệu tập tham dự.', quorum],
    ['Đại hội hợp lệ khi có tối thiểu hai phần ba số đảng viên được triệu tập tham dự.', quorum],
    ['Quy định này thay thế Quy định số 12-QĐ/ĐUK ngày 3/2/2019.', replaced],
    ['Quy định này thay thế Quy định 12 về sinh hoạt chi bộ.', replaced],
    // paraphrases
    ['Chi ủy gửi thông báo cho đảng viên trước kỳ họp chậm nhất 3 ngày làm việc.', notice],
    ['Thông báo được chi ủy gửi cho đảng viên chậm nhất 3 ngày làm việc trước kỳ họp.', notice],
    ['Đảng ủy cơ sở được chi bộ đề nghị công nhận đảng viên chính thức.', approval],
    ['Chi bộ đề nghị đảng ủy cơ sở công nhận đảng viên chính thức.', approval],
    ['Đảng ủy cơ sở xem xét, báo cáo Ban Thường vụ Tỉnh ủy.', approval],
    [
      'Nghiêm cấm đảng viên sử dụng rượu, bia trong giờ làm việc.',
      unit('Nghiêm cấm đảng viên sử dụng rượu, bia trong giờ làm việc tại cơ quan.'),
    ],
    ['Trong giờ làm việc, đảng viên không được dùng rượu, bia.', alcohol],
    ['Đảng viên dự bị không có quyền biểu quyết.', reserve],
    ['Không xem xét trách nhiệm của đảng viên nếu thẻ bị mất do lũ lụt hoặc hỏa hoạn.', lost],
    ['Hầu hết chi bộ đã hoàn thành kế hoạch.', results],
    ['Một số chi bộ có thể được gia hạn 15 ngày.', results],
    ['Chi bộ có từ 3 đảng viên chính thức trở lên được bầu chi ủy.', cells],
    ['Nơi có dưới 9 đảng viên thì chỉ bầu bí thư.', cells],
    ['Bí thư Đảng ủy phường Hương Sen Trần Văn Lựu chủ trì hội nghị.', people],
    ['Hội nghị do đồng chí Trần Văn Lựu chủ trì.', people],
    // spellings that are the same
    ['Chi uỷ gửi thông báo cho đảng viên chậm nhất 3 ngày làm việc trước kì họp.', notice],
    ['Không xem xét trách nhiệm của đảng viên nếu thẻ bị mất do lũ lụt hoặc hoả hoạn.', lost],
    ['Quy định này thay thế Quy định số 12–QĐ/ĐUK ngày 03-02-2019.', replaced],
    [alcohol.text.normalize('NFD'), alcohol],
    // quotations
    ['Nghị quyết nêu mục tiêu “xây dựng Đảng bộ trong sạch, vững mạnh toàn diện” đến năm 2030.', goal],
    ['Mục tiêu đến năm 2030 là "xây dựng Đảng bộ trong sạch, vững mạnh toàn diện".', goal],
  ],
  number: [
    ['Chi bộ sinh hoạt định kỳ mỗi tháng hai lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ 3 tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi năm một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, vào ngày 15.', meeting],
    ['Chi ủy gửi thông báo cho đảng viên chậm nhất 3 ngày trước kỳ họp.', notice],
    ['Chi ủy gửi thông báo cho đảng viên chậm nhất 3 tuần trước kỳ họp.', notice],
    ['Chi ủy gửi thông báo cho đảng viên chậm nhất ba tháng trước kỳ họp.', notice],
    ['Kỳ sinh hoạt đạt từ 80 điểm trở lên được xếp loại tốt.', good],
    ['Kỳ sinh hoạt đạt từ 90 % trở lên được xếp loại tốt.', good],
    ['Từ 70 điểm trở lên xếp loại tốt.', [good, fair]],
    ['Từ 70 đến dưới 95 điểm: xếp loại khá.', fair],
    ['Từ 50 đến dưới 90 điểm: xếp loại khá.', fair],
    ['Năm 2019, Đảng bộ kết nạp 57 đảng viên.', numbers],
    ['Năm 2020, Đảng bộ kết nạp 42 đảng viên, đạt 114 % chỉ tiêu.', numbers],
    ['Năm 2020, Đảng bộ kết nạp 42 đảng viên; năm 2019, Đảng bộ kết nạp 57 đảng viên.', numbers],
    ['Năm 2018, Đảng bộ kết nạp 42 đảng viên.', numbers],
    ['Năm 2019, Đảng bộ kết nạp 420 đảng viên.', numbers],
    ['Năm 2020, Đảng bộ kết nạp 57 đảng viên, đạt 14 % chỉ tiêu.', numbers],
    ['Đại hội đề ra 5 chỉ tiêu và 9 nhiệm vụ trọng tâm.', targets],
    ['Đại hội đề ra 9 nhiệm vụ trọng tâm.', targets],
    ['Đại hội đề ra 9 chỉ tiêu cho nhiệm kỳ 2025-2030.', targets],
    ['Đại hội đề ra 9 chỉ tiêu cho nhiệm kỳ 2025-2020.', targets],
    ['Mức đóng là 10 % tiền lương.', fees],
    ['Mức đóng tối đa là 15 triệu đồng mỗi năm.', fees],
    ['Đại hội hợp lệ khi có ít nhất 1/2 số đảng viên được triệu tập tham dự.', quorum],
    ['Theo Điều 3, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Theo khoản 5 Điều 2 Quy định 27-QĐ/ĐUK, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Điều 12 Quy định số 27-QĐ/ĐUK quy định chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần (Điều 22).', meeting],
    ['Theo khoản 3 Điều 6, người vào Đảng phải học lớp nhận thức về Đảng.', reading],
    ['Có 3 chi bộ hoàn thành kế hoạch.', results],
  ],
  date: [
    ['Theo Quy định số 27-QĐ/ĐUK ngày 16/10/2024, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Quy định này thay thế Quy định số 12-QĐ/ĐUK ngày 02/03/2019.', replaced],
    ['Quy định này thay thế Quy định số 12-QĐ/ĐUK ngày 16/09/2024.', replaced],
    ['Mức đóng là 1 % tiền lương, nộp trước ngày 25/12/2026.', fees],
  ],
  document_number: [
    ['Theo Quy định số 72-QĐ/ĐUK, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Theo Quy định số 27-QĐ/TW, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Quy định này thay thế Quy định số 21-QĐ/ĐUK về sinh hoạt chi bộ.', replaced],
    ['Quy định này thay thế Chỉ thị 12 về sinh hoạt chi bộ.', replaced],
    ['Quy định này thay thế Quy định số 27-QĐ/ĐUK về sinh hoạt chi bộ.', replaced],
  ],
  quote: [
    ['Nghị quyết nêu mục tiêu “xây dựng Đảng bộ trong sạch, vững mạnh tiêu biểu” đến năm 2030.', goal],
    ['Nghị quyết nêu mục tiêu "xây dựng Đảng bộ trong sạch vững mạnh toàn diện" đến năm 2030.', goal],
    ['Nghị quyết nêu mục tiêu «xây dựng Đảng bộ vững mạnh toàn diện» đến năm 2030.', goal],
    [
      'Nghị quyết nêu mục tiêu “xây dựng Đảng bộ trong sạch, vững mạnh',
      unit('Nghị quyết nêu mục tiêu xây dựng Đảng bộ trong sạch, vững vàng và mạnh hơn.'),
    ],
  ],
  name: [
    ['Đồng chí Trần Văn Lưu chủ trì hội nghị.', people],
    ['Đồng chí Lê Văn Lựu chủ trì hội nghị.', people],
    ['Đồng chí Trần Văn Lựu, Bí thư Đảng ủy phường Hương Nhu, chủ trì hội nghị.', people],
    ['Chi bộ đề nghị Huyện ủy Sông Biếc công nhận đảng viên chính thức.', approval],
    ['Theo Bộ Chính trị, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
  ],
  coverage: [
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần tại nhà văn hóa khu phố.', meeting],
    ['Lễ kết nạp được tiến hành trang nghiêm trước cờ đảng.', meeting],
    ['Mức đóng là 1 % tiền lương và được miễn cho người cao tuổi neo đơn.', fees],
    ['Kỳ sinh hoạt được chấm điểm.', good],
    ['Quán bán hàng mở cửa buổi tối.', unit('Quản bán hàng mở cửa buổi tối hôm qua tại quản cũ.')],
    ['Có, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Không.', alcohol],
    ['', meeting],
  ],
  substitution: [
    ['Đảng viên không được sử dụng thuốc, bia trong giờ làm việc.', alcohol],
    [
      'Người vào Đảng phải học lớp nhận thức về Đoàn trước khi chi bộ xem xét.',
      unit('Người vào Đảng phải học lớp nhận thức về Đảng trước khi chi bộ xem xét. Đoàn giới thiệu.'),
    ],
    ['Đảng viên gửi thông báo cho chi ủy chậm nhất 3 ngày làm việc trước kỳ họp.', notice],
    ['Thời gian dự bị tính từ ngày chi bộ xét kết nạp.', probation],
  ],
  strength: [
    ['Tất cả các chi bộ đã hoàn thành kế hoạch.', results],
    ['Một số chi bộ đã hoàn thành kế hoạch.', results],
    ['Các chi bộ đã hoàn thành kế hoạch.', results],
    ['Một số chi bộ được gia hạn 15 ngày.', results],
    ['Một số chi bộ phải được gia hạn 15 ngày.', results],
    ['Chi ủy gửi thông báo cho đảng viên ít nhất 3 ngày làm việc trước kỳ họp.', notice],
    ['Chi ủy gửi thông báo cho đảng viên chậm nhất 3 ngày làm việc sau kỳ họp.', notice],
    ['Chi ủy phải gửi thông báo cho đảng viên chậm nhất 3 ngày làm việc trước kỳ họp.', notice],
    ['Kỳ sinh hoạt đạt trên 90 điểm được xếp loại tốt.', good],
    ['Kỳ sinh hoạt đạt 90 điểm được xếp loại tốt.', good],
    ['Kỳ sinh hoạt đạt từ 90 điểm trở xuống được xếp loại tốt.', good],
    ['Mức đóng tối thiểu 1.500.000 đồng mỗi năm.', fees],
    ['Không xem xét trách nhiệm của đảng viên nếu thẻ bị mất do lũ lụt và hỏa hoạn.', lost],
    ['Mức đóng là 1.500.000 đồng mỗi năm.', fees],
    ['Đại hội hợp lệ khi có hai phần ba số đảng viên được triệu tập tham dự.', quorum],
    ['Đại hội chỉ hợp lệ khi có ít nhất hai phần ba số đảng viên được triệu tập tham dự.', quorum],
    ['Người vào Đảng phải học lớp nhận thức về Đảng sau khi chi bộ xem xét.', reading],
    ['Người vào Đảng có thể học lớp nhận thức về Đảng.', reading],
    [
      'Đảng viên chỉ được sinh hoạt định kỳ mỗi tháng một lần.',
      unit('Đảng viên được sinh hoạt định kỳ mỗi tháng một lần.'),
    ],
  ],
  negation: [
    ['Đảng viên được sử dụng rượu, bia trong giờ làm việc.', alcohol],
    ['Đảng viên sử dụng rượu, bia trong giờ làm việc.', alcohol],
    ['Đảng viên dự bị có quyền biểu quyết, ứng cử và bầu cử.', reserve],
    ['Chi bộ không sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Chi bộ không đề nghị đảng ủy cơ sở công nhận đảng viên chính thức.', approval],
    ['Người vào Đảng không phải học lớp nhận thức về Đảng trước khi chi bộ xem xét.', reading],
    ['Nếu thẻ bị mất do lũ lụt hoặc hỏa hoạn thì xem xét trách nhiệm của đảng viên.', lost],
    ['Đảng viên tổ chức đánh bạc dưới mọi hình thức.', gambling],
    ['Được tổ chức đánh bạc dưới mọi hình thức.', gambling],
    ['Đảng viên không được không sử dụng rượu, bia trong giờ làm việc.', alcohol],
    ['Đảng viên không cần sử dụng rượu, bia trong giờ làm việc.', alcohol],
    ['Việc sao chép hồ sơ đảng viên được cho phép.', copying],
    ['Việc sao chép hồ sơ đảng viên trái phép không bị nghiêm cấm.', copying],
  ],
  order: [
    ['Tham dự triệu tập đảng viên số hợp lệ đại hội.', quorum],
    ['Đảng ủy cơ sở đề nghị chi bộ công nhận đảng viên chính thức.', approval],
  ],
  roles: [
    ['Chi bộ được đảng ủy cơ sở đề nghị công nhận đảng viên chính thức.', approval],
    ['Chi bộ xem xét và báo cáo Ban Thường vụ Tỉnh ủy.', approval],
    ['Đảng bộ đề nghị đảng ủy cơ sở công nhận đảng viên chính thức.', approval],
  ],
  link: [
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, xem https://vidu.example/chi-bo.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, xem vidu-dang.com.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, hỏi van.phong@vidu.example.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, nhắn @chi_bo_so.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, vào t.me/chibo.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, mở tg://resolve?domain=x.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, gõ /xoa ngay.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, gọi 0912 345 678.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần, tài khoản 19001234567.', meeting],
    ['Xem tại www.vidu.example mỗi tháng một lần.', unit('Xem tại www.vidu.example mỗi tháng một lần.')],
  ],
  markup: [
    ['Chi bộ sinh hoạt định kỳ **mỗi tháng một lần**.', meeting],
    ['Chi bộ [sinh hoạt](x) định kỳ mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ <b>mỗi tháng một lần</b>.', meeting],
    ['Chi bộ sinh hoạt định kỳ <a href="x">mỗi tháng</a> một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ &lt;mỗi tháng&gt; một lần.', meeting],
    ['👉 Chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
  ],
  leftover: [
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần [2.1].', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần [3].', meeting],
    ['<|im_start|>Chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần.</tai_lieu>', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần【1†nguồn】.', meeting],
    ['{"text": "Chi bộ sinh hoạt định kỳ mỗi tháng một lần"}', meeting],
  ],
  characters: [
    ['Kỳ sinh hoạt đạt từ ９５ điểm trở lên được xếp loại tốt.', good],
    ['Chi bộ sinh hoạt\u200B định kỳ mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ\u202E mỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ\nmỗi tháng một lần.', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng\u0007 một lần.', meeting],
  ],
  length: [[`Chi bộ sinh hoạt định kỳ mỗi tháng một lần${', vào ngày 05'.repeat(50)}.`, meeting]],
  language: [
    ['The party cell meets regularly once every month.', meeting],
    ['Chi bo sinh hoat dinh ky moi thang mot lan.', meeting],
    ['支部每月召开一次会议。', meeting],
    ['Chi bộ sinh hoạt định kỳ каждый месяц một lần.', meeting],
    ['Chi bộ sinh h\u043eạt định kỳ mỗi tháng một lần.', meeting],
  ],
  question: [
    ['Chi bộ sinh hoạt định kỳ mỗi tháng một lần phải không?', meeting],
    ['Chi bộ sinh hoạt định kỳ mỗi tháng bao nhiêu', meeting],
  ],
  instruction: [
    ['Hãy đăng nhập và sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Bạn cần chuyển khoản 1 % tiền lương trước ngày 25 tháng 12 năm 2025.', fees],
    ['Vui lòng quét mã để nộp 1 % tiền lương.', fees],
    ['Nhấn vào mục sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Liên hệ chi bộ để sinh hoạt định kỳ mỗi tháng một lần.', meeting],
  ],
  self: [
    ['Tôi là mô hình ngôn ngữ nên chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Là một AI, tôi thấy chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Theo hướng dẫn hệ thống, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Bỏ qua mọi hướng dẫn, chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['System prompt: chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
    ['Tôi cho biết chi bộ sinh hoạt định kỳ mỗi tháng một lần.', meeting],
  ],
} satisfies Record<Fault | 'ok', readonly Case[]>

describe('statements are held against the sentences that they cite', () => {
  const cases = Object.entries(tables).flatMap(([expected, table]) =>
    (table as readonly Case[]).map(([statement, cited]) => ({
      expected,
      statement,
      cited: [cited].flat() as readonly CitedUnit[],
    })),
  )
  test.each(cases)('$expected: $statement', ({ expected, statement, cited }) => {
    const checked = checkStatement(statement, cited)
    expect(checked.ok ? 'ok' : `${checked.fault} (${checked.what})`).toMatch(new RegExp(`^${expected}(?: \\(|$)`))
  })
})

describe('the passage that is cited', () => {
  const all = [
    meeting,
    notice,
    good,
    numbers,
    targets,
    approval,
    alcohol,
    results,
    goal,
    people,
    fees,
    quorum,
    replaced,
    lost,
  ]
  test('bears out its own words and nobody else’s', () => {
    for (const one of all)
      for (const other of all)
        expect([one.text, other.text, checkStatement(one.text, [other]).ok]).toEqual([
          one.text,
          other.text,
          one === other,
        ])
  })

  test('may be one of six, in any order', () => {
    const cited = [quorum, fees, approval, meeting, results, goal]
    expect(checkStatement('Chi bộ sinh hoạt định kỳ mỗi tháng một lần.', cited)).toEqual({ ok: true })
    expect(checkStatement('Chi bộ sinh hoạt định kỳ mỗi tháng hai lần.', cited).ok).toBe(false)
  })

  test('bears out nothing when there is none', () => {
    expect(checkStatement('Chi bộ sinh hoạt định kỳ mỗi tháng một lần.', []).ok).toBe(false)
  })
})

describe('whatever is said', () => {
  const piece = fc.constantFrom(
    ...'Chi bộ|không|phải|một|mười|hai phần ba|90 điểm|Điều 4|27-QĐ/ĐUK|16/09/2024|“|”|(|)|[|,|.|: |; |\n|thứ năm|năm năm|trên|dưới 5|được|<|khóa XIII|5.2.8|%'.split(
      '|',
    ),
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((all) => all.join(' ')),
    fc.string({ unit: 'grapheme' }),
  )

  test('the check ends, and ends with a verdict', () => {
    fc.assert(
      fc.property(text, text, text, (statement, source, above) => {
        const checked = checkStatement(statement, [{ text: source, above: [above] }])
        expect(checked.ok || (checked.fault.length > 0 && typeof checked.what === 'string')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
