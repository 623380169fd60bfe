import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkpoint, checkpointChannel } from '../src/checkpoint.js';

describe('a checkpoint', () => {
  it('tells whoever listens which one is passed, before the work goes on', () => {
    const order: unknown[] = [];
    const listen = (name: unknown) => order.push(name);
    subscribe(checkpointChannel, listen);
    onTestFinished(() => {
      unsubscribe(checkpointChannel, listen);
    });
    checkpoint('before-claim');
    order.push('the work');
    checkpoint('after-claim');
    expect(order).toEqual(['before-claim', 'the work', 'after-claim']);
  });
});
