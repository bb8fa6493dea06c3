/** Files in both directions. */
import { ApiError, badRequest } from '../api-error.ts'
import { textOf, type Call, type UploadedFile } from '../fields.ts'
import { sendAsBot } from '../send.ts'
import { CAPTION, CAPTION_LIMIT, finishText, parseFields } from '../text/parse-text.ts'
import type { WireDocument, WireMessage } from '../wire.ts'
import type { StoredFile, World } from '../world.ts'

/** A bot may upload 50 MB and download 20 MB (Bot API). */
const UPLOAD_LIMIT = 50 * 1024 * 1024
const DOWNLOAD_LIMIT = 20 * 1024 * 1024

export const storeFile = (world: World, { name, mime, bytes }: UploadedFile, size = bytes.length): StoredFile => {
  const number = world.nextNumber()
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  const file: StoredFile = {
    id: `BQACAgUAAxkBAAI${number.toString(36).padStart(6, '0')}`,
    uniqueId: `AgAD${number.toString(36).padStart(6, '0')}`,
    name,
    mime,
    size,
    bytes,
    path: `documents/file_${number}${extension}`,
  }
  world.files.set(file.id, file)
  world.filesByPath.set(file.path, file)
  return file
}

export const documentOf = ({ id, uniqueId, name, mime, size }: StoredFile): WireDocument => ({
  file_name: name === '' ? undefined : name,
  mime_type: mime,
  file_id: id,
  file_unique_id: uniqueId,
  file_size: size,
})

export const sendDocument = (world: World, call: Call): WireMessage => {
  const { fields, files } = call
  const given = textOf(fields, 'document')
  const caption = parseFields(fields, CAPTION)
  const uploaded = files.get(given?.startsWith('attach://') ? given.slice(9) : 'document')
  if (uploaded !== undefined && uploaded.bytes.length > UPLOAD_LIMIT)
    throw new ApiError(413, 'Request Entity Too Large')
  return sendAsBot(world, call, () => {
    const { text, entities } = finishText(caption, CAPTION_LIMIT)
    return {
      document: documentOf(fileOf(world, given, uploaded)),
      ...(text === '' ? {} : { caption: text }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
    }
  })
}

const fileOf = (world: World, given: string | undefined, uploaded: UploadedFile | undefined): StoredFile => {
  if (uploaded !== undefined) {
    if (uploaded.bytes.length === 0) throw badRequest('file must be non-empty')
    return storeFile(world, uploaded)
  }
  if (given === undefined || given.startsWith('attach://')) throw badRequest('there is no document in the request')
  const known = world.files.get(given)
  if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
  return known
}

export const getFile = (world: World, { fields }: Call): Record<string, unknown> => {
  const id = textOf(fields, 'file_id')
  if (id === undefined || id === '') throw badRequest('file_id not specified')
  const file = world.files.get(id)
  if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.size > DOWNLOAD_LIMIT) throw badRequest('file is too big')
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
}
