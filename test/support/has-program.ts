import { spawnSync } from 'node:child_process'
import { DEFAULT_LIMITS } from '../../src/documents/reading/read-result.ts'

/** Whether a program stands where the readers look for it. */
export const hasProgram = (name: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${name}`], { env: { PATH: DEFAULT_LIMITS.programPath } }).status === 0
