/** The real program with a staff chat, somebody of staff in it, and two who ask. */
import { stage } from './play.ts'
import type { BenchGroup } from './telegram/group.ts'

export const staffedDesk = async (env: Readonly<Record<string, string>> = {}, forum = false) => {
  let office: BenchGroup | undefined
  const play = await stage({
    people: { lan: { name: 'Lan', lastName: 'Trần' }, hung: { name: 'Hùng' }, minh: { name: 'Minh' } },
    before: (server, { minh }) => {
      office = server.group({ title: 'Cán bộ', members: [minh], forum })
    },
    env: () => ({ STAFF_CHAT_ID: String(office!.chatId), ...env }),
  })
  return { ...play, ...play.people, office: office!, staff: office!.as(play.people.minh) }
}
