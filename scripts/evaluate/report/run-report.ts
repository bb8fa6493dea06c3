import type { SetRun } from '../set-run.ts'
export const runReport = (runs: readonly SetRun[], _day: string): string => JSON.stringify(runs)
