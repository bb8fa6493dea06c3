/** What retrieval hands to answering: how the question was understood, and what was found, best first. Plain values only. */
import type { DocumentCard, FoundPassage } from './search-index.ts'

/** One syllable (or number) of the question, with everything it may stand for. */
export interface QuerySyllable {
  /** Offsets in `Query.text`, end exclusive. */
  readonly start: number
  readonly end: number
  /** Folded form as typed (after Telex decoding): `dang`. */
  readonly folded: string
  /** Accented key when the asker typed marks or they could be restored; null otherwise. */
  readonly accented: string | null
  /** 1 for a content syllable, .25 for an asking one. */
  readonly weight: number
  /** Inverse document frequency over the passages that the reader may see; an unknown syllable has that of frequency 0. */
  readonly idf: number
  /** Folded forms it may match, itself included, each with a factor of at most 1 (abbreviations, typing repairs). */
  readonly forms: readonly { readonly folded: string; readonly factor: number }[]
}

export interface Query {
  /** The question in clean form. */
  readonly text: string
  /** Whether the asker typed diacritics. */
  readonly marked: boolean
  readonly syllables: readonly QuerySyllable[]
}

export type ScoredPassage = FoundPassage & { readonly score: number }

export interface RankedDocument {
  readonly card: DocumentCard
  readonly score: number
  /** The best passage of the document for this question. */
  readonly passage: ScoredPassage
}

export interface Retrieval {
  readonly query: Query
  /** Best first, at most `top`. */
  readonly documents: readonly RankedDocument[]
  /** Best passages over all documents, best first. */
  readonly passages: readonly ScoredPassage[]
  /** r of answering-study.md §3: best BM25 score over what a perfect match would score. The refusal rule compares it with θ·ln(1 + passageCount). */
  readonly strength: number
  readonly passageCount: number
  /** Share of the question's content that stands in the library only apart from its neighbours: see strange-share.ts. */
  readonly strange: number
  /** What the best of the documents that were left out scores, 0 where none comes near; not set where they were not looked at. */
  readonly leftOut?: number
  /** The question as it may be given to a model: its marks restored from what the model may see, personal numbers masked. */
  readonly outward?: string
  /** Set where passages should have been found by meaning too, and the embedder failed. */
  readonly byWordsOnly?: boolean
}
