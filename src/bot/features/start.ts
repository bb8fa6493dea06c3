/** The greeting, the permanent keyboard, the help, the way to a person, and the links that open something at once. */
import { FormattedString } from '@grammyjs/parse-mode'
import { Composer } from 'grammy'
import { newestDate } from '../../answer/source-line.ts'
import { startMessages } from '../../text/messages/start-messages.ts'
import { callbackData, onButton, toast } from '../callback-data.ts'
import type { BotContext } from '../context.ts'
import { deepLinkOf } from '../deep-links.ts'
import { KEYBOARD, keyOfKeyboard, PLACEHOLDER } from '../keyboards.ts'
import { placeOf } from '../place.ts'
import type { Recent } from '../recent.ts'
import { labelOf, lines, parts, show } from '../view.ts'
import { ofLibrary, showDocument } from './documents/open-document.ts'
import { giveAnswer } from './ask/give-answer.ts'
import { roleHelp } from './start/role-help.ts'
import { createPreparedQuestions, type PreparedQuestions } from './start/prepared-questions.ts'

/** How long somebody who pressed /start is greeted shortly when they press it again. */
const WELCOMED_MS = 30 * 86_400_000

/** `welcomed`: who has read the greeting. */
export const createStart = (welcomed: Recent): Composer<BotContext> => {
  const composer = new Composer<BotContext>()
  const prepared = createPreparedQuestions()

  composer.command('start', async (ctx) => {
    const link = deepLinkOf(ctx.match)
    if (!ctx.asker.isPrivate) return show(ctx, { body: lines(startMessages.inGroup(ctx.me.username)), buttons: [] })
    if (link?.kind === 'vb') return showDocument(ctx, link.id)
    const question = link?.kind === 'hoi' ? prepared.find(ctx.deps.house, ctx.asker.level, link.id) : null
    if (question) return void (await giveAnswer(ctx, { question: question.question }))
    await greet(ctx, welcomed, prepared)
  })
  composer.command('trogiup', help)
  composer.command('lienhe', contact)
  composer.chatType('private').on('message:text', async (ctx, next) => {
    const key = keyOfKeyboard(ctx.msg.text)
    if (key === 'ask') await showExamples(ctx, prepared)
    else if (key === 'help') help(ctx)
    else await next()
  })
  onButton(composer, 'vd', async (ctx, id = '') => {
    await toast(ctx)
    const question = prepared.find(ctx.deps.house, ctx.asker.level, id)
    if (question) await giveAnswer(ctx, { question: question.question })
    else show(ctx, { body: lines(startMessages.exampleGone), buttons: [] })
  })
  return composer
}

const greet = async (ctx: BotContext, welcomed: Recent, prepared: PreparedQuestions): Promise<void> => {
  const { asker, deps, job } = ctx
  if (asker.role !== null) job.say({ kind: 'commands' })
  const isKnown = welcomed.has(asker.person, deps.now()) || deps.records.people.isGreeted(asker.person)
  job.also(() => welcomed.note(asker.person, deps.now() + WELCOMED_MS))
  if (isKnown) return withKeyboard(ctx, lines(startMessages.again))
  const cards = deps.house.library(asker.level)?.cards ?? []
  withKeyboard(
    ctx,
    lines(
      startMessages.welcome,
      '',
      FormattedString.b(
        cards.length > 0 ? startMessages.holds(cards.length, newestDate(cards)) : startMessages.holdsNothing,
      ),
      '',
      startMessages.privacy(deps.desk.retentionDays),
    ),
  )
  await showExamples(ctx, prepared)
}

const withKeyboard = (ctx: BotContext, body: FormattedString): void =>
  ctx.job.say({
    kind: 'text',
    text: body.text,
    entities: body.entities,
    keyboard: KEYBOARD,
    placeholder: PLACEHOLDER,
    ...placeOf(ctx),
  })

/** How to ask, with questions that have an answer here. */
const showExamples = async (ctx: BotContext, prepared: PreparedQuestions): Promise<void> => {
  const examples = await prepared.examples(ctx.deps.house, ctx.asker.level)
  const view = {
    body: lines(
      startMessages.howToAsk,
      examples.length > 0 && startMessages.examples,
      ...examples.map(({ question }, i) => startMessages.example(i + 1, question)),
    ),
    // whole in the text, their beginning on the button: a button shows few letters
    buttons: examples.map(({ id, question }, i) => ({
      label: labelOf(startMessages.example(i + 1, question)),
      data: callbackData('vd', id),
    })),
  }
  show(ctx, examples.length > 0 ? ofLibrary(ctx, () => view) : view)
}

const help = (ctx: BotContext): void =>
  show(ctx, { body: parts([...startMessages.help(ctx.me.username), ...roleHelp(ctx)]), buttons: [] })

const contact = (ctx: BotContext): void => {
  const { desk, telegram } = ctx.deps
  const words =
    desk.contact !== null
      ? startMessages.contact(desk.contact)
      : telegram.staffChatId !== null
        ? startMessages.contactStaff
        : startMessages.noContact
  show(ctx, { body: lines(words), buttons: [] })
}
