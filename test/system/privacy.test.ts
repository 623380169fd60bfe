import { expect } from 'vitest';
import { it, scenarios } from './it.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

scenarios('the log of a busy run', () => {
  it('holds no whole phone number, no text and no key at the default level', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { submitLatencyMs: 50 } });
    const daemon = await rig.start();
    const handset = rig.handset(person);
    await daemon.untilMessage(await daemon.send(person, 'Xylophone lessons'), 'delivered');
    handset.reply('Quokka pictures, please');
    handset.reply('STOP Wombat');
    handset.reply('HELP');
    handset.reply('STOP');
    await until('the confirmation arrives', () => handset.messages[2]);
    await daemon.ask('POST /v1/messages', { body: { to: person, text: 'Xylophone again' } });
    await daemon.ask('POST /v1/messages', { body: { to: '+44770090012', text: '{Xylophone' } });
    await daemon.ask('POST /v1/messages', { body: '{"text":"Xylophone' });
    await daemon.ask('GET /v1/modems', { key: `${'sg_'}Platypus` });
    await rig.json('suppress', 'check', person);

    const cut = '07911326040000F0040B914477009021F300002080629173140805D832';
    rig.modem.receivePdu(cut);
    const junk = '07911326040000F0040B914477009021F30000';
    rig.modem.receivePdu(junk);
    rig.modem.unsolicited(`+CLIP: "${neighbour}",145`);
    rig.modem.unsolicited('RING');
    rig.modem.play({ kind: 'error-on-submit', line: '+CMS ERROR: 21' });
    await daemon.send(neighbour, 'Xylophone solo');
    await until('the modem has refused it', () => daemon.log.includes('not sent'));
    const late = await daemon.send(neighbour, 'Xylophone finale');
    rig.whenHanded('Xylophone finale', () => rig.unplug());
    await daemon.untilMessage(late, 'unconfirmed');
    await daemon.untilNotReady();
    const { stdout, stderr } = await daemon.stop();

    const events = ['received', '"sent"', 'not sent', 'unconfirmed', 'cut off', 'cannot be read'];
    for (const event of events) expect(stdout).toContain(event);
    const secrets = [person, neighbour].flatMap((number) => [
      number.slice(3),
      swapped(number.slice(1)),
    ]);
    secrets.push(
      'Xylophone',
      'Quokka',
      'Wombat',
      'Corner Shop',
      'Platypus',
      cut,
      junk,
      '44770090012',
    );
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
  });
});

/** The digits as a PDU has them (3GPP TS 23.040 §9.1.2.3). */
function swapped(digits: string): string {
  return digits.replace(/(.)(.)/g, '$2$1');
}
