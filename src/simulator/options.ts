/** What a simulated modem can be made to be. Everything but the clock has a default. */
import type { Clock } from '../clock.js';

export interface SimulatedModemOptions {
  readonly clock: Clock;
  /** The family of modems whose ways it has; default `generic`. Others are in `dialects/`. */
  readonly dialect?: string;
  /** From Ctrl-Z to `+CMGS`; default 0: at once. */
  readonly submitLatencyMs?: number;
  /** From the end of any command line to its answer; default 0. */
  readonly commandLatencyMs?: number;
  /** Of each memory; default 30. While all are taken the network keeps what comes. */
  readonly storeSlots?: number;
  /** Of the first slot; default as the dialect has it, mostly 1. */
  readonly firstIndex?: number;
  /** The SIM asks for it; after three wrong tries it asks for the PUK. */
  readonly pin?: string;
  readonly puk?: string;
  /** In place of the dialect's. */
  readonly manufacturer?: string;
  readonly model?: string;
  readonly revision?: string;
  readonly imei?: string;
  readonly imsi?: string;
  readonly iccid?: string;
  readonly operator?: string;
  readonly ownNumber?: string;
  /** The number of the service centre, as +CSCA tells it. */
  readonly serviceCentre?: string;
  /** `<stat>` of +CREG; default 1, registered at home. */
  readonly registration?: number;
  /** `<rssi>` of +CSQ; default 20. */
  readonly signal?: number;
  /** What +CMGF is after power-on; default 0. */
  readonly powerOnMessageFormat?: 0 | 1;
  /** For SUBMITs that ask for a report; `status` is TP-ST. Default: delivered, at once. */
  readonly statusReports?: { readonly delayMs: number; readonly status: number } | false;
  /** What the network answers to USSD codes. */
  readonly ussdAnswers?: Readonly<Record<string, string>>;
}
