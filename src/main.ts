/** The door of the program: how it is run, before any of it is loaded. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { settleHeap } from './settle-heap.ts'

// what was compiled once is not compiled again, a third of every start; not in the system's folder for temporary files, where others
// may write, since this is code; where it cannot be kept, nothing else changes
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
settleHeap()
await import('./run.ts')
