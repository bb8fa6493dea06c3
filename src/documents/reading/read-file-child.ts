/** The process that opens files: it is told a path, answers with what is in it, and is killed when it takes too long or too much. */
import './deny-network.ts'
import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ChildReply, ChildRequest } from './child-messages.ts'

const { answerRequest } = await import('./answer-request.ts')

const reply = (message: ChildReply): void => {
  process.send?.(message)
}

const tempRoot = process.argv[2] ?? ''

/** The parent is gone: nobody else will remove its temporary folder, nor end the programs that were started. */
const dieWithOurs = (): void => {
  try {
    if (tempRoot !== '') rmSync(tempRoot, { recursive: true, force: true })
  } finally {
    process.kill(-process.pid, 'SIGKILL')
  }
}

process.on('message', (request: ChildRequest) => {
  const slow = (milliseconds: number): void => reply({ id: request.id, slowStep: milliseconds })
  answerRequest(request, slow).then(
    (outcome) => reply({ id: request.id, outcome }),
    // a fault of ours, not of the file: the parent sees the exit and says so
    () => process.exit(70),
  )
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
