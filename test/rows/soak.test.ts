/** The short soak, with all rows together: what the long one (`npm run soak`) does in an hour. */
import { expect, it } from 'vitest';
import { runSoak } from '../soak/soak.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it('loses nothing and doubles nothing in two minutes of faults', async () => {
  const { problems, statuses, faults } = await runSoak({
    seed: 1,
    minutes: 2,
    messages: 250,
    dataDir: temporaryDirectory(),
  });
  expect(problems).toEqual([]);
  expect(statuses.delivered).toBeGreaterThan(100);
  expect(Object.keys(faults).length).toBeGreaterThan(2);
});
