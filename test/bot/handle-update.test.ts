import { onTestFinished, expect, it } from 'vitest'
import { createHandler } from '../../src/bot/handle-update.ts'
import type { Job } from '../../src/bot/job.ts'
import { RecordsFullError } from '../../src/desk/records-error.ts'
import type { OutboxItem, Records } from '../../src/desk/records.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { anUpdate } from '../contracts/an-update.ts'
import { silentLog } from '../support/desk.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Real records, on a disk that can be full, and an answer that each test makes itself. */
const setScene = (answer: (job: Job, records: Records) => void | Promise<void>) => {
  const real = createSqliteRecords(scratchFolder())
  onTestFinished(() => real.close())
  let fullFor = 0
  const unlessFull = <T>(work: () => T): T => {
    if (fullFor-- > 0) throw new RecordsFullError(null)
    return work()
  }
  const records: Records = {
    ...real,
    inbox: { ...real.inbox, begin: (id) => unlessFull(() => real.inbox.begin(id)) },
    transaction: (work) => unlessFull(() => real.transaction(work)),
  }
  const woken: OutboxItem[] = []
  let tries = 0
  const handle = createHandler({
    records,
    bot: {
      handle: async (_update, job) => {
        tries++
        await answer(job, records)
      },
    },
    restore: () => ({ update_id: 1, message: { message_id: 1, date: Date.now() / 1000, chat: { id: 1, type: 'private' } } }) as never, // prettier-ignore
    wake: (items) => woken.push(...items),
    now: Date.now,
    log: silentLog,
    retryMs: 1,
  })
  return {
    real,
    woken,
    tries: () => tries,
    fill: (times: number) => void (fullFor = times),
    run: () => handle(real.inbox.take([anUpdate(1)])[0]!, new AbortController().signal),
  }
}

const text = (item: OutboxItem | undefined): string => (JSON.parse(item?.body ?? '{}') as { text: string }).text

it('waits while the disk is full, however often that is tried, and answers when there is room', async () => {
  const scene = setScene((job, records) => {
    records.transaction(() => undefined)
    job.say({ kind: 'text', text: 'Trả lời.' })
  })
  scene.fill(20)
  await scene.run()
  expect(scene.woken.map(text)).toEqual(['Trả lời.'])
  expect(scene.real.outbox.queued()).toHaveLength(1)
  expect(scene.real.inbox.size()).toBe(0)
})

it('makes an answer once that only could not be written down', async () => {
  const scene = setScene((job) => {
    job.say({ kind: 'text', text: 'Trả lời.' })
    scene.fill(5)
  })
  await scene.run()
  expect(scene.tries()).toBe(1)
  expect(scene.woken.map(text)).toEqual(['Trả lời.'])
})

it('leaves nothing of somebody who was erased while their question was answered', async () => {
  const scene = setScene((job, records) => {
    job.say({ kind: 'text', text: 'Trả lời.' })
    job.also(() => records.people.greet('an', Date.now()))
    records.erase('an')
  })
  await scene.run()
  expect(scene.woken).toEqual([])
  expect(scene.real.outbox.queued()).toEqual([])
  expect(scene.real.people.isGreeted('an')).toBe(false)
})
