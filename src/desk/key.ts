/** Keyed hash of a Telegram id, of a person or of a chat; a private chat has the key of its person (person-key.ts). */
export type Key = string
