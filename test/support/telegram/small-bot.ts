/** A bot of a few lines, to try the starter before the real program polls. */
import { run } from '@grammyjs/runner'
import { Bot } from 'grammy'

const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN!, { client: { apiRoot: process.env.TELEGRAM_API_ROOT! } })
bot.on('message:text', (ctx) => {
  if (ctx.message.text === 'chết đi') throw new Error('Đã chết')
  return ctx.reply(`Nghe rồi: ${ctx.message.text}`)
})
bot.catch(({ message }) => {
  console.error(message)
  process.exit(1)
})
await bot.init()
const runner = run(bot)
process.once('SIGTERM', () => void runner.stop().then(() => process.exit(0)))
