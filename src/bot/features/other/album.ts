/** Several pictures or files sent at once come as messages of their own: they are answered once. */
import type { BotContext } from '../../context.ts'
import type { Recent } from '../../recent.ts'

/** The parts of an album come within seconds. */
const ALBUM_MS = 3_600_000

/** True too for what is no album. */
export const isFirstOfAlbum = ({ msg, asker, deps }: BotContext, albums: Recent): boolean => {
  if (!msg?.media_group_id) return true
  const name = `${asker.chat}:${msg.media_group_id}`
  if (albums.has(name, deps.now())) return false
  albums.note(name, deps.now() + ALBUM_MS)
  return true
}
