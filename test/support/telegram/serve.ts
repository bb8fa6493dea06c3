/**
 * The bench as a process of its own: `node test/support/telegram/serve.ts ['{"keepMessages":200}']`. It prints one line of JSON with
 * its root and token, and obeys the verbs of control.ts by IPC or by `POST /_control/<verb>`.
 */
import { createTelegramServer, type TelegramServerOptions } from '../telegram-server.ts'
import { createControl, runVerb } from './control.ts'
import type { Asked, Told } from './remote.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as TelegramServerOptions
const server = await createTelegramServer({
  ...options,
  control: (verb, asked) => runVerb(control, verb, asked),
})
const control = createControl(server)

process.on('message', ({ id, verb, asked }: Asked) => {
  runVerb(control, verb, asked).then(
    (result) => process.send?.({ id, result } satisfies Told),
    (error: Error) => process.send?.({ id, error: error.message } satisfies Told),
  )
})
process.once('disconnect', () => process.exit(0))
const ready = { root: server.root, token: server.token, pid: process.pid }
process.stdout.write(`${JSON.stringify(ready)}\n`)
process.send?.({ id: 0, result: ready } satisfies Told)
