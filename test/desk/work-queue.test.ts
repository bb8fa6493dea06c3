import { expect, it } from 'vitest'
import { createWorkQueue } from '../../src/desk/work-queue.ts'

/** A queue whose items end when they are told to. */
const setScene = (concurrency: number) => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const aborted: string[] = []
  const queue = createWorkQueue<string>({
    concurrency,
    work: (item, signal) =>
      new Promise((resolve) => {
        begun.push(item)
        ends.set(item, resolve)
        signal.addEventListener('abort', () => {
          aborted.push(item)
          resolve()
        })
      }),
  })
  /** One item is begun each time around the event loop. */
  const around = async (): Promise<void> => {
    for (let n = 0; n < 5; n++) await new Promise(setImmediate)
  }
  const add = async (lane: string, ...items: readonly string[]): Promise<void> => {
    for (const item of items) queue.add(lane || item[0]!, item)
    await around()
  }
  const end = async (item: string): Promise<void> => {
    ends.get(item)!()
    await around()
  }
  return { queue, begun, aborted, add, end, around }
}

it('works on one item of a lane after the other, and on lanes beside each other', async () => {
  const { queue, begun, add, end } = setScene(10)
  await add('', ...['a1', 'a2', 'b1', 'a3'])
  expect(begun).toEqual(['a1', 'b1'])
  await end('a1')
  expect(begun).toEqual(['a1', 'b1', 'a2'])
  expect(queue.size()).toBe(3)
  expect(queue.size('a')).toBe(2)
})

it('lets the network have its turn between two items, even where the work never waits', async () => {
  let done = 0
  const queue = createWorkQueue<number>({ concurrency: 20, work: async () => void done++ })
  for (let n = 0; n < 100; n++) queue.add(String(n), n)
  expect(done).toBe(0)
  await new Promise(setImmediate)
  expect(done).toBeLessThan(5)
  expect(await queue.drain(5_000)).toBe(true)
  expect(done).toBe(100)
})

it('gives every lane its turn, however much waits in one', async () => {
  const { begun, add, end } = setScene(1)
  await add('', ...['a1', 'a2', 'a3', 'b1', 'c1'])
  for (const item of ['a1', 'b1', 'c1', 'a2']) await end(item)
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'a3'])
})

it('stops a lane at once: aborts what is done, takes out what waits, leaves the others alone', async () => {
  const { queue, begun, aborted, add, around } = setScene(2)
  await add('', ...['a1', 'a2', 'a3', 'b1'])
  expect(queue.stop('a')).toEqual(['a2', 'a3'])
  await add('a', 'a4')
  await around()
  expect(aborted).toEqual(['a1'])
  expect(begun).toEqual(['a1', 'b1', 'a4'])
  expect(queue.stop('z')).toEqual([])
})

it('stops only those of a lane that are meant', async () => {
  const { queue, begun, aborted, add, end } = setScene(1)
  await add('a', ...['x1', 'y1', 'x2', 'y2'])
  expect(queue.stop('a', (item) => item.startsWith('y'))).toEqual(['y1', 'y2'])
  expect(aborted).toEqual([])
  await end('x1')
  expect(begun).toEqual(['x1', 'x2'])
  expect(queue.size()).toBe(1)
})

it('goes on when a lane that had not begun was stopped in part', async () => {
  const { queue, begun, add, end } = setScene(1)
  await add('z', 'z1')
  await add('a', ...['x1', 'y1'])
  expect(queue.stop('a', (item) => item === 'x1')).toEqual(['x1'])
  await end('z1')
  expect(begun).toEqual(['z1', 'y1'])
})

it('is drained when nothing is left, and says when the time was too short', async () => {
  const { queue, add, end } = setScene(1)
  expect(await queue.drain(1)).toBe(true)
  await add('a', 'a1')
  expect(await queue.drain(1)).toBe(false)
  const drained = queue.drain(5_000)
  await end('a1')
  expect(await drained).toBe(true)
})

it('begins nothing more once it is closed, and is drained when what was begun has ended', async () => {
  const { queue, begun, add, end } = setScene(1)
  await add('', ...['a1', 'a2', 'b1'])
  queue.close()
  const drained = queue.drain(5_000)
  await end('a1')
  expect(await drained).toBe(true)
  expect(begun).toEqual(['a1'])
})
