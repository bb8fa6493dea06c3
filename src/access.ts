/** Who may read what: every document has a level, every reader has a level, and a reader sees the levels up to their own. */

export const LEVELS = ['public', 'member', 'staff'] as const

/** `public` < `member` < `staff`. */
export type Level = (typeof LEVELS)[number]

export const isLevel = (value: unknown): value is Level => LEVELS.includes(value as Level)

/** Whether a reader of level `reader` may see a document of level `document`. */
export const mayRead = (reader: Level, document: Level): boolean => LEVELS.indexOf(document) <= LEVELS.indexOf(reader)
