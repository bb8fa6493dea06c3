import type { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import type { Chart } from '../../src/bot/picture/chart.ts'
import { drawChart } from '../../src/bot/picture/draw-chart.ts'

const counts = { answered: 3, askedBack: 1, refused: 1, failed: 0 }
const chart = (title: string): Chart => ({
  title,
  subtitle: '7 ngày',
  columns: [{ label: '01/11', counts }],
  legend: { answered: 'a', askedBack: 'b', refused: 'c', failed: 'd' },
  topicsTitle: 'Chủ đề',
  topics: [{ label: 'Nghị quyết', count: 3 }],
  noTopics: '',
})

it('draws one picture after the other, and the next one also where one cannot be drawn', async () => {
  let [alive, most, all] = [0, 0, 0]
  const count = (worker: Worker): void => {
    all++
    most = Math.max(most, ++alive)
    worker.once('exit', () => alive--)
  }
  process.on('worker', count)
  onTestFinished(() => void process.off('worker', count))
  // its topics are no XML
  const broken = { ...chart('hỏng'), topics: { length: 1, map: () => [1], flatMap: () => ['<'] } as never }
  const drawn = await Promise.allSettled([drawChart(chart('một')), drawChart(broken), drawChart(chart('hai'))])
  expect(drawn.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect([all, most]).toEqual([3, 1])
})
