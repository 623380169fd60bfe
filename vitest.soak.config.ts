import { defineConfig } from 'vitest/config';

/** An hour of simulated time full of faults, and the built daemon under load: `npm run soak`. */
export default defineConfig({
  test: {
    include: ['test/soak/**/*.soak.ts'],
    // Each measures what the other would disturb.
    fileParallelism: false,
    disableConsoleIntercept: true,
    testTimeout: 3_600_000,
    hookTimeout: 30_000,
  },
});
