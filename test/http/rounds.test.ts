import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { inRounds } from '../../src/http/rounds.js';

function openApp() {
  const app = new Hono();
  const handled: string[] = [];
  app.use(inRounds());
  app.get('/:name', (context) => {
    handled.push(context.req.param('name'));
    return context.text('');
  });
  return { handled, ask: (name: number) => app.request(`/${name}`) };
}

/** The end of this round of the event loop. */
const round = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('requests that come at once', () => {
  it('go on in their order, a few in a round, and something else has its turn in between', async () => {
    const { ask, handled } = openApp();
    const names = Array.from({ length: 30 }, (_name, place) => place);
    const all = Promise.all(names.map(ask));
    const rounds: number[] = [];
    while (handled.length < names.length) {
      const before = handled.length;
      await round();
      rounds.push(handled.length - before);
    }
    await all;
    expect(handled).toEqual(names.map(String));
    expect(rounds.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...rounds)).toBeLessThanOrEqual(8);
  });

  it('do not wait when there are few, nor after a crowd', async () => {
    const { ask } = openApp();
    await Promise.all(Array.from({ length: 9 }, (_name, place) => ask(place)));
    await round();
    await round();
    let hasRoundEnded = false;
    setImmediate(() => {
      hasRoundEnded = true;
    });
    await Promise.all([ask(1), ask(2)]);
    expect(hasRoundEnded).toBe(false);
  });
});
