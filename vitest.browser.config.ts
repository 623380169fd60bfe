import { defineConfig } from 'vitest/config';

/** The opt-out pages in a real browser: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    // A browser has many processes of its own.
    fileParallelism: false,
    disableConsoleIntercept: true,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
