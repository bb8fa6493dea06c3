import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { refuse } from './refuse.ts'

// reliability §0: a check of the declared sizes refused all size bombs and no sound file; the bytes are counted as well, as the sizes may lie
const MAX_ENTRIES = 2_000
const MAX_TOTAL = 100_000_000
const MAX_ENTRY = 20_000_000
const MAX_RATIO = 200
const RATIO_FROM = 1_000_000

/** The entries of a zip whose names `wanted` accepts, inflated within limits. All others (pictures, nested archives) stay packed. */
export const unzip = async (bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> => {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  })
  if (zip.entryCount > MAX_ENTRIES) refuse('too_complex', `quá ${MAX_ENTRIES} mục trong tệp nén`)
  const files = new Map<string, Buffer>()
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue
      if (entry.isEncrypted()) refuse('encrypted')
      const buffer = await inflate(zip, entry, MAX_TOTAL - total)
      total += buffer.length
      files.set(entry.fileName, buffer)
    }
  } finally {
    zip.close()
  }
  return files
}

const inflate = async (zip: ZipFile, entry: Entry, left: number): Promise<Buffer> => {
  const limit = Math.min(MAX_ENTRY, left)
  if (entry.uncompressedSize > limit) refuse('too_large', `phần ${entry.fileName} bung ra quá lớn`)
  const stream = await zip.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > limit) refuse('too_large', `phần ${entry.fileName} bung ra quá lớn`)
    if (size > RATIO_FROM && size > entry.compressedSize * MAX_RATIO) refuse('too_complex', 'tỉ lệ nén bất thường')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
