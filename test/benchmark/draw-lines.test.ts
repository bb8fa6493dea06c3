import { expect, it } from 'vitest'
import { drawLines } from '../../scripts/benchmark/draw-lines.ts'

const chart = (scale: 'log' | 'linear') =>
  drawLines({
    title: 'Cỡ & thời gian <ms>',
    x: { label: 'đoạn', scale },
    y: { label: 'ms', scale: 'log' },
    lines: [
      { name: 'ta', points: [1, 10, 100].map((x) => ({ x, y: x })) },
      { name: 'mục tiêu', dashed: true, points: [1, 100].map((x) => ({ x, y: 50 })) },
    ],
  })

const placesOf = (svg: string): readonly (readonly number[])[] =>
  [...svg.matchAll(/<polyline points="([^"]+)" fill="none"/g)].map((match) =>
    match[1]!.split(' ').map((point) => Number(point.split(',')[0])),
  )

it('puts equal ratios at equal distances on a logarithmic axis, equal differences on a linear one', () => {
  const [log] = placesOf(chart('log'))
  expect(log![1]! - log![0]!).toBeCloseTo(log![2]! - log![1]!, 0)
  const [linear] = placesOf(chart('linear'))
  expect((linear![2]! - linear![1]!) / (linear![1]! - linear![0]!)).toBeCloseTo(10, 0)
})

it('draws every line with its name, on light and on dark ground, and nothing that is no number', () => {
  const svg = chart('log')
  expect(placesOf(svg)).toHaveLength(2)
  for (const name of ['>ta<', '>mục tiêu<', 'Cỡ &amp; thời gian &lt;ms&gt;', 'prefers-color-scheme:dark'])
    expect(svg).toContain(name)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})
