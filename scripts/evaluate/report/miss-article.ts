/** One question that went wrong: what was asked, what was found, what was right, and why. */
import { escaped } from '../../../src/answer/compare/page/escaped.ts'
import { messages, typeNames } from '../messages.ts'
import type { AskedQuestion } from '../set-run.ts'
import { decimal } from '../table.ts'
import { CAUSES } from './causes.ts'
import type { Miss, Shown } from './miss.ts'
import { marked } from './page.ts'

const { report } = messages
const LONGEST_GOLD = 300

export const missArticle = ({ id, question, tags, type, answer }: AskedQuestion, miss: Miss): string => {
  const causes = miss.causes.map(
    ({ name, detail }) => `<p><strong>${escaped(CAUSES[name])}.</strong> ${escaped(detail)}</p>`,
  )
  const repairs = miss.repairs.map(({ typed, meant }) => `${typed} → ${meant.join(' / ')}`)
  const facts: readonly (readonly [string, string | null])[] = [
    [report.why, causes.join('')],
    [report.understood, miss.understood && escaped(miss.understood)],
    [report.repairs, repairs.length > 0 ? escaped(repairs.join('; ')) : null],
    [report.found, hits(miss.found, miss)],
    [report.right, rightOnes(miss)],
    [report.golds, miss.golds.length > 0 ? escaped(miss.golds.map(short).join(' | ')) : null],
    [report.answer, answer && answered(answer)],
  ]
  const labels = [typeNames[type], ...tags].map((tag) => `<span class="tag">${escaped(tag)}</span>`).join('')
  return `<article>
<h4>${escaped(question)}</h4>
<p>${labels}<span class="id">${escaped(id)}</span></p>
<dl>${facts.map(([name, html]) => (html ? `<dt>${escaped(name)}</dt><dd>${html}</dd>` : '')).join('\n')}</dl>
</article>`
}

const rightOnes = ({ right, ...miss }: Miss): string => {
  const others = right.filter(({ id }) => !miss.found.some((shown) => shown.id === id))
  if (right.length === 0) return escaped(report.none)
  return others.length > 0 ? hits(others, { right, ...miss }) : escaped(report.seenAbove)
}

const hits = (shown: readonly Shown[], { words }: Miss): string =>
  shown.length === 0
    ? escaped(report.nothing)
    : `<ol class="hits">${shown.map((one) => hit(one, words)).join('\n')}</ol>`

const hit = ({ id, title, section, excerpt, isRight, rank, score }: Shown, words: Miss['words']): string => {
  const place = [
    rank === null ? report.unranked : report.rank(rank),
    ...(score === null ? [] : [report.score(decimal(score, 2))]),
    ...(section ? [section] : []),
  ]
  return `<li${isRight ? ' class="right"' : ''}><span class="name">${isRight ? '<i>✓</i> ' : ''}${escaped(title || id)}</span>
<span class="place">${escaped(place.join(' · '))} · <span class="id">${escaped(id)}</span></span>
<div>${marked(excerpt, words)}</div></li>`
}

const answered = ({ status, reason, text }: NonNullable<AskedQuestion['answer']>): string =>
  `<details><summary>${escaped(report.status(status, reason))}</summary><div class="text">${escaped(text)}</div></details>`

const short = (text: string): string => (text.length > LONGEST_GOLD ? `${text.slice(0, LONGEST_GOLD)}…` : text)
