/** Whom or what body a question is about: what holds for soldiers says nothing of students, however alike the words around them. */
import type { Query } from '../../search/retrieval.ts'
import { key } from '../../text/vietnamese.ts'
import type { Word } from '../question/tokenize.ts'

const padded = (words: readonly string[]): string => ` ${words.join(' ')} `

// each with the words that may stand for it
const ACTORS = `
sĩ quan; chiến sĩ; quân nhân; bộ đội; quân đội; dân quân; cựu chiến binh; thanh niên xung phong; lực lượng vũ trang; công an; cảnh sát; biên phòng; liệt sĩ; thương binh
sinh viên|sv|người học|học viên; học sinh; học viên|sinh viên|người học; nghiên cứu sinh; thí sinh|sinh viên|học sinh; phụ huynh; hiệu trưởng; nhà trường|trường; trường học|nhà trường
giảng viên|gv|nhà giáo|giáo viên; giáo viên|nhà giáo|giảng viên; nhà giáo|giáo viên|giảng viên
cán bộ|công chức|viên chức; công chức|cán bộ; viên chức|cán bộ; đảng viên; đoàn viên; hội viên; đại biểu; cử tri
thẩm phán; hội thẩm; kiểm sát viên; luật sư; công chứng viên; thanh tra viên; điều tra viên
người lao động|lao động; công nhân|lao động; nông dân; doanh nghiệp|công ty; công ty|doanh nghiệp; hợp tác xã; hộ kinh doanh; nhà thầu; nhà đầu tư; chủ đầu tư; cổ đông
khách hàng; người tiêu dùng; người mua|bên mua; người bán|bên bán; người thuê|bên thuê; cửa hàng; nhà hàng; khách sạn; ngân hàng
bệnh viện; bệnh nhân|người bệnh; người bệnh|bệnh nhân; bác sĩ; dược sĩ; lái xe|tài xế; tài xế|lái xe
thanh niên; phụ nữ; trẻ em|trẻ; người cao tuổi; người khuyết tật; người nước ngoài; tín đồ; chức sắc
nhà báo; phóng viên; nghệ sĩ; ca sĩ; diễn viên; cầu thủ; vận động viên; nhà văn; nhà thơ; nhà khoa học
quốc hội; chính phủ; tòa án; viện kiểm sát; ủy ban nhân dân; hội đồng nhân dân; công đoàn; mặt trận; đoàn thanh niên; hội phụ nữ
chi bộ; chi ủy; đảng bộ; đảng ủy; cấp ủy; ban thường vụ; ủy ban kiểm tra`
  .split(/[;\n]/)
  .filter((actor) => actor.trim() !== '')
  .map((actor) => actor.split('|').map((words) => words.trim().split(' ').map(key)))
/** What is looked for in a question: all of them, so in one string. */
const PADDED = ACTORS.map(([actor]) => padded(actor!))

/** Actors of the question that no text speaks of, and that the first text does not speak of. */
export interface MissingActors {
  readonly everywhere: boolean
  readonly inFirst: boolean
}

/** `read` gives the texts: most questions name no actor, and need none. */
export const missingActors = ({ syllables }: Query, read: () => readonly (readonly Word[])[]): MissingActors => {
  const said = padded(syllables.map(({ accented }) => accented ?? ''))
  const asked = ACTORS.filter((_actor, i) => said.includes(PADDED[i]!))
  if (asked.length === 0) return { everywhere: false, inFirst: false }
  const texts = read()
  const speaks = (text: readonly Word[], actor: (typeof ACTORS)[number]): boolean =>
    actor.some((words) => text.some((_word, at) => words.every((word, i) => text[at + i]?.accented === word)))
  return {
    everywhere: asked.some((actor) => !texts.some((text) => speaks(text, actor))),
    inFirst: texts.length > 0 && asked.some((actor) => !speaks(texts[0]!, actor)),
  }
}
