/** Moments as people in Việt Nam read them. */

const ZONE = 'Asia/Ho_Chi_Minh'
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false })
const date = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' })

/** Milliseconds since the epoch → `14:05 ngày 23/11/2026`. */
export const timeOfDay = (at: number): string => `${clock.format(at)} ngày ${date.format(at)}`

/** Milliseconds since the epoch → `23/11/2026`. */
export const dayOf = (at: number): string => date.format(at)

/** Milliseconds since the epoch → `2026-11-23`, the day as Việt Nam counts it. */
export const isoDay = (at: number): string => {
  // asked several times in an answer; no day ends within a minute
  const minute = Math.floor(at / 60_000)
  if (minute !== last.minute) last = { minute, day: dayOf(at).split('/').reverse().join('-') }
  return last.day
}
let last = { minute: NaN, day: '' }
