/** Small fictional documents to look places up in: State style, Party style, a Word file that numbers by itself, one with a nickname. */
import { abstractList, buildDocx, item, list, p } from './build-docx.ts'

const MARK = 'TÀI LIỆU MẪU – HƯ CẤU (tỉnh Lam Giang không có thật)'

const head = (number: string, date: string, kind: string, about: string): string => `${MARK}

TỈNH ỦY LAM GIANG
ĐẢNG ỦY PHƯỜNG AN HÒA
*
Số ${number}

ĐẢNG CỘNG SẢN VIỆT NAM

Lam Giang, ngày ${date}

${kind}
${about}
`

/** One clause of the long article: it does not fit into a message with the others. */
const duty = (n: number): string =>
  `${n}. Tổ trưởng tổ số ${n} ghi sổ theo dõi, nhắc các hộ trong tổ nộp báo cáo đúng hạn, tổng hợp ý kiến của nhân dân, báo cáo chi ủy trước ngày ${n} hằng tháng và lưu hồ sơ tại nhà văn hóa khu phố để các đồng chí trong chi bộ tra cứu khi cần, không để thất lạc.`

export const rulesText = `${head('08-QC/ĐUP', '10 tháng 2 năm 2025', 'QUY CHẾ', 'làm việc của các tổ công tác khu phố')}
Căn cứ Quy định số 27-QĐ/ĐUK ngày 16 tháng 9 năm 2024 của Đảng ủy Khối các cơ quan tỉnh;
Căn cứ tình hình thực tế của Đảng bộ phường;
Xét đề nghị của Văn phòng Đảng ủy phường,

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Quy chế này quy định việc thành lập và làm việc của các tổ công tác khu phố.

Điều 2. Đối tượng áp dụng

1. Các tổ công tác khu phố.

2. Chi bộ khu phố có tổ công tác.

Chương II
TỔ CHỨC VÀ HOẠT ĐỘNG

Điều 3. Thành lập tổ công tác

1. Tổ công tác có từ 3 đến 7 người, gồm:

a) tổ trưởng là đảng viên;

b) tổ phó do tổ bầu;

c) các tổ viên.

2. Chi bộ giới thiệu tổ trưởng.

3. Đảng ủy phường ra quyết định thành lập tổ.

Điều 4. Sinh hoạt của tổ

1. Tổ họp mỗi tháng hai lần.

2. Cuộc họp có biên bản, gửi chi ủy trong 4 ngày.

Điều 5. Nhiệm vụ của tổ trưởng các tổ

${Array.from({ length: 14 }, (_, i) => duty(i + 1)).join('\n\n')}

Chương III
ĐIỀU KHOẢN THI HÀNH

Điều 6. Khen thưởng, khiển trách

1. Tổ làm tốt được biểu dương trước khu phố.

2. Tổ trưởng bỏ họp 3 lần liên tiếp bị khiển trách.

Điều 7. Hiệu lực

Quy chế này có hiệu lực từ ngày 01 tháng 3 năm 2025.

Nơi nhận:
- Đảng ủy phường,
- Các chi bộ khu phố,
- Lưu Văn phòng.

T/M ĐẢNG ỦY
BÍ THƯ
(đã ký)
Ngô Thị Hạnh
`

export const planText = `${head('44-KH/ĐUP', '05 tháng 6 năm 2025', 'KẾ HOẠCH', 'trồng cây và giữ gìn tuyến đường hoa')}
## I. Mục đích

1. Làm đẹp các tuyến đường của phường.
2. Vận động mọi hộ cùng tham gia.

## II. Chỉ tiêu

1. Về cây xanh

1.1. Trồng 350 cây dọc kênh.

1.2. Mỗi hộ nhận chăm 2 cây.

2. Về đường hoa

2.1. Làm mới 4 tuyến đường hoa.

2.2. Mỗi tháng tưới 8 lần, cụ thể:

a) tuần đầu tưới hai lần;
b) các tuần sau tưới hai lần;
c) mùa mưa tưới một lần.

## III. Tổ chức thực hiện

1. Đoàn Thanh niên chủ trì.
2. Hội Phụ nữ phối hợp.
3. Chi bộ theo dõi, báo cáo trước ngày 25 tháng 12.
`

/** Nobody passed it: there is no such congress. */
const plenaryText = `${MARK}

BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 04-NQ/TW

ĐẢNG CỘNG SẢN VIỆT NAM

NGHỊ QUYẾT
HỘI NGHỊ LẦN THỨ TƯ BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XL
về việc thử máy tra cứu theo tên gọi (văn bản mẫu)

I. Về tên gọi

1. Đây là văn bản mẫu để thử máy, không có thật.

II. Về cách tra cứu

1. Người dùng gõ tên gọi tắt.
2. Máy tìm văn bản tự nhận tên ấy.
`

const numbering = [
  abstractList(1, [
    { format: 'decimal', text: 'Điều %1.' },
    { format: 'decimal', text: '%2.' },
    { format: 'lowerLetter', text: '%3)' },
  ]),
  list(1, 1),
].join('')

/** File names and contents. */
export const lookUpFiles = async (): Promise<readonly (readonly [string, string | Buffer])[]> => [
  ['quy-che-08.md', rulesText],
  ['ke-hoach-44.md', planText],
  ['nghi-quyet-mau.md', plenaryText],
  [
    'quy-dinh-61.docx',
    await buildDocx({
      body: [
        ...head('61-QĐ/ĐUP', '20 tháng 8 năm 2025', 'QUY ĐỊNH', 'về quản lý nhà văn hóa khu phố')
          .split('\n')
          .filter(Boolean)
          .map((line) => p(line)),
        item('Mở cửa', 1),
        item('Nhà văn hóa mở cửa từ 7 giờ đến 21 giờ.', 1, 1),
        item('Ngày lễ mở cửa đến 22 giờ, trừ:', 1, 1),
        item('ngày mưa bão;', 1, 2),
        item('ngày mất điện.', 1, 2),
        item('Giữ gìn tài sản', 1),
        item('Mượn bàn ghế phải ghi sổ.', 1, 1),
        item('Làm hỏng phải đền.', 1, 1),
        p('Nơi nhận:'),
        p('- Các khu phố,'),
        p('- Lưu Văn phòng.'),
      ].join(''),
      numbering,
    }),
  ],
]
