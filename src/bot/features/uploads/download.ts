/** A file from Telegram onto the disk, counted while it comes. */
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { get as httpGet, type Agent, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { dirname, isAbsolute } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import type { Api } from 'grammy'
import { apiFaultOf } from '../../telegram-client.ts'

/** What getFile hands out (telegram.md §1). */
export const LARGEST = 20 * 1024 * 1024
/** A connection that brings nothing for so long is given up. */
const SILENCE_MS = 30_000

/** Telegram's own server never names a file of this machine. */
const OFFICIAL = 'https://api.telegram.org'
const rootOf = (api: Api): string => api.options?.apiRoot ?? OFFICIAL

export type Downloaded = 'ok' | 'too_large' | 'unavailable'

/** Rejects where Telegram cannot be reached, without its address in the error: that holds the token. Leaves no half of a file. */
export const downloadFile = async (api: Api, fileId: string, to: string, signal: AbortSignal): Promise<Downloaded> => {
  const place = await placeOfFile(api, fileId)
  if (place === 'too_large' || place === 'unavailable') return place
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    const isOnThisDisk = isAbsolute(place.path) && rootOf(api) !== OFFICIAL
    return await (isOnThisDisk ? fromOwnServer(place.path, to) : fromTelegram(api, place.path, to, signal))
  } catch (error) {
    await rm(to, { force: true })
    throw new Error(`a file could not be fetched: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`)
  }
}

const placeOfFile = async (
  api: Api,
  fileId: string,
): Promise<{ readonly path: string } | 'too_large' | 'unavailable'> => {
  try {
    const { file_path: path, file_size: size } = await api.getFile(fileId)
    if ((size ?? 0) > LARGEST) return 'too_large'
    return path === undefined ? 'unavailable' : { path }
  } catch (error) {
    const fault = apiFaultOf(error)
    if (fault?.kind !== 'refused') throw error
    return /too big/i.test(fault.description) ? 'too_large' : 'unavailable'
  }
}

/** A Bot API server of one's own names the file on its disk. */
const fromOwnServer = async (from: string, to: string): Promise<Downloaded> => {
  if ((await stat(from)).size > LARGEST) return 'too_large'
  await copyFile(from, to)
  return 'ok'
}

const fromTelegram = async (api: Api, path: string, to: string, signal: AbortSignal): Promise<Downloaded> => {
  const url = new URL(`${rootOf(api)}/file/bot${api.token}/${path.split('/').map(encodeURIComponent).join('/')}`)
  const agent = (api.options?.baseFetchConfig as { agent?: Agent } | undefined)?.agent
  const response = await answerOf(url, agent, signal)
  if (response.statusCode !== 200) {
    response.resume()
    if ((response.statusCode ?? 0) >= 500) throw Object.assign(new Error(), { code: `HTTP_${response.statusCode}` })
    return 'unavailable'
  }
  let size = 0
  const counted = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      size += piece.length
      done(size > LARGEST ? Object.assign(new Error(), { code: 'TOO_LARGE' }) : null, piece)
    },
  })
  try {
    await pipeline(response, counted, createWriteStream(to, { mode: 0o600 }), { signal })
    return 'ok'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'TOO_LARGE') throw error
    await rm(to, { force: true })
    return 'too_large'
  }
}

const answerOf = (url: URL, agent: Agent | undefined, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const options = { signal, timeout: SILENCE_MS, ...(agent && { agent }) }
    const request = (url.protocol === 'http:' ? httpGet : httpsGet)(url, options, resolve)
    request.on('error', reject)
    request.on('timeout', () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
  })
