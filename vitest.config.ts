import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/cluster.ts'],
    setupFiles: ['test/setup/guard.ts'],
    // journeys and databases on two busy cores; no test looks at the clock
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 4,
    reporters: [['default', { summary: false }]],
  },
})
