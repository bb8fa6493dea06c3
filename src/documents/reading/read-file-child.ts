/** The process that opens files: it is told a path, answers with what is in it, and is killed when it takes too long or too much. */
import './deny-network.ts'
import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ChildReply, ChildRequest } from './child-messages.ts'

const { answerRequest } = await import('./answer-request.ts')

/** Resolves when the message has left this process, so that nothing that is read later can take it along into its death. */
const reply = (message: ChildReply): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve())
    else resolve()
  })

const tempRoot = process.argv[2] ?? ''

/** The parent is gone: nobody else will remove its temporary folder, nor end the programs that were started. */
const dieWithOurs = (): void => {
  try {
    if (tempRoot !== '') rmSync(tempRoot, { recursive: true, force: true })
  } finally {
    process.kill(-process.pid, 'SIGKILL')
  }
}

const serve = async (request: ChildRequest): Promise<void> => {
  const slow = (milliseconds: number): void => void reply({ id: request.id, slowStep: milliseconds })
  await reply({ id: request.id, outcome: await answerRequest(request, slow) })
}

// one after another, in the order of asking
let last = Promise.resolve()
process.on('message', (request: ChildRequest) => {
  // a fault of ours, not of the file: the parent sees the exit and says so
  last = last.then(() => serve(request)).catch(() => process.exit(70))
})
process.on('disconnect', dieWithOurs)

// a parser in an endless loop never hears of the disconnect: a thread of its own watches whether the parent still lives
const watch = `
  const { workerData: { parent, tempRoot } } = require('node:worker_threads')
  const { rmSync } = require('node:fs')
  setInterval(() => {
    if (process.ppid === parent) return
    try { if (tempRoot !== '') rmSync(tempRoot, { recursive: true, force: true }) } finally { process.kill(-process.pid, 'SIGKILL') }
  }, 1000)
`
new Worker(watch, { eval: true, workerData: { parent: process.ppid, tempRoot } }).unref()
