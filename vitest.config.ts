import path from 'node:path'
import { defineConfig } from 'vitest/config'

// what Node has compiled once, types stripped, every worker and every program that a test starts takes from here
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, 'node_modules/.cache/compiled')

/** They bend what a whole process shares: its clock, its sockets, its `fetch`, its settings. Each has a process of its own. */
const ALONE = [
  'test/bots/settings.test.ts',
  'test/bots/cli/catalogueCheck.test.ts',
  'test/bots/teams/authentication.test.ts',
  'test/core/issuing/builtin/standards.test.ts',
  'test/core/issuing/builtin/verify.test.ts',
]

const common = {
  setupFiles: ['test/setup/guard.ts'],
  // journeys and databases on two busy cores; no test looks at the clock
  testTimeout: 60_000,
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 90_000,
}

export default defineConfig({
  test: {
    maxWorkers: 4,
    reporters: [['default', { summary: false }]],
    projects: [
      {
        test: {
          ...common,
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: ['test/setup/cluster.ts'],
          // a worker loads the program once, not once a file: that is a second of each
          isolate: false,
        },
      },
      { test: { ...common, name: 'alone', include: ALONE } },
    ],
  },
})
