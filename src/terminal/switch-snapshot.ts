/** `npm run ingest -- --rollback` and `--forward`: another state of the index serves, without reading a file. */
import type { App } from '../app.ts'
import { snapshotMessages as messages } from '../text/messages/snapshot-messages.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { CouldNotError } from './command-line.ts'

export interface SwitchReport {
  readonly dryRun: boolean
  readonly from: string
  readonly to: string
  readonly documents: number
  readonly passages: number
  /** Documents that differ, by their source: what they were read by before and are now; null: not held. */
  readonly changes: readonly {
    readonly source: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** Waits for whoever is changing the index. @throws {CouldNotError} where there is nothing to go over to, or it is damaged */
export const switchOnTerminal = async (
  app: App,
  direction: 'back' | 'forward',
  dryRun: boolean,
): Promise<SwitchReport> => {
  const kept = app.snapshots.kept()
  if (!kept) throw new CouldNotError(messages.none)
  const { serving, other } = kept
  if (!other || other.isNewer !== (direction === 'forward'))
    throw new CouldNotError(direction === 'back' ? messages.noneBefore : messages.noneNewer)
  if (!dryRun) {
    const done = await app.snapshots.switchTo({ from: serving.id, to: other.id }, (holder) =>
      process.stderr.write(`${ingestMessages.waiting(holder)}\n`),
    )
    if (!done.ok) throw new CouldNotError(messages.failed[done.reason])
  }
  const { id, documents, passages, changes } = other
  return {
    dryRun,
    from: serving.id,
    to: id,
    documents,
    passages,
    changes: changes.map(({ source, before, after }) => ({ source, before, after })),
  }
}

export const renderSwitch = (app: App, { changes, dryRun }: SwitchReport): string => {
  const { serving } = app.snapshots.kept()!
  const { levels } = messages
  const listed = changes.map(({ source, before, after }) =>
    before === null
      ? messages.comes(source)
      : after === null
        ? messages.goes(source)
        : before === after
          ? messages.changes(source)
          : messages.level(source, levels[before as keyof typeof levels], levels[after as keyof typeof levels]),
  )
  const end = dryRun ? [ingestMessages.dryRun] : [messages.done(serving), messages.nextIngestion]
  return [...listed, ...(listed.length > 0 ? [''] : []), ...end].join('\n')
}
