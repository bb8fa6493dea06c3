/** In a process of its own, which does nothing else: serves an index and answers questions. `node serve-grown.ts INDEX_FOLDER QUESTIONS_FILE` */
import { readFileSync } from 'node:fs'
import { answerQuestion } from '../../../src/answer/answer-question.ts'
import { createEmbeddedIndex } from '../../../src/search/embedded-index.ts'
import { retrieve, type RetrieveOptions } from '../../../src/search/retrieve.ts'
import { settleHeap } from '../../../src/settle-heap.ts'
import type { AskedAtGrown, Served } from './time-growth.ts'

// as src/main.ts does: it is the memory of the running program that is asked
settleHeap()

const [indexFolder, questionsFile] = process.argv.slice(2)
const { warmUp, timed } = JSON.parse(readFileSync(questionsFile!, 'utf8')) as AskedAtGrown
const started = performance.now()
const index = createEmbeddedIndex(indexFolder!, null)
const snapshot = index.open()!
const { library } = snapshot.scope('public')
const loadMs = performance.now() - started

const search = (text: string, options: Omit<RetrieveOptions, 'library' | 'lexical'>) => {
  const { library, lexical } = snapshot.scope('public')
  return retrieve(text, { library, lexical, ...options })
}
const answers: number[] = []
let answered = 0
const ask = async (question: string): Promise<void> => {
  const asked = performance.now()
  const answer = await answerQuestion(
    { question, level: 'public', turns: [] },
    {
      now: () => new Date(),
      library: () => snapshot.scope('public').library,
      retrieve: (text, options) => search(text, options),
      onError: (error) => {
        throw error
      },
    },
  )
  answers.push(performance.now() - asked)
  if (answer.status === 'answered') answered++
}
for (const question of warmUp) await ask(question)
answers.length = answered = 0
for (const question of timed) await ask(question)

const retrievals = timed.map((question) => {
  const asked = performance.now()
  search(question, { top: 10 })
  return performance.now() - asked
})
const served: Served = {
  documents: library.cards.length,
  passages: library.passageCount,
  loadMs,
  answers,
  retrievals,
  answered,
  rss: process.memoryUsage().rss,
}
index.close()
process.stdout.write(JSON.stringify(served))
