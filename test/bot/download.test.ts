import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Api } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'
import { downloadFile, LARGEST } from '../../src/bot/features/uploads/download.ts'
import { scratchFolder } from '../support/scratch.ts'

const TOKEN = '1234567890:AAF-not_a_real_token_but_looks_like_one'

/** A Bot API that knows one file; what its address serves is up to the test. */
const apiWith = async (filePath: string, serve: RequestListener = (_request, response) => response.end()) => {
  const server = createServer((request, response) => {
    if (!request.url!.endsWith('/getFile')) return serve(request, response)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, result: { file_id: 'f', file_unique_id: 'u', file_path: filePath } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  return new Api(TOKEN, { apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

const never = new AbortController().signal

it('takes a file that a Bot API server of one’s own names on this disk', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'van ban.docx'), 'nội dung')
  const api = await apiWith(join(folder, 'van ban.docx'))
  expect(await downloadFile(api, 'f', join(folder, 'in/a'), never)).toBe('ok')
  expect(readFileSync(join(folder, 'in/a'), 'utf8')).toBe('nội dung')
  writeFileSync(join(folder, 'van ban.docx'), Buffer.alloc(LARGEST + 1))
  expect(await downloadFile(api, 'f', join(folder, 'in/b'), never)).toBe('too_large')
  expect(existsSync(join(folder, 'in/b'))).toBe(false)
})

it('asks for a name with blanks and marks as it is, and counts what comes', async () => {
  const asked: string[] = []
  const folder = scratchFolder()
  const api = await apiWith('documents/văn bản #1?.docx', (request, response) => {
    asked.push(decodeURIComponent(request.url!))
    response.end('nội dung')
  })
  expect(await downloadFile(api, 'f', join(folder, 'a'), never)).toBe('ok')
  expect(asked).toEqual([`/file/bot${TOKEN}/documents/văn bản #1?.docx`])
})

it('never shows the token in an error, and leaves no half of a file', async () => {
  const folder = scratchFolder()
  const broken = await apiWith('documents/a.docx', (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('nửa tệp')
    setImmediate(() => response.destroy())
  })
  const down = await apiWith('documents/a.docx', (_request, response) => response.writeHead(502).end())
  for (const api of [broken, down]) {
    const error = await downloadFile(api, 'f', join(folder, 'a'), never).catch((reason: unknown) => reason as Error)
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(TOKEN.slice(11))
    expect(existsSync(join(folder, 'a'))).toBe(false)
  }
  const gone = await apiWith('documents/a.docx', (_request, response) => response.writeHead(404).end())
  expect(await downloadFile(gone, 'f', join(folder, 'a'), never)).toBe('unavailable')
})
