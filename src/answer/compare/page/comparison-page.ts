/** A comparison as one HTML page that needs nothing else: no scripts, nothing from elsewhere, readable on a telephone and on paper. */
import type { DocumentCard } from '../../../search/search-index.ts'
import { comparisonMessages as messages } from '../../../text/messages/comparison-messages.ts'
import { kindNames, nameOf, validityNames } from '../../document-names.ts'
import { dayFirst } from '../../source-line.ts'
import type { ComparedDocuments } from '../compare-documents.ts'
import type { PartPair } from '../comparison.ts'
import { sumOf } from '../sum-of.ts'
import { escaped } from './escaped.ts'
import { htmlPage } from './html-page.ts'
import { pageStyle } from './page-style.ts'
import { partSection } from './part-section.ts'

const { page } = messages

/** `madeOn`: ISO day. */
export const comparisonPage = (compared: ComparedDocuments, madeOn: string): string => {
  const { older, newer, parts } = compared
  const title = page.title(nameOf(newer.meta), nameOf(older.meta))
  const rules = parts.filter((part) => !isFrame(part))
  const changed = rules.filter((part) => part.kind !== 'same')
  const same = rules.filter(({ kind }) => kind === 'same')
  const frame = parts.filter((part) => isFrame(part) && part.kind !== 'same')
  const isRestricted = older.level !== 'public' || newer.level !== 'public'
  const sections = (some: readonly PartPair[]): string => some.map((part) => partSection(part, compared)).join('\n')
  const body = `<body>
<header>
${isRestricted ? `<p><strong>${escaped(page.restricted)}</strong></p>\n` : ''}<h1>${escaped(title)}</h1>
<div class="two">
${card(page.older, older)}
${card(page.newer, newer)}
</div>
<div class="sum">
<p><strong>${escaped(sumOf(compared))}</strong></p>
<p>${page.legend}</p>
</div>
</header>
<main>
${changed.length > 0 ? `<h3>${escaped(page.changedParts)}</h3>\n${sections(changed)}\n` : ''}${
    same.length > 0
      ? `<h3>${escaped(page.sameParts(same.length))}</h3>\n<ul>\n${same.map(sameLine).join('\n')}\n</ul>\n`
      : ''
  }${frame.length > 0 ? `<h3>${escaped(page.frame)}</h3>\n${sections(frame)}\n` : ''}</main>
<footer>${escaped(page.made(dayFirst(madeOn)))}</footer>
</body>`
  return htmlPage(title, pageStyle, body)
}

const isFrame = (part: PartPair): boolean => (part.new ?? part.old)!.isFrame

const card = (heading: string, { meta }: DocumentCard): string => {
  const facts = [
    [page.number, meta.number],
    [page.issuer, meta.issuer],
    [page.date, meta.date && dayFirst(meta.date)],
    [page.validity, validityNames[meta.validity]],
  ] as const
  const rows = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value ?? page.notSaid)}</dd>`)
  return `<section class="card"><h2>${escaped(heading)}</h2>
<p><strong>${escaped(meta.number ? nameOf(meta) : kindNames[meta.kind])}</strong><br>${escaped(meta.title)}</p>
<dl>${rows.join('')}</dl></section>`
}

const sameLine = ({ old, new: now, isRenumbered, isMoved }: PartPair): string => {
  const before = isRenumbered ? page.was(old!.label ?? old!.name) : isMoved ? page.elsewhere : null
  return `<li>${escaped(now!.name)}${before ? ` <span class="was">(${escaped(before)})</span>` : ''}</li>`
}
