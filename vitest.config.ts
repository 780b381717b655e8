import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/cluster.ts'],
    setupFiles: ['test/setup/guard.ts'],
    // journeys and databases on two busy cores; no test looks at the clock
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 90_000,
    maxWorkers: 4,
    reporters: [['default', { summary: false }]],
  },
})
