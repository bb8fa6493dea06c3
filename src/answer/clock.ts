/** How long the parts of an answer take, milliseconds to two places. */

export const startClock = () => {
  const start = performance.now()
  let found: number | null = null
  const since = (from: number): number => Math.round((performance.now() - from) * 100) / 100
  return {
    retrieved: (): void => void (found = performance.now()),
    timings: () => ({
      retrieveMs: found === null ? 0 : Math.round((found - start) * 100) / 100,
      composeMs: found === null ? 0 : since(found),
      totalMs: since(start),
    }),
  }
}
