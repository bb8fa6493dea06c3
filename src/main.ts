/** The door of the program: how it is run, before any of it is loaded. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

// what was compiled once is not compiled again, a third of every start; not in the system's folder for temporary files, where others
// may write, since this is code; where it cannot be kept, nothing else changes
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
// the space for young objects would grow to 130 MB and never shrink: 100,000 passages would be served in 545 MB. It stays as large as
// it was started with: 8 MB with `npm start`, enough for some questions; with 1 MB, as without the option, a question takes a quarter longer
setFlagsFromString('--semi-space-growth-factor=1')
await import('./run.ts')
