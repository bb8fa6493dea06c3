import type { RunComparison } from '../compare-runs.ts'
export const comparisonReport = (runs: RunComparison, _day: string): string => JSON.stringify(runs)
