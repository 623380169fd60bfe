/** Row 18: reports are announced at the wrong index (Quectel EC25: +CDSI: "SM",0). */
import { describe, expect, it } from 'vitest';
import { person, setBench } from './bench.js';

describe('a delivery report', () => {
  it('is asked for directly, so that no index can be wrong', async () => {
    const { sim, submit, received, inbox } = await setBench({
      sim: { dialect: 'quectel-ec25' },
      faults: ['announce-index:index=0,of=reports,count=forever'],
    });
    await submit('a', 'hello', { statusReport: true });
    const [handed] = sim.record.submits;
    expect(received()).toEqual([`report ${handed?.reference}`]);
    expect(inbox.pdus[0]).toMatchObject({ route: 'direct' });
  });

  it('that is announced where a message lies costs nobody that message', async () => {
    const { sim, submit, received, advance } = await setBench({
      faults: [
        'first-index',
        'cnmi:mode=0|1|2,mt=0|1,ds=0|2',
        'announce-index:index=0,of=reports,count=forever',
      ],
    });
    sim.play({ kind: 'lost-announcement' });
    sim.receive({ from: person, text: 'STOP' });
    await submit('a', 'hello', { statusReport: true });
    await advance(60_000);
    const [handed] = sim.record.submits;
    expect(received().toSorted()).toEqual(['STOP', `report ${handed?.reference}`].toSorted());
    expect(sim.stored).toEqual([]);
    expect(sim.record.deletes.map(({ outcome }) => outcome)).toEqual(['deleted', 'deleted']);
  });
});
