import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { run, start } from '../support/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const wrong: [string, string, string[], Record<string, string>, RegExp][] = [
  ['ask without a question', 'scripts/ask.ts', [], {}, /^Thiếu câu hỏi\. Xem cách dùng: thêm --help\.$/],
  ['ask with an unknown option', 'scripts/ask.ts', ['--fast', 'x'], {}, /^Không có tùy chọn --fast\./],
  ['ask with a wrong level', 'scripts/ask.ts', ['--level', 'boss', 'x'], {}, /public, member,\sstaff/],
  ['ask with a wrong count', 'scripts/ask.ts', ['--top', '0', 'x'], {}, /phải là số nguyên dương/],
  ['ingest without a path', 'scripts/ingest.ts', [], {}, /^Hãy cho biết tệp hoặc thư mục cần nạp/],
  [
    'ingest of a path that is not there',
    'scripts/ingest.ts',
    ['khong-co-dau.docx'],
    {},
    /^Không tìm thấy hoặc không mở được:\s.*khong-co-dau\.docx/,
  ],
  ['a wrong setting', 'scripts/ask.ts', ['x'], { EMBEDDER: 'magic' }, /^Cấu hình sai:\n- EMBEDDER phải là một trong/],
  ['evaluate without a folder', 'scripts/evaluate.ts', [], {}, /^Thiếu/],
]

it.each(wrong)('answers %s with one helpful line and exit code 2', async (_name, script, args, env, line) => {
  const ran = await run(script, args, { dataDir: scratchFolder(), env })
  expect(ran.stderr.trim()).toMatch(line)
  expect(ran.stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
})

it('shows how to use a command', async () => {
  const ran = await run('scripts/ask.ts', ['--help'], { dataDir: scratchFolder() })
  expect(ran.code).toBe(0)
  expect(ran.stdout).toMatch(/Cách dùng: ask \[tùy chọn\] <câu hỏi/)
  expect(ran.stdout).toMatch(/\(mặc định: public\)/)
  for (const line of ran.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

it('ends quietly when whoever reads its output has seen enough', async () => {
  const child = start('scripts/ask.ts', ['--help'], { dataDir: scratchFolder() })
  child.stdout!.destroy()
  child.stdin!.end()
  const ended = new Promise((resolve) => child.once('close', resolve))
  expect(await text(child.stderr!)).toBe('')
  expect(await ended).toBe(0)
})
