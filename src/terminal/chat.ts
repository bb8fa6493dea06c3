/** A conversation in the terminal: questions in, answers out, with the last turns kept so that "còn nhiệm kỳ sau?" is understood. */
import { createInterface } from 'node:readline'
import { turnOf, type Turn } from '../answer/answer.ts'
import { newestDate } from '../answer/source-line.ts'
import type { App } from '../app.ts'
import { terminalMessages } from '../text/messages/terminal-messages.ts'
import { renderAnswer } from './render-answer.ts'
import { renderLibrary } from './render-library.ts'
import { pageOf, wrap, type Page } from './wrap.ts'

/** The reader at this terminal: whoever sits at the machine may run `ask --level staff`; the chat shows what a citizen sees. */
const LEVEL = 'public'

/** Reads questions until the input ends or `/thoat`. Lines that come while an answer is being made wait their turn. */
export const chat = async (app: App, input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<void> => {
  const page = pageOf(output)
  const say = (text: string): void => void output.write(`${text}\n\n`)
  say(greeting(app, page))
  const lines = createInterface({
    input,
    output,
    prompt: page.paint('bold', terminalMessages.prompt),
    terminal: input.isTTY,
  })
  let turns: readonly Turn[] = []
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text === '/thoat' || text === '/quit') break
    if (text === '/quen') {
      turns = []
      say(terminalMessages.forgotten)
    } else if (text === '/vanban') say(renderLibrary(app.library(LEVEL)?.cards ?? [], page))
    else if (text === '/trogiup' || text === '/help') say(wrap(terminalMessages.help, page.width))
    else if (text) {
      const answer = await app.ask(text, { level: LEVEL, turns })
      say(`\n${renderAnswer(answer, page)}`)
      turns = [...turns, turnOf(text, answer)].slice(Math.max(0, turns.length + 1 - app.config.desk.keepTurns))
    }
    lines.prompt()
  }
  lines.close()
  output.write(`${terminalMessages.goodbye}\n`)
}

const greeting = (app: App, page: Page): string => {
  const cards = app.library(LEVEL)?.cards ?? []
  if (cards.length === 0) return wrap(terminalMessages.noLibrary(`${app.config.dataDir}/documents`), page.width)
  return wrap(terminalMessages.welcome(cards.length, newestDate(cards)), page.width)
}
