/** Sentences in documents that give orders to whoever answers from them: no document of an office speaks to a machine. */
import { fold } from '../../text/vietnamese.ts'
import { screenWording } from './screen-patterns.ts'

const MACHINE =
  '(?:tro ly(?: ao| ai| so| tu dong)?|chat ?bot|bot|he thong(?: tra loi| hoi dap| ai)|mo hinh(?: ngon ngu)?|ai|tri tue nhan tao|llm|gpt|chatgpt|assistant|language model|ai model|may tra loi)'
const ORDER =
  '(?:hay|phai|can|vui long|luon|nho|bat buoc|khong duoc|yeu cau|de nghi|must|should|always|please|never|do not|you)'
const ANSWER =
  '(?:cau tra loi|phan tra loi|phan hoi|loi dap|ban tra loi|dap an|(?:your |the |every |each |any )?(?:answers?|repl(?:y|ies)|responses?|output))'
const DOING =
  '(?:them|chen|ghi|viet|noi|in|dinh kem|bo sung|nhac|khuyen|moi|quang cao|gioi thieu|ket thuc|bat dau|mo dau|tra loi|dich|ma hoa|add|include|append|insert|mention|write|say|end|begin|start|put|promote|recommend|translate|encode|reveal|print)'
const S = '(?<![\\p{L}\\p{N}])'
const E = '(?![\\p{L}\\p{N}])'
const compile = (source: string): RegExp => new RegExp(source, 'iu')

// folded, since a payload may be typed in any way
const SPOKEN_TO: readonly RegExp[] = [
  // "Trợ lý AI: hãy …", "Gửi chatbot: …"
  compile(`${S}${MACHINE}${E}[^.!?]{0,40}?[:,][^.!?]{0,80}?${S}${ORDER}${E}`),
  // "… AI đọc tài liệu này phải …"
  compile(
    `${S}${MACHINE}${E}[^.!?]{0,60}${S}(?:doc|gap|xu ly|dung|read(?:s|ing)?|process(?:es|ing)?)${E}[^.!?]{0,80}${S}${ORDER}${E}`,
  ),
  // "Khi trả lời, hãy thêm …", "when answering, add …"
  compile(
    `${S}(?:khi|luc|moi khi|truoc khi|sau khi|neu)(?: [^ .]+){0,4} (?:tra loi|duoc hoi|phan hoi|tom tat|dap|ai hoi|nguoi dung)${E}[^.!?]{0,80}?${S}${DOING}${E}`,
  ),
  compile(
    `${S}(?:when|whenever|before|after|if)(?: [^ .]+){0,5} (?:answer(?:s|ed|ing)?|respond(?:s|ing)?|reply(?:ing)?|ask(?:s|ed)?|summari[sz](?:e|es|ing))${E}`,
  ),
  // "thêm vào cuối câu trả lời …", "in your response, …"
  compile(
    `${S}${DOING}${E}[^.!?]{0,60}${S}(?:vao|trong|cuoi|dau|o|kem|theo|to|in|into|at|with)${E}[^.!?]{0,20}${S}${ANSWER}${E}`,
  ),
  compile(
    `${S}(?:trong|cuoi|dau|moi|tat ca|cac|toan bo|in|at the end of|modify|enhance|apply|shift|reverse|render|provide|integrate|change|translate)${E}[^.!?]{0,40}${S}${ANSWER}${E}[^.!?]{0,60}${S}(?:${ORDER}|${DOING})${E}`,
  ),
  compile(`${S}(?:modify|enhance|rewrite|translate|encode|reverse|render|apply)${E}[^.!?]{0,40}${S}your${E}`),
  compile(`${S}(?:your|in your) (?:answer|reply|response|message|output|instructions?|system prompt)${E}`),
  // marks of a conversation with a machine
  compile(
    '<\\|?(?:im_start|im_end|system|endoftext|user|assistant)\\|?>|\\[/?INST\\]|<<SYS>>|<\\/?(?:system|tai_lieu)>',
  ),
  compile(`${S}(?:system prompt|loi nhac he thong|cau lenh he thong|chi thi he thong|system message)${E}`),
]

/** Whether a sentence of a document reads as an order to the program that answers from it. */
export const ordersMachine = (sentence: string): boolean => {
  if (screenWording(sentence.slice(0, 500).replace(/\s+/g, ' ')) === 'injection') return true
  const folded = fold(sentence.normalize('NFC')).toLowerCase().replace(/\s+/g, ' ')
  return SPOKEN_TO.some((pattern) => pattern.test(folded))
}
