/**
 * Two hundred small facts about an invented province's branches, each with the question after it, honest ways to say it and lies
 * that differ from it by as little as a lie may. TÀI LIỆU MẪU – HƯ CẤU.
 */
export interface Fact {
  readonly question: string
  /** As it stands in its document, without its number. */
  readonly text: string
  readonly honest: readonly string[]
  readonly lies: readonly Lie[]
}

export interface Lie {
  readonly kind: string
  readonly text: string
}

const BRANCHES =
  'Văn thư|Lưu trữ|Kế toán|Thống kê|Thủy lợi|Lâm nghiệp|Khuyến nông|Thú y|Địa chính|Đo đạc|Cầu đường|Bến xe|Bưu điện|Thư viện|Bảo tàng|Nhà hát|Thể thao|Du lịch|Giáo vụ|Khảo thí|Dược liệu|Y tế dự phòng|Cấp cứu|Hộ sinh|Lao động|Dạy nghề|Dân tộc|Tôn giáo|Thanh tra|Pháp chế|Tiếp dân|Cơ yếu|Tin học|Viễn thông|Điện lực|Cấp nước|Môi trường|Khí tượng|Hải quan|Kho bạc'
    .split('|')
    .map((name) => `Chi bộ ${name}`)

const lie = (kind: string, text: string): Lie => ({ kind, text })

const meeting = (branch: string, i: number): Fact => {
  const day = 3 + (i % 23)
  const minutes = 60 + 5 * (i % 9)
  return {
    question: `${branch} sinh hoạt định kỳ vào ngày nào hằng tháng?`,
    text: `${branch} sinh hoạt định kỳ mỗi tháng một lần vào ngày ${day} hằng tháng, mỗi kỳ không dưới ${minutes} phút.`,
    honest: [
      `${branch} sinh hoạt định kỳ vào ngày ${day} hằng tháng.`,
      `Mỗi tháng một lần, vào ngày ${day}, ${branch} sinh hoạt định kỳ.`,
      `${branch} sinh hoạt định kỳ mỗi tháng một lần vào ngày ${day}, mỗi kỳ không dưới ${minutes} phút.`,
    ],
    lies: [
      lie('number', `${branch} sinh hoạt định kỳ vào ngày ${day + 1} hằng tháng.`),
      lie('number', `${branch} sinh hoạt định kỳ mỗi tháng hai lần vào ngày ${day} hằng tháng.`),
      lie('unit', `${branch} sinh hoạt định kỳ mỗi quý một lần vào ngày ${day} hằng tháng.`),
      lie('strength', `${branch} sinh hoạt định kỳ vào ngày ${day} hằng tháng, mỗi kỳ không quá ${minutes} phút.`),
      lie('negation', `${branch} không sinh hoạt định kỳ vào ngày ${day} hằng tháng.`),
      lie('invented', `${branch} sinh hoạt định kỳ vào ngày ${day} hằng tháng theo Quy định số 88-QĐ/TW.`),
    ],
  }
}

const fee = (branch: string, i: number): Fact => {
  const day = 5 + (i % 20)
  const days = 3 + (i % 12)
  return {
    question: `${branch} nộp đảng phí về Đảng ủy Khối trong mấy ngày làm việc?`,
    text: `${branch} thu đảng phí trước ngày ${day} hằng tháng và phải nộp về Đảng ủy Khối trong ${days} ngày làm việc.`,
    honest: [
      `${branch} phải nộp đảng phí về Đảng ủy Khối trong ${days} ngày làm việc.`,
      `${branch} thu đảng phí trước ngày ${day} hằng tháng và nộp về Đảng ủy Khối trong ${days} ngày làm việc.`,
      `Trong ${days} ngày làm việc, ${branch} phải nộp đảng phí về Đảng ủy Khối.`,
    ],
    lies: [
      lie('number', `${branch} phải nộp đảng phí về Đảng ủy Khối trong ${days + 2} ngày làm việc.`),
      lie('unit', `${branch} phải nộp đảng phí về Đảng ủy Khối trong ${days} tháng làm việc.`),
      lie(
        'roles',
        `Đảng ủy Khối thu đảng phí trước ngày ${day} hằng tháng và phải nộp về ${branch} trong ${days} ngày làm việc.`,
      ),
      lie('strength', `${branch} có thể nộp đảng phí về Đảng ủy Khối trong ${days} ngày làm việc.`),
      lie(
        'order',
        `${branch} thu đảng phí sau ngày ${day} hằng tháng và phải nộp về Đảng ủy Khối trong ${days} ngày làm việc.`,
      ),
      lie('name', `${branch} phải nộp đảng phí về Đảng ủy Phường Mây Trắng trong ${days} ngày làm việc.`),
    ],
  }
}

