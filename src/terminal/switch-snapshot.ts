/** `npm run ingest -- --rollback` and `--forward`: another state of the index serves, without reading a file. */
import type { App } from '../app.ts'
import { snapshotMessages as messages } from '../text/messages/snapshot-messages.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { CouldNotError, UsageError, type ExitCode } from './command-line.ts'
import { pageOf, wrap } from './wrap.ts'

interface SwitchReport {
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

export interface SwitchOptions {
  readonly json?: boolean
  readonly dryRun?: boolean
  readonly rollback?: boolean
  readonly forward?: boolean
}

/** The whole command; `args`: paths, of which there may be none, as there may be no other option. */
export const goOver = async (
  args: readonly string[],
  { json, rollback, forward, dryRun = false, ...others }: SwitchOptions,
  openApp: () => App,
): Promise<ExitCode> => {
  if ((rollback && forward) || args.length > 0 || Object.keys(others).length > 0) throw new UsageError(messages.alone)
  const app = openApp()
  try {
    const report = await switchOnTerminal(app, rollback ? 'back' : 'forward', dryRun)
    const { width } = pageOf(process.stdout)
    const words = (): string =>
      renderSwitch(app, report)
        .split('\n')
        .map((line) => wrap(line, width))
        .join('\n')
    process.stdout.write(`${json ? JSON.stringify(report) : words()}\n`)
    return 0
  } finally {
    app.close()
  }
}

/** Waits for whoever is changing the index. @throws {CouldNotError} where there is nothing to go over to, or it is damaged */
const switchOnTerminal = async (app: App, direction: 'back' | 'forward', dryRun: boolean): Promise<SwitchReport> => {
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

const renderSwitch = (app: App, { changes, dryRun }: SwitchReport): string => {
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
