/** A body or level of administration that is no longer, as the table `units.json` states it. Facts only; who keeps the table answers for them. */

export const UNIT_KINDS = ['level', 'province', 'district', 'commune', 'body'] as const

export interface EndedUnit {
  /** What it is called in the line that an asker reads: `Tỉnh Bình Phước`, `Cấp huyện`. */
  readonly name: string
  readonly kind: (typeof UNIT_KINDS)[number]
  /** Ways of writing by which it is known in a question, typed with marks or without. */
  readonly names: readonly string[]
  /** Those that are other words without their marks: known only as they stand here. */
  readonly namesWithMarks: readonly string[]
  /** Words that count only before a proper name: `huyện` in `huyện Bù Đăng`. */
  readonly beforeName: readonly string[]
  /** The names count only behind one of these: `tỉnh` in `tỉnh Hòa Bình`, since `hòa bình` is a word too. Empty: anywhere. */
  readonly onlyAfter: readonly string[]
  /** ISO 8601: from this day on it is no longer. */
  readonly endedOn: string
  readonly followedBy: readonly string[]
  readonly source: {
    readonly title: string
    readonly number: string | null
    /** ISO 8601. */
    readonly date: string | null
    readonly url: string | null
  }
  /** One sentence more, shown as it stands. */
  readonly note: string | null
}
