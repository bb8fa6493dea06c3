/** What every command shares: options that fail with one helpful Vietnamese line, and exit codes that mean the same everywhere. */
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { isLevel, LEVELS, type Level } from '../access.ts'
import { ConfigError } from '../config.ts'
import { RecordsError } from '../desk/records-error.ts'
import { ModelError } from '../models/model-error.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { terminalMessages } from '../text/messages/terminal-messages.ts'
import { pageOf, wrap } from './wrap.ts'

/** 0 = done, 1 = could not, 2 = wrong use. */
export type ExitCode = 0 | 1 | 2

/** Wrong use found by the command itself; its message is one Vietnamese line that says what to do. */
export class UsageError extends Error {}

/** What was asked cannot be done; its message is one Vietnamese sentence that says what to do. */
export class CouldNotError extends Error {}

export const createCommand = (usage: string, description: string): Command =>
  new Command(usage)
    .description(description)
    .helpOption('-h, --help', 'xem cách dùng')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (command) => `${command.name()} ${command.usage().replace('[options]', '[tùy chọn]')}`,
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : `${description} (mặc định: ${String(defaultValue)})`,
    })
    .exitOverride()
    .configureOutput({ outputError: () => {} })

export const parseLevel = (text: string): Level => {
  if (isLevel(text)) return text
  throw new InvalidArgumentError(`phải là một trong: ${LEVELS.join(', ')}.`)
}

export const parseCount = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('phải là số nguyên dương.')
}

/** Runs a command and sets the exit code. Everything that a command throws ends here, once, as a line a person can act on. */
export const runCommand = async (main: () => Promise<ExitCode>): Promise<void> => {
  // `| head` and the like: whoever reads has seen enough, and nothing is left to say
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    process.exitCode = await main()
  } catch (error) {
    const { code, line } = explain(error)
    if (line) process.stderr.write(`${wrap(line, pageOf(process.stderr).width)}\n`)
    process.exitCode = code
  }
}

/** The disk, the account's quota, or the largest file allowed. */
const DISK_FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

const explain = (error: unknown): { code: ExitCode; line: string | null } => {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? { code: 0, line: null } : { code: 2, line: inVietnamese(error) }
  if (error instanceof ConfigError || error instanceof UsageError) return { code: 2, line: error.message }
  if (error instanceof CouldNotError || error instanceof RecordsError) return { code: 1, line: error.message }
  if (error instanceof ModelError) return { code: 1, line: ingestMessages.embedderFailed(error.fault) }
  if ((error as Error).name === 'AbortError') return { code: 1, line: terminalMessages.stopped }
  if (DISK_FULL.has((error as NodeJS.ErrnoException).code ?? '')) return { code: 1, line: terminalMessages.diskFull }
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 1, line: `${terminalMessages.unexpected} ${detail}` }
}

const inVietnamese = (error: CommanderError): string => {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const hint = 'Xem cách dùng: thêm --help.'
  switch (error.code) {
    case 'commander.unknownOption':
      return `Không có tùy chọn ${named}. ${hint}`
    case 'commander.missingArgument':
      return `Thiếu ${named}. ${hint}`
    case 'commander.optionMissingArgument':
      return `Tùy chọn ${named} cần một giá trị. ${hint}`
    case 'commander.excessArguments':
      return `Thừa tham số; câu hỏi nhiều chữ phải đặt trong dấu ngoặc kép. ${hint}`
    case 'commander.invalidArgument':
      return `Giá trị của ${named} không hợp lệ: ${error.message.split('. ').slice(1).join('. ') || error.message} ${hint}`
    default:
      return `Lệnh viết chưa đúng. ${hint}`
  }
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Options:': 'Tùy chọn:',
  'Arguments:': 'Tham số:',
}
