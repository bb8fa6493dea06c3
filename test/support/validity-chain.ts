/** Fictional papers of the invented province of Lam Giang: three regulations that replace one another, and what may be taken for them. */

const MARK = 'TÀI LIỆU MẪU – HƯ CẤU (tỉnh Lam Giang không có thật)'

const issued = (body: string, number: string, place: string, date: string, type: string, rest: string): string =>
  [MARK, body, `Số ${number}`, 'ĐẢNG CỘNG SẢN VIỆT NAM', `${place}, ngày ${date}`, type, rest].join('\n\n')

const province = (number: string, date: string, type: string, rest: string): string =>
  issued('TỈNH ỦY LAM GIANG', number, 'Lam Giang', date, type, rest)

const gifts = (years: number, gift: string, days: number, times: string): string => `Điều 1. Đối tượng

Đảng viên cao tuổi được thăm hỏi, tặng quà là đảng viên từ đủ ${years} tuổi trở lên đang sinh hoạt tại các chi bộ trong tỉnh.

Điều 2. Mức quà tặng

Mức quà tặng đảng viên cao tuổi là ${gift} đồng mỗi người, mỗi lần thăm hỏi.

Điều 3. Số lần thăm hỏi

${times}

Điều 4. Gửi danh sách

Chi bộ gửi danh sách đảng viên cao tuổi lên đảng ủy cơ sở trước ngày thăm hỏi ít nhất ${days} ngày.`

const about = 'về chế độ thăm hỏi, tặng quà đảng viên cao tuổi'

