/** A chart as SVG: dark on light whatever the chat's colours are, told apart by pattern and words, with the numbers on the columns. */
import { OUTCOMES, type Outcome } from '../../desk/statistics-records.ts'
import type { Chart } from './chart.ts'

/** As a telephone shows it whole and sharp. */
const WIDTH = 1080
const MARGIN = 48
const PLOT_TOP = 330
const PLOT_HEIGHT = 420
const BOTTOM = PLOT_TOP + PLOT_HEIGHT
const TOPICS_TOP = BOTTOM + 150
const TOPIC_HEIGHT = 84

const FILLS: Readonly<Record<Outcome, string>> = {
  answered: '#1f5f8b',
  askedBack: 'url(#dots)',
  refused: 'url(#stripes)',
  failed: 'url(#cross)',
}

export const chartSvg = (chart: Chart): string => {
  const rows = Math.max(1, chart.topics.length)
  const height = TOPICS_TOP + rows * TOPIC_HEIGHT + MARGIN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans">`,
    PATTERNS,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(MARGIN, 88, chart.title, { size: 46, bold: true }),
    text(MARGIN, 142, chart.subtitle, { size: 30, fill: '#444444' }),
    ...legend(chart),
    ...plot(chart),
    text(MARGIN, TOPICS_TOP - 34, chart.topicsTitle, { size: 36, bold: true }),
    ...topics(chart),
    '</svg>',
  ].join('\n')
}

const PATTERNS = `<defs>
<pattern id="stripes" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="#ffffff"/><rect width="7" height="14" fill="#b5482a"/></pattern>
<pattern id="dots" width="14" height="14" patternUnits="userSpaceOnUse"><rect width="14" height="14" fill="#ffffff"/><circle cx="7" cy="7" r="4.2" fill="#7a6200"/></pattern>
<pattern id="cross" width="14" height="14" patternUnits="userSpaceOnUse"><rect width="14" height="14" fill="#ffffff"/><path d="M0 0L14 14M14 0L0 14" stroke="#222222" stroke-width="3"/></pattern>
</defs>`

const legend = ({ legend: names }: Chart): string[] =>
  OUTCOMES.flatMap((outcome, n) => {
    const x = MARGIN + (n % 2) * 500
    const y = 182 + Math.floor(n / 2) * 54
    return [
      `<rect x="${x}" y="${y}" width="40" height="36" fill="${FILLS[outcome]}" stroke="#222222" stroke-width="2"/>`,
      text(x + 56, y + 29, names[outcome], { size: 30 }),
    ]
  })

const plot = ({ columns }: Chart): string[] => {
  const sums = columns.map(({ counts }) => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0))
  const most = Math.max(1, ...sums)
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, columns.length)
  const width = Math.min(96, step * 0.74)
  const size = Math.min(30, step * 0.62)
  // a label needs room for five letters
  const every = Math.max(1, Math.ceil(96 / step))
  const drawn = columns.flatMap(({ label, counts }, n) => {
    const x = MARGIN + n * step + (step - width) / 2
    const middle = MARGIN + (n + 0.5) * step
    let y = BOTTOM
    const parts = OUTCOMES.flatMap((outcome) => {
      const high = (counts[outcome] / most) * (PLOT_HEIGHT - 50)
      if (high === 0) return []
      y -= high
      return [
        `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(high)}" fill="${FILLS[outcome]}" stroke="#222222" stroke-width="1.5"/>`,
      ]
    })
    return [
      ...parts,
      ...(sums[n]! > 0 ? [text(middle, y - 10, shortNumber(sums[n]!), { size, bold: true, anchor: 'middle' })] : []),
      ...((columns.length - 1 - n) % every === 0
        ? [text(middle, BOTTOM + 42, label, { size: 26, anchor: 'middle' })]
        : []),
    ]
  })
  return [
    ...drawn,
    `<line x1="${MARGIN}" y1="${BOTTOM}" x2="${WIDTH - MARGIN}" y2="${BOTTOM}" stroke="#222222" stroke-width="3"/>`,
  ]
}

const topics = ({ topics: all, noTopics }: Chart): string[] => {
  if (all.length === 0) return [text(MARGIN, TOPICS_TOP + 34, noTopics, { size: 30, fill: '#444444' })]
  const most = Math.max(...all.map(({ count }) => count))
  return all.flatMap(({ label, count }, n) => {
    const y = TOPICS_TOP + n * TOPIC_HEIGHT
    const long = Math.max(6, (count / most) * (WIDTH - 2 * MARGIN - 120))
    return [
      text(MARGIN, y + 28, label, { size: 30 }),
      `<rect x="${MARGIN}" y="${y + 40}" width="${round(long)}" height="28" fill="#1f5f8b"/>`,
      text(MARGIN + long + 16, y + 65, String(count), { size: 30, bold: true }),
    ]
  })
}

interface TextStyle {
  readonly size: number
  readonly bold?: boolean
  readonly fill?: string
  readonly anchor?: 'middle'
}

const text = (x: number, y: number, words: string, { size, bold, fill = '#111111', anchor }: TextStyle): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(words)}</text>`

/** `1,2k`: what stands over a narrow column. */
const shortNumber = (n: number): string => (n < 1000 ? String(n) : `${(n / 1000).toFixed(1).replace('.', ',')}k`)

const round = (n: number): number => Math.round(n * 10) / 10

/** Also without what XML does not allow at all. */
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
