/** A body, unpacked and counted while it comes: a bomb is let go at the limit, not after it. */
import type { IncomingMessage } from 'node:http'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, inflate, inflateRaw } from 'node:zlib'
import type { Deadlines } from './deadlines.ts'

export class TooLarge extends Error {}
export class UnknownEncoding extends Error {}

export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'
/** Nobody packs a page more often. */
const MOST_LAYERS = 2

/** Rejects with TooLarge, UnknownEncoding, what the connection says or what the unpacker says. */
export const readBody = async (
  response: IncomingMessage,
  limit: number,
  deadlines: Deadlines,
  idleMs: number,
): Promise<Buffer> => {
  if (Number(response.headers['content-length'] ?? 0) > limit) throw new TooLarge()
  const layers = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (layers.length > MOST_LAYERS) throw new UnknownEncoding()
  let packed = 0
  const counted = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      deadlines.stage(idleMs)
      packed += piece.length
      done(packed > limit ? new TooLarge() : null, piece)
    },
  })
  const pieces: Buffer[] = []
  let size = 0
  const collected = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      size += piece.length
      pieces.push(piece)
      done(size > limit ? new TooLarge() : null)
    },
  })
  const unpackers = layers.reverse().map((name) => unpacker(name, limit))
  await pipeline([response, counted, ...unpackers, collected], { signal: deadlines.signal })
  return Buffer.concat(pieces)
}

const unpacker = (name: string, limit: number): Transform => {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip()
  if (name === 'br') return createBrotliDecompress()
  if (name === 'deflate') return eitherInflate(limit)
  throw new UnknownEncoding()
}

/** “deflate” with its two bytes in front, or without, as some servers send it: unpacked once it is whole. */
const eitherInflate = (limit: number): Transform => {
  const pieces: Buffer[] = []
  return new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      pieces.push(piece)
      done()
    },
    flush: (done) => {
      const packed = Buffer.concat(pieces)
      const unpack = ((packed[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw
      unpack(packed, { maxOutputLength: limit }, (error, whole) =>
        done((error as NodeJS.ErrnoException | null)?.code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : error, whole),
      )
    },
  })
}
