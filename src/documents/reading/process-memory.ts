import { readFileSync } from 'node:fs'

/** Resident memory in MB of a process and, apart, of all that it started. Zero where the system does not tell (no /proc). */
export const memoryOf = (pid: number | undefined): { readonly own: number; readonly programs: number } => {
  if (pid === undefined) return { own: 0, programs: 0 }
  const below = childrenOf(pid)
  const programs = below.map(memoryOf).reduce((sum, memory) => sum + memory.own + memory.programs, 0)
  return { own: residentOf(pid), programs }
}

const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter((text) => text !== '')
    .map(Number)

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process has just ended, or the system has no /proc
  }
}
