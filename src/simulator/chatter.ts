/** What some modems say by themselves, every few seconds, until they are told not to. */
import type { Device } from './command.js';
import type { Timers } from './timers.js';

/** Begins, where the dialect chatters; ends with `timers` or once the modem was silenced. */
export function startChatter(device: Device, timers: Timers): void {
  sayNext(device, timers, 0);
}

function sayNext(device: Device, timers: Timers, said: number): void {
  const { chatter } = device.dialect;
  if (chatter === undefined) {
    return;
  }
  timers.after(chatter.everyMs, () => {
    const line = chatter.lines[said % chatter.lines.length];
    if (line === undefined || !device.settings.chatters) {
      return;
    }
    device.unsolicited([line]);
    sayNext(device, timers, said + 1);
  });
}
