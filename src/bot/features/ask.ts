/** Questions and answers: what is typed, edited, picked and pressed. */
import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'
import { digestCommand } from './ask/digest-command.ts'
import { edits } from './ask/edits.ts'
import { originals } from './ask/originals.ts'
import { picks } from './ask/picks.ts'
import { questions } from './ask/questions.ts'
import { sources } from './ask/sources.ts'
import { stops } from './ask/stops.ts'

export const ask = new Composer<BotContext>()
ask.use(stops, sources, originals, picks, edits, digestCommand, questions)
