import { defineConfig } from 'vitest/config';

/** The tests against other programs: `npm run test:interop`. */
export default defineConfig({
  test: {
    include: ['test/interop/**/*.test.ts'],
    // Foreign clients wait more than they work, so that two files at a time do on one core.
    maxWorkers: 2,
    disableConsoleIntercept: true,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
