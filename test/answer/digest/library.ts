/** Fictional papers of several kinds whose parts, targets and duties are known. */
import { documentOf } from '../library.ts'

const head = (number: string, day: string, kind: string, title: string): string =>
  `TÀI LIỆU MẪU – HƯ CẤU

ĐẢNG ỦY XÃ LAM THƯỢNG

Số ${number}

Lam Thượng, ngày ${day}

${kind}

${title}`

export const resolution = documentOf(
  'nq-07',
  `${head('07-NQ/ĐU', '10 tháng 02 năm 2025', 'NGHỊ QUYẾT', 'về chuyển đổi số và xây dựng nông thôn mới đến năm 2030')}

Phần thứ nhất. Đánh giá tình hình

1. Năm 2024 có 62,5% hộ dân dùng dịch vụ công trực tuyến, tăng 12% so với năm 2023.

2. Đã kết nạp 41 đảng viên, đạt 102,5% chỉ tiêu nghị quyết.

3. Hiện có 18 chi bộ với 402 đảng viên.

Phần thứ hai. Mục tiêu, chỉ tiêu

1. Mục tiêu chung: xây dựng xã nông thôn mới nâng cao, chính quyền gần dân.

2. Chỉ tiêu cụ thể:

a) Đến năm 2027:

- 85% hộ dân dùng dịch vụ công trực tuyến;

- Thu nhập bình quân đầu người đạt 75 triệu đồng/năm;

b) Đến năm 2030:

- 100% thôn có nhà văn hóa đạt chuẩn;

- Giảm tỷ lệ hộ nghèo xuống dưới 1%;

- Kết nạp ít nhất 60 đảng viên mới.

Phần thứ ba. Nhiệm vụ, giải pháp

1. Mở 4 lớp tập huấn kỹ năng số cho tổ công nghệ số cộng đồng.

2. Phấn đấu 95% hồ sơ thủ tục hành chính được trả đúng hạn.

3. Phát huy vai trò nêu gương của người đứng đầu.

Phần thứ tư. Tổ chức thực hiện

1. Ủy ban nhân dân xã xây dựng kế hoạch và bố trí kinh phí.

2. Ủy ban kiểm tra Đảng ủy giám sát việc thực hiện.

3. Nghị quyết này phổ biến đến các chi bộ.

Nơi nhận:

- Ban Thường vụ Tỉnh ủy Lam Giang, 100% chi bộ trực thuộc.

T/M ĐẢNG ỦY

BÍ THƯ

Lý Văn Mẫu`,
  {
    title: 'Nghị quyết về chuyển đổi số và xây dựng nông thôn mới đến năm 2030',
    kind: 'resolution',
    number: '07-NQ/ĐU',
    issuer: 'Đảng ủy xã Lam Thượng',
    date: '2025-02-10',
  },
)

export const regulation = documentOf(
  'qd-15',
  `${head('15-QĐ/ĐU', '02 tháng 3 năm 2025', 'QUY ĐỊNH', 'về bầu cử và đánh giá trong Đảng bộ xã')}

Chương I. QUY ĐỊNH CHUNG

Điều 1. Phạm vi

Quy định này áp dụng cho các chi bộ trực thuộc.

Điều 2. Bầu cử

Người trúng cử phải đạt trên 50% số phiếu hợp lệ.

Chương II. ĐÁNH GIÁ

Điều 3. Xếp loại

1. Chi bộ đạt từ 90 điểm trở lên được xếp loại tốt.

2. Số chi bộ hoàn thành xuất sắc nhiệm vụ không quá 20% tổng số chi bộ.

Điều 4. Hiệu lực

Quy định này có hiệu lực từ ngày ký.`,
  {
    title: 'Quy định về bầu cử và đánh giá trong Đảng bộ xã',
    kind: 'regulation',
    number: '15-QĐ/ĐU',
    issuer: 'Đảng ủy xã Lam Thượng',
    date: '2025-03-02',
  },
)

export const interview = documentOf(
  'bai-bao',
  `Đảng bộ xã Lam Thượng trước đại hội

Đại hội nhiệm kỳ mới dự kiến họp vào quý II. Đảng bộ đề ra 11 chỉ tiêu chủ yếu và xác định 3 khâu đột phá.

Nhiệm kỳ qua, hầu hết các chỉ tiêu đều đạt, trong đó tỷ lệ hộ nghèo còn 2,1%.`,
  { title: 'Đảng bộ xã Lam Thượng trước đại hội', kind: 'article', date: '2025-01-05' },
)

export const secretPlan = documentOf(
  'kh-90',
  `${head('90-KH/ĐU', '05 tháng 4 năm 2025', 'KẾ HOẠCH', 'bồi dưỡng nguồn Kim Tước')}

I. Mục tiêu, chỉ tiêu đến năm 2027

1. 77% cán bộ nguồn Kim Tước được bồi dưỡng.

2. Phấn đấu 33 đồng chí đạt chuẩn chức danh.`,
  {
    title: 'Kế hoạch bồi dưỡng nguồn Kim Tước',
    kind: 'plan',
    number: '90-KH/ĐU',
    issuer: 'Đảng ủy xã Lam Thượng',
    date: '2025-04-05',
  },
  'staff',
)
