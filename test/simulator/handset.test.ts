import { describe, expect, it } from 'vitest';
import { Handset } from '../../src/simulator/index.js';
import { encodeMessage } from '../../src/sms/index.js';
import { linesOf, openTerminal, submitOf } from './terminal.js';

const number = '+447700900123';

describe('the handset', () => {
  it('shows the text that was sent to its number, and from whom', () => {
    const { modem, terminal } = openTerminal({ ownNumber: '+447700900999' });
    const handset = new Handset(modem, { number });
    const shown: string[] = [];
    handset.onMessage((message) => shown.push(message.text));
    terminal.submit(submitOf('hello €'));
    expect(shown).toEqual(['hello €']);
    expect(handset.messages).toEqual([
      { from: '+447700900999', text: 'hello €', parts: 1, encoding: 'gsm7' },
    ]);
  });

  it('joins the parts of a long message, in whatever order they come', () => {
    const { modem, terminal } = openTerminal();
    const handset = new Handset(modem, { number });
    const text = 'ж'.repeat(150);
    const { parts } = encodeMessage({ to: number, text, concatReference: 7 });
    expect(parts).toHaveLength(3);
    for (const part of [...parts].reverse()) {
      expect(handset.messages).toEqual([]);
      terminal.submit(part);
    }
    expect(handset.messages).toMatchObject([{ text, parts: 3, encoding: 'ucs2' }]);
  });

  it('hears nothing of other numbers or of what the network refused', () => {
    const { modem, terminal } = openTerminal();
    const handset = new Handset(modem, { number });
    terminal.submit(submitOf('not for you', { to: '+447700900124' }));
    modem.play({ kind: 'error-on-submit', line: '+CMS ERROR: 38' });
    terminal.submit(submitOf('lost'));
    expect(handset.messages).toEqual([]);
  });

  it('is reached by its national number', () => {
    const { modem, terminal } = openTerminal();
    const handset = new Handset(modem, { number });
    terminal.submit(submitOf('hello', { to: '07700900123' }));
    expect(handset.messages).toHaveLength(1);
  });

  it('replies as any phone does', () => {
    const { modem, terminal } = openTerminal();
    terminal.command('AT+CNMI=2,1');
    new Handset(modem, { number }).reply('STOP');
    expect(linesOf(terminal.read())).toEqual(['+CMTI: "SM",1']);
  });

  it('hears nothing once it is off', () => {
    const { modem, terminal } = openTerminal();
    const handset = new Handset(modem, { number });
    handset.close();
    terminal.submit(submitOf('hello'));
    expect(handset.messages).toEqual([]);
  });
});
