import { defineConfig } from 'vitest/config';

/** An hour of simulated time full of faults: `npm run soak`. */
export default defineConfig({
  test: {
    include: ['test/soak/**/*.soak.ts'],
    disableConsoleIntercept: true,
    testTimeout: 3_600_000,
    hookTimeout: 30_000,
  },
});
