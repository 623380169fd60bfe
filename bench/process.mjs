/** The memory of a process, as the kernel counts it (Linux only), for as long as it runs. */
import { readFileSync } from 'node:fs';
import { sleep, systemClock } from '../dist/clock.js';

/** @import { ChildProcess } from 'node:child_process' */

const pollMs = 50;

/**
 * Its peak in megabytes (10^6 octets) and how it ended; resolves with `exit`.
 * @param {ChildProcess} child @param {Promise<unknown[]>} exit
 */
export async function residentPeakMb(child, exit) {
  const ended = new AbortController();
  const whole = exit.finally(() => ended.abort());
  let peakMb = 0;
  while (!ended.signal.aborted) {
    peakMb = Math.max(peakMb, peakNow(child.pid));
    await sleep(systemClock, pollMs, ended.signal);
  }
  const [code] = await whole;
  return { peakMb, code };
}

/** `VmHWM`. @param {number | undefined} pid */
function peakNow(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
