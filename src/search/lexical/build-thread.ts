/** The thread that builds its part of an index while the other is built beside it. */
import { parentPort } from 'node:worker_threads'
import { accentSide, passageSide } from './build-lexical.ts'
import type { ThreadWork } from './build-on-threads.ts'

parentPort?.on('message', (work: ThreadWork) => {
  const made = work.side === 'accents' ? accentSide(work.stream) : passageSide(work.terms, work.stream)
  const buffers = Object.values(made).flatMap((part) =>
    Object.values(part).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [])),
  )
  parentPort?.postMessage(made, buffers)
})
