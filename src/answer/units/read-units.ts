/** Reads the table of ended units: entries that are wrong are left out, each with what is wrong in it, and the others serve. */
import { z } from 'zod'
import { unitMessages } from '../../text/messages/unit-messages.ts'
import { syllables } from '../../text/terms.ts'
import { UNIT_KINDS, type EndedUnit } from './ended-unit.ts'

export interface UnitsRead {
  readonly units: readonly EndedUnit[]
  /** In Vietnamese, one sentence an entry and field. */
  readonly faults: readonly string[]
}

const text = (most: number) =>
  z.string(unitMessages.text).trim().min(1, unitMessages.empty).max(most, unitMessages.tooLong(most))
// one syllable means too much: "xã" alone would be found in every question
const name = text(120).refine((one) => syllables(one).length > 1 || /\d|-/.test(one), unitMessages.oneSyllable)
const names = (one: z.ZodString | typeof name) => z.array(one, unitMessages.list).max(60, unitMessages.tooMany)
const day = z.iso.date(unitMessages.date)

const ENTRY = z.strictObject(
  {
    name: text(120),
    kind: z.enum(UNIT_KINDS, unitMessages.kind(UNIT_KINDS)),
    names: names(name).default([]),
    namesWithMarks: names(name).default([]),
    beforeName: names(text(40)).default([]),
    onlyAfter: names(text(60)).default([]),
    endedOn: day,
    followedBy: names(text(120)).default([]),
    source: z.strictObject(
      {
        title: text(300),
        number: text(60).nullable().default(null),
        date: day.nullable().default(null),
        url: z
          .url({ protocol: /^https?$/, error: unitMessages.url })
          .nullable()
          .default(null),
      },
      unitMessages.objectFault,
    ),
    note: text(300).nullable().default(null),
  },
  unitMessages.objectFault,
)

/** `json`: the file's words. Never throws. */
export const readUnits = (json: string): UnitsRead => {
  let table: unknown
  try {
    table = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { units: [], faults: [unitMessages.noJson((error as Error).message)] }
  }
  const entries = z.looseObject({ units: z.array(z.unknown()) }).safeParse(table)
  if (!entries.success) return { units: [], faults: [unitMessages.noTable] }
  const units: EndedUnit[] = []
  const faults: string[] = []
  entries.data.units.forEach((entry, i) => {
    const read = ENTRY.safeParse(entry)
    if (read.success && read.data.names.length + read.data.namesWithMarks.length + read.data.beforeName.length > 0)
      units.push(read.data)
    else {
      const called = z.looseObject({ name: z.string() }).safeParse(entry)
      const issues = read.success ? [{ path: ['names'], message: unitMessages.noName }] : read.error.issues
      for (const { path, message } of issues)
        faults.push(unitMessages.fault(i + 1, called.success ? called.data.name : null, path.join('.'), message))
    }
  })
  return { units, faults }
}
