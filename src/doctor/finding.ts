/**
 * What `stopgate doctor` says: one finding for each thing looked at. Owns the shape and the verdict;
 * how things are looked at, and how findings are printed, is others' business.
 */

/** `good`: as it should be. `warning`: works, or may. `fault`: no message can be sent this way. */
export type Level = 'good' | 'warning' | 'fault';

/** What was looked at, for programs; stable. */
export type Check =
  | 'ports'
  | 'usb'
  | 'modem-manager'
  | 'daemon'
  | 'port'
  | 'holder'
  | 'access'
  | 'answer'
  | 'identity'
  | 'sim'
  | 'registration'
  | 'signal'
  | 'store'
  | 'service-centre';

export interface Finding {
  readonly check: Check;
  readonly level: Level;
  /** The modem's name in the configuration, or its port; absent where it concerns the machine. */
  readonly modem?: string;
  /** What was found, in one sentence without its full stop. */
  readonly found: string;
  /** What to do about it. */
  readonly remedy?: string;
}

export function good(check: Check, found: string): Finding {
  return { check, level: 'good', found };
}

export function warning(check: Check, found: string, remedy?: string): Finding {
  return { check, level: 'warning', found, ...(remedy !== undefined && { remedy }) };
}

export function fault(check: Check, found: string, remedy?: string): Finding {
  return { check, level: 'fault', found, ...(remedy !== undefined && { remedy }) };
}

/** Whether what was found of one modem lets a message be sent through it. */
export function canSend(findings: readonly Finding[]): boolean {
  return !findings.some(({ level }) => level === 'fault');
}
