/** Hours in which nobody is written to unasked, as clocks in Việt Nam show them (UTC+7, no summer time). */
const HOUR_MS = 3_600_000
const OFFSET_MS = 7 * HOUR_MS

export interface QuietHours {
  /** Whole hours, 0-23; over midnight where `from` is the later. */
  readonly from: number
  readonly to: number
}

export const isQuiet = (at: number, hours: QuietHours | null): boolean => {
  if (hours === null) return false
  const hour = Math.floor((at + OFFSET_MS) / HOUR_MS) % 24
  return hours.from < hours.to ? hour >= hours.from && hour < hours.to : hour >= hours.from || hour < hours.to
}
