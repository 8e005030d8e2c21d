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
    // A kill test or a convergence run has its own bounds; a unit test that needs more than this hangs.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
