import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'shared/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'client/src/**/*.test.{ts,tsx}',
      'e2e/faults/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    environment: 'node',
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true },
    // A kill test or a convergence run has its own bounds; what needs more than this hangs. A test that starts a server
    // twice takes a second, and half a minute on a machine where thirty programs want two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