export const CHAIN: Readonly<Record<string, string>> = {
  'quy-dinh-09': province(
    '09-QĐ/TU',
    '12 tháng 3 năm 2012',
    'QUY ĐỊNH',
    `${about}\n\n${gifts(75, '300.000', 20, 'Mỗi năm thăm hỏi đảng viên cao tuổi một lần, vào dịp Tết Nguyên đán.')}

Cụ nào được tặng áo ấm thì chi bộ ghi vào sổ theo dõi áo ấm.

Điều 5. Hiệu lực

Quy định này có hiệu lực kể từ ngày ký.`,
  ),
  'quy-dinh-15': province(
    '15-QĐ/TU',
    '20 tháng 6 năm 2018',
    'QUY ĐỊNH',
    `${about}\n\n${gifts(70, '500.000', 15, 'Mỗi năm thăm hỏi đảng viên cao tuổi hai lần, vào dịp Tết Nguyên đán và ngày 27 tháng 7.')}

Điều 5. Hiệu lực

Quy định này có hiệu lực từ ngày 01 tháng 7 năm 2018 và thay thế Quy định số 09-QĐ/TU ngày 12/3/2012 của Ban Thường vụ Tỉnh ủy Lam Giang.`,
  ),
  'quy-dinh-33': province(
    '33-QĐ/TU',
    '05 tháng 9 năm 2024',
    'QUY ĐỊNH',
    `${about}\n\n${gifts(65, '800.000', 10, 'Mỗi năm thăm hỏi đảng viên cao tuổi ba lần, vào dịp Tết Nguyên đán, ngày 27 tháng 7 và ngày 03 tháng 02.')}

Điều 5. Hiệu lực

Quy định này có hiệu lực từ ngày 01 tháng 10 năm 2024 và thay thế Quy định số 15-QĐ/TU ngày 20 tháng 6 năm 2018 của Ban Thường vụ Tỉnh ủy.`,
  ),
  'quy-dinh-41': province(
    '41-QĐ/TU',
    '10 tháng 4 năm 2026',
    'QUY ĐỊNH',
    `sửa đổi, bổ sung một số điều của Quy định số 33-QĐ/TU về chế độ thăm hỏi

Điều 1. Sửa đổi, bổ sung một số điều của Quy định số 33-QĐ/TU ngày 05/9/2024 của Ban Thường vụ Tỉnh ủy như sau:

Quà tặng có thể được gửi qua tài khoản khi gia đình đồng ý.

Điều 2. Quy định này có hiệu lực kể từ ngày ký.`,
  ),
  // the same number of another body, and of another kind
  'khoi-15': issued(
    'ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH LAM GIANG',
    '15-QĐ/ĐUK',
    'Lam Giang',
    '09 tháng 02 năm 2022',
    'QUY ĐỊNH',
    `về quản lý, sử dụng xe ô tô phục vụ công tác

Điều 1. Xe ô tô chỉ dùng cho công tác chung của cơ quan.

Điều 2. Lái xe ghi sổ hành trình sau mỗi chuyến đi.`,
  ),
  'quyet-dinh-15': province(
    '15-QĐ/TU',
    '07 tháng 5 năm 2021',
    'QUYẾT ĐỊNH',
    `về việc thành lập Tổ công tác số hóa hồ sơ đảng viên

Điều 1. Thành lập Tổ công tác số hóa hồ sơ đảng viên gồm 9 đồng chí.

Điều 2. Tổ công tác họp mỗi tháng một lần.`,
  ),
  // two communes with one number; only one of the papers was replaced
  'xa-binh-an-02': issued(
    'ĐẢNG ỦY XÃ BÌNH AN',
    '02-QĐ/ĐU',
    'Bình An',
    '03 tháng 02 năm 2021',
    'QUY ĐỊNH',
    `về lịch trực của cấp ủy

Điều 1. Đảng ủy viên trực mỗi tuần hai buổi tại trụ sở.`,
  ),
  'xa-hoa-loc-02': issued(
    'ĐẢNG ỦY XÃ HÒA LỘC',
    '02-QĐ/ĐU',
    'Hòa Lộc',
    '03 tháng 02 năm 2021',
    'QUY ĐỊNH',
    `về lịch trực của cấp ủy

Điều 1. Đảng ủy viên trực mỗi tuần ba buổi tại nhà văn hóa xã.`,
  ),
  'xa-binh-an-11': issued(
    'ĐẢNG ỦY XÃ BÌNH AN',
    '11-QĐ/ĐU',
    'Bình An',
    '15 tháng 8 năm 2023',
    'QUY ĐỊNH',
    `về lịch trực của cấp ủy

Điều 1. Đảng ủy viên trực mỗi tuần bốn buổi tại trụ sở.

Điều 2. Quy định này thay thế Quy định số 02-QĐ/ĐU ngày 03/02/2021 của Đảng ủy xã Bình An và có hiệu lực kể từ ngày ký.`,
  ),
  // replaced in part only
  'huong-dan-07': issued(
    'BAN TỔ CHỨC TỈNH ỦY LAM GIANG',
    '07-HD/BTCTU',
    'Lam Giang',
    '14 tháng 01 năm 2020',
    'HƯỚNG DẪN',
    `về chuyển sinh hoạt đảng tạm thời

1. Đảng viên đi công tác từ 3 tháng trở lên làm thủ tục chuyển sinh hoạt đảng tạm thời.

2. Hồ sơ gửi trong 12 ngày làm việc.

3. Hướng dẫn này có hiệu lực từ ngày 01 tháng 02 năm 2020.`,
  ),
  'huong-dan-19': issued(
    'BAN TỔ CHỨC TỈNH ỦY LAM GIANG',
    '19-HD/BTCTU',
    'Lam Giang',
    '22 tháng 11 năm 2023',
    'HƯỚNG DẪN',
    `về hồ sơ điện tử của đảng viên

1. Hồ sơ điện tử được ký số.

2. Hướng dẫn này thay thế mục 2 Hướng dẫn số 07-HD/BTCTU ngày 14/01/2020 của Ban Tổ chức Tỉnh ủy.`,
  ),
  // over of itself, and not yet begun
  'ke-hoach-50': province(
    '50-KH/TU',
    '02 tháng 01 năm 2021',
    'KẾ HOẠCH',
    `trồng cây xanh tại trụ sở các cấp ủy

1. Mỗi trụ sở trồng 25 cây xanh.

2. Kế hoạch này có hiệu lực từ ngày 05/01/2021 đến hết ngày 31/12/2023.`,
  ),
  'quy-che-08': province(
    '08-QC/TU',
    '11 tháng 7 năm 2022',
    'QUY CHẾ',
    `về tiếp công dân tại trụ sở Tỉnh ủy

Điều 1. Thường trực Tỉnh ủy tiếp công dân vào ngày 15 hằng tháng.

Điều 2. Quy chế này có hiệu lực kể từ ngày ký.`,
  ),
  'quy-che-12': province(
    '12-QC/TU',
    '20 tháng 10 năm 2026',
    'QUY CHẾ',
    `về tiếp công dân tại trụ sở Tỉnh ủy

Điều 1. Thường trực Tỉnh ủy tiếp công dân vào ngày 20 hằng tháng.

Điều 2. Quy chế này có hiệu lực từ ngày 01 tháng 01 năm 2027 và thay thế Quy chế số 08-QC/TU ngày 11/7/2022 của Tỉnh ủy.`,
  ),
  // its predecessor is not in the library
  'chi-thi-21': province(
    '21-CT/TU',
    '18 tháng 5 năm 2023',
    'CHỈ THỊ',
    `về văn hóa nơi công sở

1. Cán bộ mặc trang phục gọn gàng nơi công sở.

2. Chỉ thị này có hiệu lực kể từ ngày ký và thay thế Chỉ thị số 04-CT/TU ngày 09/9/2009 của Tỉnh ủy.`,
  ),
  // a target of a year is not a question about the past
  'nghi-quyet-06': province(
    '06-NQ/TU',
    '25 tháng 12 năm 2015',
    'NGHỊ QUYẾT',
    `về phát triển đảng viên, giai đoạn 2016-2020

1. Đến năm 2020 kết nạp 1.250 đảng viên mới.

2. Năm 2018 sơ kết việc thực hiện Nghị quyết.`,
  ),
}

/** Press: about the resolution and the regulation. */
export const PRESS: Readonly<Record<string, string>> = {
  'bao-quy-dinh-33': `Sáng qua, Tỉnh ủy Lam Giang công bố Quy định số 33-QĐ/TU. Theo đó, mức quà tặng đảng viên cao tuổi là 800.000 đồng mỗi người, mỗi lần thăm hỏi. Nhiều cụ bày tỏ xúc động.`,
  'bao-thu-vien': `Thư viện tỉnh Lam Giang phục vụ 18.400 lượt bạn đọc trong quý. Phòng đọc thiếu nhi mở thêm buổi tối.`,
}
