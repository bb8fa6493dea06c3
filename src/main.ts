/** The door of the program: how it is run, before any of it is loaded. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

// what was compiled once is not compiled again, a third of every start; not in the system's folder for temporary files, where others
// may write, since this is code; where it cannot be kept, nothing else changes
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
// the space for young objects would grow to 130 MB and never shrink; kept small, 100,000 passages are served in 375 MB instead of
// 545, and a question takes a tenth longer
setFlagsFromString('--semi-space-growth-factor=1')
await import('./run.ts')
