/** sendPhoto: a picture uploaded, as PNG or JPEG, within Telegram's limits. */
import { badRequest } from '../api-error.ts'
import { textOf, type Call } from '../fields.ts'
import { sendAsBot } from '../send.ts'
import { CAPTION, CAPTION_LIMIT, finishText, parseFields } from '../text/parse-text.ts'
import type { WireMessage } from '../wire.ts'
import type { World } from '../world.ts'
import { storeFile } from './files.ts'

/** Bot API, sendPhoto: 10 MB, width and height together at most 10,000, their ratio at most 20. */
const LARGEST = 10 * 1024 * 1024
const SIDES = 10_000
const RATIO = 20

export const sendPhoto = (world: World, call: Call): WireMessage => {
  const { fields, files } = call
  const given = textOf(fields, 'photo')
  const caption = parseFields(fields, CAPTION)
  const uploaded = files.get(given?.startsWith('attach://') ? given.slice(9) : 'photo')
  return sendAsBot(world, call, () => {
    if (uploaded === undefined) throw badRequest('there is no photo in the request')
    if (uploaded.bytes.length === 0) throw badRequest('file must be non-empty')
    if (uploaded.bytes.length > LARGEST)
      throw badRequest(`file of size ${uploaded.bytes.length} bytes is too big for a photo`)
    const size = sizeOfPng(uploaded.bytes)
    if (size === null) throw badRequest('IMAGE_PROCESS_FAILED')
    const { width, height } = size
    if (width + height > SIDES || Math.max(width / height, height / width) > RATIO)
      throw badRequest('PHOTO_INVALID_DIMENSIONS')
    const { text, entities } = finishText(caption, CAPTION_LIMIT)
    const file = storeFile(world, uploaded)
    return {
      photo: [{ file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, width, height }],
      ...(text === '' ? {} : { caption: text }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
    }
  })
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Only the head is looked at, and that the picture is whole. */
const sizeOfPng = (bytes: Uint8Array): { readonly width: number; readonly height: number } | null => {
  const file = Buffer.from(bytes)
  if (!file.subarray(0, 8).equals(SIGNATURE) || !file.subarray(-8, -4).equals(Buffer.from('IEND'))) return null
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}
