/** What is told from the names alone that a question gives: a place of a document, a document and nothing else, an article by its title. */
import type { Outcome, Situation } from '../situation.ts'
import { atPlace } from './at-place.ts'
import { documentAlone } from './document-alone.ts'
import { articleCalled } from './where-it-stands.ts'

export const namedPlaces = (situation: Situation): Outcome | undefined =>
  atPlace(situation) ?? documentAlone(situation) ?? articleCalled(situation)
