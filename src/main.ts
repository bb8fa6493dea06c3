/** The door of the program: what was compiled once is not compiled again, a third of every start; where it cannot be kept, nothing else changes. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// not in the system's folder for temporary files: others may write there, and this is code
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
await import('./run.ts')