const report = (branch: string, i: number): Fact => {
  const number = 101 + i
  const day = 2 + (i % 26)
  const month = 1 + (i % 12)
  return {
    question: `${branch} gửi báo cáo số liệu đảng viên theo công văn nào?`,
    text: `${branch} gửi báo cáo số liệu đảng viên theo Công văn số ${number}-CV/ĐUK trước ngày ${day} tháng ${month} hằng năm.`,
    honest: [
      `${branch} gửi báo cáo số liệu đảng viên theo Công văn số ${number}-CV/ĐUK.`,
      `Theo Công văn số ${number}-CV/ĐUK, ${branch} gửi báo cáo số liệu đảng viên trước ngày ${day} tháng ${month} hằng năm.`,
      `Báo cáo số liệu đảng viên được ${branch} gửi theo Công văn số ${number}-CV/ĐUK.`,
    ],
    lies: [
      lie('document_number', `${branch} gửi báo cáo số liệu đảng viên theo Công văn số ${number + 1}-CV/ĐUK.`),
      lie('document_number', `${branch} gửi báo cáo số liệu đảng viên theo Công văn số ${number}-CV/TU.`),
      lie(
        'date',
        `${branch} gửi báo cáo số liệu đảng viên theo Công văn số ${number}-CV/ĐUK trước ngày ${day} tháng ${(month % 12) + 1} hằng năm.`,
      ),
      lie('negation', `${branch} chưa gửi báo cáo số liệu đảng viên theo Công văn số ${number}-CV/ĐUK.`),
      lie('link', `${branch} gửi báo cáo số liệu đảng viên theo Công văn số ${number}-CV/ĐUK tại nop-bao-cao.example.`),
      lie(
        'link',
        `${branch} gửi báo cáo số liệu đảng viên theo [Công văn số ${number}-CV/ĐUK](https://gia.example/x).`,
      ),
    ],
  }
}

const inspection = (branch: string, i: number): Fact => {
  const times = 2 + (i % 3)
  const from = 2020 + (i % 3)
  return {
    question: `Ủy ban Kiểm tra kiểm tra ${branch} mấy lần trong nhiệm kỳ?`,
    text: `Trong nhiệm kỳ ${from}-${from + 5}, Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times} lần.`,
    honest: [
      `Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times} lần trong nhiệm kỳ ${from}-${from + 5}.`,
      `Trong nhiệm kỳ ${from}-${from + 5}, ${branch} được Ủy ban Kiểm tra kiểm tra ít nhất ${times} lần.`,
      `Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times} lần.`,
    ],
    lies: [
      lie('number', `Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times + 1} lần trong nhiệm kỳ ${from}-${from + 5}.`),
      lie('year', `Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times} lần trong nhiệm kỳ ${from + 5}-${from + 10}.`),
      lie('year', `Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times} lần trong nhiệm kỳ ${from + 5}-${from}.`),
      lie('strength', `Ủy ban Kiểm tra kiểm tra ${branch} nhiều nhất ${times} lần trong nhiệm kỳ ${from}-${from + 5}.`),
      lie('roles', `Trong nhiệm kỳ ${from}-${from + 5}, ${branch} kiểm tra Ủy ban Kiểm tra ít nhất ${times} lần.`),
      lie('invented', `Điều 99 quy định Ủy ban Kiểm tra kiểm tra ${branch} ít nhất ${times} lần.`),
    ],
  }
}

const admission = (branch: string, i: number): Fact => {
  const year = 2024 + (i % 2)
  const members = 4 + (i % 17)
  const share = 20 + (i % 6) * 5
  return {
    question: `Năm ${year} ${branch} được giao kết nạp bao nhiêu đảng viên?`,
    text: `Năm ${year}, ${branch} được giao kết nạp từ ${members} đảng viên trở lên, trong đó ít nhất ${share}% là nữ.`,
    honest: [
      `Năm ${year}, ${branch} được giao kết nạp từ ${members} đảng viên trở lên.`,
      `${branch} được giao kết nạp từ ${members} đảng viên trở lên trong năm ${year}, ít nhất ${share}% là nữ.`,
      `Trong năm ${year}, ${branch} được giao kết nạp từ ${members} đảng viên trở lên.`,
    ],
    lies: [
      lie('number', `Năm ${year}, ${branch} được giao kết nạp từ ${members + 1} đảng viên trở lên.`),
      lie(
        'number',
        `Năm ${year}, ${branch} được giao kết nạp từ ${members} đảng viên trở lên, trong đó ít nhất ${share + 5}% là nữ.`,
      ),
      lie('year', `Năm ${year + 1}, ${branch} được giao kết nạp từ ${members} đảng viên trở lên.`),
      lie('strength', `Năm ${year}, ${branch} được giao kết nạp từ ${members} đảng viên trở xuống.`),
      lie(
        'strength',
        `Năm ${year}, ${branch} được giao kết nạp từ ${members} đảng viên trở lên, trong đó tất cả là nữ.`,
      ),
      lie(
        'swap',
        `Năm ${year}, ${branch} được giao kết nạp từ ${share} đảng viên trở lên, trong đó ít nhất ${members}% là nữ.`,
      ),
    ],
  }
}

const KINDS = [meeting, fee, report, inspection, admission]

export const facts: readonly Fact[] = BRANCHES.flatMap((branch, i) => KINDS.map((make) => make(branch, i)))

/** The documents in which the facts stand, ten branches each. */
export const factFiles: Readonly<Record<string, string>> = Object.fromEntries(
  [0, 1, 2, 3].map((part) => {
    const articles = BRANCHES.slice(10 * part, 10 * part + 10).map((branch, i) => {
      const items = KINDS.map((make, k) => `${k + 1}. ${make(branch, 10 * part + i).text}`)
      return `Điều ${i + 1}. Nhiệm vụ của ${branch}\n\n${items.join('\n\n')}`
    })
    const number = `${41 + part}-QĐ/ĐUK`
    const head = `TÀI LIỆU MẪU – HƯ CẤU\n\nĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH SÔNG NGÀN\n\nSố ${number}\n\nSông Ngàn, ngày 1${part} tháng 2 năm 2024\n\nQUY ĐỊNH\n\nvề nhiệm vụ của các chi bộ, phần ${part + 1}`
    return [`quy-dinh-${41 + part}.md`, `${head}\n\n${articles.join('\n\n')}\n`]
  }),
)
