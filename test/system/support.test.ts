import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseFault } from '../../src/simulator/index.js';
import { secret, webhookToml } from '../support/test-webhooks.js';
import { disclosuresIn } from './disclosures.js';
import { it, scenarios } from './it.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

const pin = '73519024';

scenarios('a report for support', () => {
  it('tells what a busy gateway is like and holds no number, no text and no secret', async ({
    openRig,
  }) => {
    const rig = await openRig({
      modem: { pin },
      modemToml: `pin = "${pin}"\ninit = ["AT+CSCA=\\"+447700900789\\""]`,
      toml: webhookToml(`https://127.0.0.1:1/Kookaburra?key=Platypuses`),
    });
    const trace = join(rig.directory, 'wire.trace');
    const daemon = await rig.start('--log-level', 'trace', '--trace', trace);
    await daemon.untilMessage(await daemon.send(person, 'Xylophone lessons'), 'delivered');
    rig.handset(neighbour).reply('Quokkaland pictures, please');
    rig.handset(person).reply('Stop the Wombatland tickets, please. Stop');
    rig.handset(person).reply('STOP');
    await daemon.untilSuppressed(person);
    rig.modem.play({ kind: 'error-on-submit', line: '+CMS ERROR: 21' });
    await daemon.send(neighbour, 'Xylophone solo');
    await until('the modem has refused it', () => daemon.log.includes('not sent'));
    rig.modem.play(parseFault('damaged-pdu:damage=nonsense'));
    rig.modem.receive({ from: neighbour, text: 'Quokkaland nonsense' });
    await until('the nonsense is kept', () => daemon.log.includes('cannot be read'));
    // What somebody who writes of it may have put there.
    const hostile = [
      { level: 'info', msg: `sent to ${person} and 07700 900456`, key: daemon.key, pin },
      { level: 'error', [neighbour]: { to: Number(person.slice(1)) } },
    ];
    const log = join(rig.directory, 'log');
    writeFileSync(log, [daemon.log, ...hostile.map((line) => JSON.stringify(line))].join('\n'));
    const secrets = {
      numbers: [person, neighbour, '+447700900789'],
      words: [
        ...['Xylophone', 'Quokkaland', 'Wombatland', 'Platypuses', 'Kookaburra'],
        ...['Corner Shop'],
      ],
      tokens: {
        key: daemon.key,
        'the end of the key': daemon.key.slice(-8),
        webhook: secret,
        PIN: pin,
        IMEI: String(rig.rows('SELECT imei FROM modems')[0]?.imei),
      },
    };
    expect(disclosuresIn(readFileSync(log, 'utf8'), secrets).length).toBeGreaterThan(3);

    const file = join(rig.directory, 'report.txt');
    const args = ['support', file, '--log', log, '--trace', trace];
    const { exitCode, stderr } = await rig.command(...args);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const report = readFileSync(file, 'utf8');
    expect(disclosuresIn(report, secrets)).toEqual([]);
    const titles = [...report.matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
    expect(titles).toEqual([
      ...['Versions', 'Configuration', 'Doctor', 'Modems', 'Database', 'Errors', 'Log', 'Trace'],
    ]);
    const told = [
      ...[/stopgate \d/, /"pin": "\(set\)"/, /consent_events +[12]\b/, /a daemon works on it/],
      ...[/CMS ERROR: 21/, /lines are left out/, /\+CMGS/, /schema \d/, /"not sent"/],
    ];
    for (const what of told) expect(report).toMatch(what);
    const again = await rig.command('support', file);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('there already')]);
    await daemon.stop();
  });

  it('is made where the configuration is wrong, which it then tells of', async ({ openRig }) => {
    const rig = await openRig();
    const config = readFileSync(rig.config, 'utf8');
    writeFileSync(rig.config, config.replace('country = "GB"', `country = "${person}"`));
    const { exitCode, stdout } = await rig.command('support');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('gateway.country');
    expect(disclosuresIn(stdout, { numbers: [person], words: [], tokens: {} })).toEqual([]);
  });
});
