/**
 * `npm run faults` → docs/model-faults.md: the real program with its own settings meets every fault of a model in turn, each in a
 * run of its own; what the asker read, after how long, and what stands in the records.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createOpenAiServer } from '../support/openai-server.ts'
import { startProgram } from '../support/program.ts'
import { recordedAnswers } from '../support/recorded.ts'
import { root } from '../support/run.ts'
import { createTelegramServer } from '../support/telegram-server.ts'
import { modelFaults, recover } from './model-faults.ts'

const QUESTION = 'Chi bộ sinh hoạt định kỳ mấy lần một tháng?'
const SEEN = /“[^”]*mỗi tháng một lần[^”]*”/

const rows: string[] = []
for (const { name, happens } of modelFaults) {
  const [models, telegram] = await Promise.all([createOpenAiServer(), createTelegramServer()])
  await recover(models)
  const program = await startProgram(telegram, {
    keep: true,
    env: { OPENAI_BASE_URL: models.url, OPENAI_CHAT_MODEL: 'thu-nghiem', LOG_LEVEL: 'error' },
  })
  try {
    await happens(models)
    const lan = telegram.user({ name: 'Lan' })
    const started = performance.now()
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    while (!SEEN.test(answer.text)) await answer.edited()
    const seconds = (performance.now() - started) / 1000
    const { why, calls, tokensIn } = recordedAnswers(program.dataDir).at(-1)!.model!
    const saw = answer.edits.length > 0 ? 'sign of life, then quotes' : 'quotes'
    rows.push(
      `| ${name} | ${saw} | ${seconds.toFixed(1)} | \`${why}\` | ${models.count('chat')} | ${calls === 0 ? 0 : tokensIn} |`,
    )
    process.stdout.write(`${rows.at(-1)}\n`)
  } finally {
    await program.close()
    await models.close()
    await telegram.close()
  }
}

const page = `# When a model fails

Written by \`npm run faults\`: the real program (\`node src/main.ts\`, its standard limits: 10 s of silence, 45 s in all) answers one
question in Telegram while its model server misbehaves. What the asker reads is always the document’s own words in quotation marks,
with the source; nothing that the model sent is shown. The reason stands in the records with the answer (\`model.why\`), beside calls,
tokens and cost.

| fault of the model | the asker saw | after s | recorded | requests | tokens charged |
|---|---|---|---|---|---|
${rows.join('\n')}

After five faults within half a minute, or five in a row, the breaker opens: answers come in quotes at once (\`resting\`), and the
endpoint is tried again by one question every 30 s. Embeddings and re-ranking have breakers of their own; without them the words find
alone, and the answer says so.
`
writeFileSync(join(root, 'docs', 'model-faults.md'), page)
