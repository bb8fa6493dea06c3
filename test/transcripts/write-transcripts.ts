/** Plays conversations with the real program and writes them down as people saw them: `npm run transcripts` → docs/conversations.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from '../support/program.ts'
import { root } from '../support/run.ts'
import { createTelegramServer } from '../support/telegram-server.ts'
import { scenes } from './scenes.ts'

const folder = join(root, 'docs')
const parts = [
  '# Các cuộc trò chuyện',
  'Chương trình thật (`node src/main.ts`), thư viện là các tài liệu mẫu hư cấu trong `data/documents`; Telegram là máy chủ thử trong `test/support/telegram`. Trang này do `npm run transcripts` viết ra: sửa chương trình thì chạy lại.',
]
for (const [n, scene] of scenes.entries()) {
  const server = await createTelegramServer()
  const staff = server.group({ title: 'Tổ giải đáp' })
  const admin = server.user({ name: 'Quản trị' })
  const program = await startProgram(server, {
    keep: true,
    env: { STAFF_CHAT_ID: String(staff.chatId), ADMIN_IDS: String(admin.id), LOG_LEVEL: 'error', ...scene.env },
  })
  try {
    const shown = await scene.play({ server, staff, admin, program })
    parts.push(`## ${n + 1}. ${scene.title}`, scene.about, ...shown.flatMap(transcript))
  } finally {
    await program.close()
    await server.close()
  }

  function transcript({ of, title }: { of: { readonly chatId: number }; title?: string }): string[] {
    const text = server.transcript(of, { dates: false, ids: false, bot: 'Trợ lý' })
    return [...(title ? [`**${title}**`] : []), `\`\`\`text\n${text.trim()}\n\`\`\``]
  }
}
mkdirSync(folder, { recursive: true })
const page = `${parts.join('\n\n')}\n`
const path = join(folder, 'conversations.md')
const before = (() => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
})()
writeFileSync(path, page)
showFirst()
process.stdout.write(
  `${page === before ? 'unchanged' : 'written'}: docs/conversations.md (${scenes.length} conversations)\n`,
)

/** The first conversation stands in the README too. */
function showFirst(): void {
  const readme = join(root, 'README.md')
  const [open, close] = ['<!-- conversation -->', '<!-- /conversation -->']
  const text = readFileSync(readme, 'utf8')
  const first = /```text\n[^]*?\n```/.exec(page)![0]
  const [head, tail] = [text.split(open)[0]!, text.split(close)[1]!]
  writeFileSync(readme, `${head}${open}\n\n${first}\n\n${close}${tail}`)
}
