/** Row 5: +CMGS arrives after the deadline, into the next command. */
import { describe, expect, it } from 'vitest';
import { type Bench, setBench } from './bench.js';

const DEADLINE_MS = 120_000;

/** Each submission with the reference that it should have been given. */
function references({ sim }: Bench): (number | undefined)[] {
  return sim.record.submits.map(({ reference }) => reference);
}

function sent({ queue }: Bench): (number | undefined)[] {
  return queue.settled.map(({ outcome }) =>
    outcome.kind === 'sent' ? outcome.reference : undefined,
  );
}

describe('a reference that comes after the deadline', () => {
  it('settles the message that it belongs to', async () => {
    const bench = await setBench();
    bench.play('late-submit-answer:delay=130s');
    await bench.send('a');
    await bench.advance(DEADLINE_MS + 15_000);
    expect(bench.queue.outcomes).toEqual(['a unknown']);
    expect(bench.queue.late).toEqual([{ id: 'a', reference: references(bench)[0] }]);
  });

  it('together with the next command is not taken for part of that answer', async () => {
    const bench = await setBench();
    bench.play('answer-with-next:next=command');
    await bench.send('a', 'b');
    await bench.advance(DEADLINE_MS + 15_000);
    expect(bench.queue.outcomes).toEqual(['a unknown', 'b sent']);
    expect(bench.queue.late).toEqual([{ id: 'a', reference: references(bench)[0] }]);
    expect(sent(bench)).toEqual([undefined, references(bench)[1]]);
    expect(bench.modem.status.phase).toBe('ready');
  });

  it.each([
    ['right before', 0],
    ['two seconds before', 2_000],
  ])(
    'after the next Ctrl-Z, %s its own, is never given to the wrong message',
    async (_when, ms) => {
      const bench = await setBench({ sim: { submitLatencyMs: ms } });
      bench.play('answer-with-next:next=submit');
      await bench.send('a', 'b', 'c');
      await bench.advance(2 * DEADLINE_MS + 30_000);
      const [first, second, third] = references(bench);
      expect(bench.sim.record.submits).toHaveLength(3);
      // Of two references, the first may be either's: what is claimed must be true.
      const [, b, c] = sent(bench);
      expect([undefined, second]).toContain(b);
      expect(c).toBe(third);
      for (const { id, reference } of bench.queue.late) {
        expect([
          ['a', first],
          ['b', second],
        ]).toContainEqual([id, reference]);
      }
    },
  );

  it('is not lost when others were sent meanwhile', async () => {
    const bench = await setBench({ sim: { submitLatencyMs: 1_000 } });
    bench.play('late-submit-answer:delay=124s');
    await bench.send('a', 'b', 'c');
    await bench.advance(DEADLINE_MS + 15_000);
    expect(bench.queue.outcomes).toEqual(['a unknown', 'b sent', 'c sent']);
    expect(sent(bench).slice(1)).toEqual(references(bench).slice(1));
    expect(bench.queue.late).toEqual([{ id: 'a', reference: references(bench)[0] }]);
  });
});
