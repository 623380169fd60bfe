import { defineConfig } from 'vitest/config';

/** The packages for other architectures, on emulated processors: `npm run test:emulated`. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.emulated.ts'],
    disableConsoleIntercept: true,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
