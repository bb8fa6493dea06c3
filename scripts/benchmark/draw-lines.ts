/** A line chart as SVG, readable on light and on dark ground: how one thing changes with another, for several that are compared. */

export interface Axis {
  readonly label: string
  readonly scale: 'log' | 'linear'
  /** Where a line and a number stand; left out: powers of ten, or five even steps. */
  readonly ticks?: readonly number[]
  readonly format?: (value: number) => string
}

export interface Line {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number; readonly label?: string }[]
  /** A goal or a limit rather than a measurement. */
  readonly dashed?: boolean
}

export interface LineChart {
  readonly title: string
  readonly subtitle?: string
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly Line[]
}

const WIDTH = 800
const HEIGHT = 440
const PLOT = { left: 76, right: 600, top: 66, bottom: 380 }
/** Told apart by people who do not see all colours (Okabe and Ito), and by the shape of their points. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7f7f7f']
const STYLE =
  'text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-size:16px;font-weight:600}.quiet{fill:#57606a;font-size:12px}' +
  '.grid{stroke:#d0d7de}.axis{stroke:#57606a}.ground{fill:#fff}' +
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.quiet{fill:#9198a1}.grid{stroke:#30363d}.axis{stroke:#9198a1}.ground{fill:#0d1117}}'
/** Names beside the ends of their lines must not lie on each other. */
const LINE_HEIGHT = 17

export const drawLines = ({ title, subtitle, x, y, lines }: LineChart): string => {
  const points = lines.flatMap((line) => line.points)
  const across = scaled(
    x,
    points.map((point) => point.x),
    PLOT.left,
    PLOT.right,
  )
  const up = scaled(
    y,
    points.map((point) => point.y),
    PLOT.bottom,
    PLOT.top,
  )
  const drawn = lines.map(({ points: own, dashed }, n): string => {
    const colour = COLOURS[n % COLOURS.length]!
    const path = own.map((point) => `${round(across.at(point.x))},${round(up.at(point.y))}`).join(' ')
    const dash = dashed ? ' stroke-dasharray="5 5"' : ''
    const marks = dashed ? [] : own.map((point) => mark(n, round(across.at(point.x)), round(up.at(point.y)), colour))
    const labels = own.flatMap(({ x: px, y: py, label }) =>
      label === undefined ? [] : [text(round(across.at(px)) + 7, round(up.at(py)) - 6, label, 'class="quiet"')],
    )
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>${marks.join('')}${labels.join('')}`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}</style><rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    text(PLOT.left, 28, title, 'class="title"'),
    ...(subtitle === undefined ? [] : [text(PLOT.left, 48, subtitle, 'class="quiet"')]),
    ...across.ticks.map((tick) => {
      const at = round(across.at(tick))
      const grid = `<line class="grid" x1="${at}" x2="${at}" y1="${PLOT.top}" y2="${PLOT.bottom}"/>`
      return grid + text(at, PLOT.bottom + 20, (x.format ?? plain)(tick), 'class="quiet" text-anchor="middle"')
    }),
    ...up.ticks.map((tick) => {
      const at = round(up.at(tick))
      const grid = `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at}" y2="${at}"/>`
      return grid + text(PLOT.left - 8, at + 4, (y.format ?? plain)(tick), 'class="quiet" text-anchor="end"')
    }),
    `<polyline class="axis" fill="none" points="${PLOT.left},${PLOT.top} ${PLOT.left},${PLOT.bottom} ${PLOT.right},${PLOT.bottom}"/>`,
    text((PLOT.left + PLOT.right) / 2, HEIGHT - 18, x.label, 'text-anchor="middle"'),
    text(0, 0, y.label, `text-anchor="middle" transform="translate(20 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)"`),
    ...drawn,
    ...names(lines, across.at, up.at),
    '</svg>',
    '',
  ].join('\n')
}

const scaled = (axis: Axis, values: readonly number[], from: number, to: number) => {
  const all = [...values, ...(axis.ticks ?? [])].filter((value) => axis.scale === 'linear' || value > 0)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const isLog = axis.scale === 'log'
  const place = (value: number): number => (isLog ? Math.log10(value) : value)
  const low = isLog && !axis.ticks ? Math.floor(place(least)) : place(least)
  const high = isLog && !axis.ticks ? Math.ceil(place(most)) : place(most)
  const span = high - low || 1
  const ticks =
    axis.ticks ??
    (isLog
      ? Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i))
      : Array.from({ length: 6 }, (_, i) => low + (span * i) / 5))
  return { ticks, at: (value: number): number => from + ((place(value) - low) / span) * (to - from) }
}

/** Each name at the end of its line, moved apart where ends meet. */
const names = (lines: readonly Line[], across: (x: number) => number, up: (y: number) => number): readonly string[] => {
  const ends = lines.flatMap(({ name, points }, n) => {
    const last = points.at(-1)
    return last ? [{ name, n, x: across(last.x), y: up(last.y) }] : []
  })
  ends.sort((a, b) => a.y - b.y)
  let above = -Infinity
  return ends.map(({ name, n, x, y }) => {
    above = Math.max(y, above + LINE_HEIGHT)
    const colour = COLOURS[n % COLOURS.length]!
    const to = PLOT.right + 14
    const leader = `<line x1="${round(x + 5)}" y1="${round(y)}" x2="${to}" y2="${round(above)}" stroke="${colour}" stroke-opacity=".35"/>`
    return `${leader}${mark(n, to + 4, round(above), colour)}${text(to + 13, round(above) + 4, name, '')}`
  })
}

const mark = (n: number, x: number, y: number, colour: string): string => {
  const shapes = [
    `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`,
    `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="${colour}"/>`,
    `<path d="M${x} ${y - 5}l5 9h-10z" fill="${colour}"/>`,
    `<path d="M${x} ${y - 5}l5 5-5 5-5-5z" fill="${colour}"/>`,
  ]
  return shapes[n % shapes.length]!
}

const text = (x: number, y: number, words: string, attributes: string): string =>
  `<text x="${x}" y="${y}" ${attributes}>${escaped(words)}</text>`

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const round = (value: number): number => Math.round(value * 10) / 10

const plain = (value: number): string =>
  value >= 1000 || Number.isInteger(value) ? value.toLocaleString('vi-VN') : String(Number(value.toPrecision(3)))
