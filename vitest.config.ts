import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // files are real and child processes are started: generous limits that no healthy run comes near
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    setupFiles: ['test/support/fixed-seed.ts'],
  },
})
