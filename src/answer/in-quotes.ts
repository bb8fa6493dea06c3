/** The ways to answer in the words of documents, the most particular first: what one does not take, the next one looks at. */
import { compared } from './compare/compared.ts'
import { digestAsked } from './digest/digest.ts'
import { aboutDocument } from './look-up/about-document.ts'
import { documentParts } from './look-up/document-parts.ts'
import { documentsAsked } from './look-up/from-titles.ts'
import { namedPlaces } from './look-up/named-places.ts'
import { placesFirst } from './look-up/where-it-stands.ts'
import { fromPassages } from './quotes/from-passages.ts'
import type { Outcome, Situation } from './situation.ts'

/** `asked`: the message as it came. */
export const inQuotes = (situation: Situation, asked: string): Outcome =>
  compared(situation, asked) ??
  documentsAsked(situation) ??
  digestAsked(situation) ??
  documentParts(situation) ??
  aboutDocument(situation) ??
  namedPlaces(situation) ??
  placesFirst(situation, fromPassages(situation))
