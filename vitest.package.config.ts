import { defineConfig } from 'vitest/config';

/** The Debian package, installed into roots of its own: `npm run test:package`. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    disableConsoleIntercept: true,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
