/**
 * What differs between the makers of modems, as data: one value for each kind, in the files beside
 * this one. It says what a modem prefers, says and spells its own way; what is done about it stands
 * in the driver. Sends nothing and reads nothing.
 */

/** What a line that nobody asked for means. */
export type LineMeaning =
  /** The modem has just started: it has forgotten its settings and any submission under way. */
  | 'started'
  /** It may have started; it is known to say so at other times too. */
  | 'perhaps-started'
  /** No room is left for what comes in (row 10). */
  | 'memory-full'
  | 'under-voltage'
  | 'over-voltage'
  | 'too-hot'
  | 'too-cold'
  | 'temperature-normal'
  /** It switches itself off. */
  | 'shut-down';

export interface DialectLine {
  readonly says: RegExp;
  readonly means: LineMeaning;
}

/** A quantity that the modem measures and tells when asked. */
export interface Sensor {
  readonly command: string;
  /** The information line that answers. */
  readonly answer: RegExp;
  /** With the flag `g`; its first group is a number, each match a reading, and the highest counts. */
  readonly value: RegExp;
  readonly quantity: 'temperature' | 'supply';
  /** Degrees Celsius, or millivolts, in one unit of what is read. */
  readonly scale: number;
}

/** How +CUSD writes text that is not UCS-2 (3GPP TS 27.007 §7.15 leaves it to +CSCS). */
export type UssdCoding =
  /** Characters as they are. */
  | 'plain'
  /** Septets packed into octets (3GPP TS 23.038 §6.1.2.3), as hexadecimal. */
  | 'packed';

/** How many tries of the PIN are left, where the modem does not know +CPINR. */
export interface PinTries {
  readonly command: string;
  readonly answer: RegExp;
  /** Its first group is the number of tries left. */
  readonly left: RegExp;
}

/** Time between the chunks of what is written, for a line without flow control (row 21). */
export interface Pacing {
  /** Octets written at once. */
  readonly chunk: number;
  readonly pauseMs: number;
}

/** Departures from the standards that the driver works around. */
export type Quirk =
  /** +CDSI names another slot than that of the report (row 18). */
  'report-index-wrong';

export interface Dialect {
  /** Of this kind, unique: `simcom-sim800`. */
  readonly name: string;
  /** Of the maker, as the configuration may say too: `simcom`. */
  readonly family: string;
  /** What +CGMI says, and +CGMM where the maker's modems differ. */
  readonly manufacturer: RegExp;
  readonly model: RegExp | undefined;
  /** Sent after the SIM was unlocked; each may be refused. The first ones silence chatter. */
  readonly init: readonly string[];
  /** Message memories in order of preference (3GPP TS 27.005 §3.1 `<mem>`). */
  readonly memories: readonly string[];
  /** Values of +CNMI in order of preference; what +CNMI=? does not offer is left out. */
  readonly indications: {
    readonly mode: readonly number[];
    readonly mt: readonly number[];
    readonly ds: readonly number[];
  };
  /** Takes +CNMA, so that messages that are only handed over can be acknowledged once stored. */
  readonly acknowledges: boolean;
  /** Tried before the lines that all modems say. */
  readonly lines: readonly DialectLine[];
  readonly sensors: readonly Sensor[];
  readonly ussd: UssdCoding;
  readonly pinTries: PinTries | undefined;
  /** `<service>` of +CGSMS (3GPP TS 27.007 §10.1.21) to be set; undefined: as the modem has it. */
  readonly messageDomain: number | undefined;
  readonly pacing: Pacing | undefined;
  /** The last resort for a modem that answers nothing (row 1). */
  readonly reset: string;
  readonly quirks: readonly Quirk[];
}
