/** Words that say the same, and words that say next to nothing: what a faithful rewording may exchange or add. */
import { key } from '../../../text/vietnamese.ts'

// the first of each line stands for all of it
const SAME = `sử dụng|dùng
sinh hoạt|họp|hội họp
lưu trữ|lưu giữ
bảo đảm|đảm bảo
tán thành|đồng ý|nhất trí
đáp ứng|thỏa mãn|thỏa
đủ|đầy đủ
chọn|lựa chọn
xét|xem xét
hoàn thành|hoàn tất
lập|thành lập
hiện|hiện nay|hiện tại
kết nạp|kết nạp vào
thôi việc|nghỉ việc
cư trú|nơi ở
điểm|điểm số
hủy|hủy bỏ
bãi bỏ|xóa bỏ
giúp|giúp đỡ|hỗ trợ
nhanh|nhanh chóng
bổ sung|thêm
đề nghị|kiến nghị
xử lý|giải quyết
nêu|ghi
hằng|hàng`

// absent from the source they prove nothing
const LIGHT =
  'gồm|bao gồm|thuộc|người|việc|sự|thì|đối|trường hợp|đối tượng|quy định|thực hiện|tiến hành|hình thức|nội dung|thời gian|thời hạn|kể|tính|công tác|hoạt động|đồng chí|cụ thể|tương ứng|kèm|nhằm|liên quan|diễn ra|khác|riêng|cơ quan này|tổ chức này|đơn vị này|hồ sơ này|lúc|cùng|khi|số|lượng|mức|nơi|thông qua|tiếp|tiếp tục|sẽ|hết|như vậy|trên cơ sở|bên cạnh|cách|sẵn|nhóm|loại|dạng|phần|thành'

interface Reworded {
  readonly syllables: number
  readonly keys: readonly string[]
  readonly isLight: boolean
}

const REWORDED: ReadonlyMap<string, Reworded> = new Map([
  ...LIGHT.split('|').map((word): [string, Reworded] => {
    const keys = word.split(' ').map(key)
    return [keys.join(' '), { syllables: keys.length, keys, isLight: true }]
  }),
  ...SAME.split('\n').flatMap((line) => {
    const words = line.split('|').map((word) => word.split(' ').map(key))
    return words.map((keys): [string, Reworded] => [
      keys.join(' '),
      { syllables: keys.length, keys: words[0]!, isLight: false },
    ])
  }),
])

/** What stands for the words that begin at syllable `at`, where they have an entry; the longest wins. */
export const rewordedAt = (keys: readonly string[], at: number): Reworded | null => {
  for (let length = Math.min(3, keys.length - at); length > 0; length--) {
    const reworded = REWORDED.get(keys.slice(at, at + length).join(' '))
    if (reworded) return reworded
  }
  return null
}
