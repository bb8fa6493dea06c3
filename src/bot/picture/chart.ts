/** What a picture of the statistics shows, as plain values: so it waits in the outbox, and is drawn when it is sent. */
import type { Outcome } from '../../desk/statistics-records.ts'

export interface Chart {
  readonly title: string
  readonly subtitle: string
  /** From left to right: days, or weeks of a longer time. */
  readonly columns: readonly { readonly label: string; readonly counts: Readonly<Record<Outcome, number>> }[]
  /** What each part of a column is called, with its sum. */
  readonly legend: Readonly<Record<Outcome, string>>
  readonly topicsTitle: string
  /** Most first. */
  readonly topics: readonly { readonly label: string; readonly count: number }[]
  /** In place of the topics where there are none. */
  readonly noTopics: string
}
