/** The fields of a call: JSON gives values, forms give strings; Telegram takes both. */
import { badRequest } from './api-error.ts'

export type Fields = Readonly<Record<string, unknown>>

export interface UploadedFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

export interface Call {
  readonly method: string
  readonly fields: Fields
  readonly files: ReadonlyMap<string, UploadedFile>
  /** Called when the connection closes before there was an answer. */
  onGone(gone: () => void): void
}

export const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A whole number, also written as a string; undefined where it is missing or is none. */
export const numberOf = (fields: Fields, name: string): number | undefined => {
  const text = textOf(fields, name)?.trim()
  if (text === undefined || !/^-?\d+$/.test(text)) return undefined
  return Number(text)
}

export const isSet = (fields: Fields, name: string): boolean => /^(true|1|yes)$/i.test(textOf(fields, name) ?? '')

/** An object or list, also written as JSON text. */
export const jsonOf = (fields: Fields, name: string, what: string): unknown => {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${what} JSON object`)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
