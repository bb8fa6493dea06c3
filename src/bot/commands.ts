/** The commands by who sees them. Only a display: who may use one is checked when it is used (telegram.md §5). */
import type { Role } from '../desk/member-records.ts'
import { startMessages } from '../text/messages/start-messages.ts'

export type CommandName = keyof typeof startMessages.commands

/** Everybody, in private; also what an unknown command is answered with. */
export const PRIVATE_COMMANDS: readonly CommandName[] = [
  'hoi',
  'vanban',
  'moi',
  'tomtat',
  'sosanh',
  'theodoi',
  'trogiup',
  'lienhe',
  'quen',
  'dung',
  'riengtu',
  'xoa',
  'botheodoi',
  'start',
]
export const GROUP_COMMANDS: readonly CommandName[] = ['hoi', 'vanban', 'moi', 'tomtat', 'sosanh', 'trogiup']
/** Whoever has a role sees it under /toi; everybody may ask for it. */
export const MEMBER_COMMANDS: readonly CommandName[] = [...PRIVATE_COMMANDS, 'toi']
export const STAFF_COMMANDS: readonly CommandName[] = ['chuaduoc', 'thongke', 'moi_thanhvien', ...MEMBER_COMMANDS]
export const ADMIN_COMMANDS: readonly CommandName[] = ['nguoidung', 'nhatky', 'phienban', ...STAFF_COMMANDS]
export const STAFF_CHAT_COMMANDS: readonly CommandName[] = ['chuaduoc', 'thongke', 'moi_thanhvien', ...GROUP_COMMANDS]

/** Null: those of everybody. */
export const commandsOfRole = (role: Role | null): readonly CommandName[] | null =>
  role && { member: MEMBER_COMMANDS, staff: STAFF_COMMANDS, admin: ADMIN_COMMANDS }[role]

export const isCommand = (name: string): name is CommandName => Object.hasOwn(startMessages.commands, name)
