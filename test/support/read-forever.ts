/** Reads the file named by the first argument with programs from the folder named by the second, until it is killed. */
import { createFileReader } from '../../src/documents/reading/read-in-child.ts'

const [path, programPath] = process.argv.slice(2) as [string, string]
await createFileReader({ workers: 1, timeLimitMs: 600_000, files: { programPath } }).read(path)
