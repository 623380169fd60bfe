/** Faults of the network and of what it delivers: no service, calls, odd messages, USSD. */
import { defineFault, type FaultDefinition } from './definition.js';
import {
  choice,
  count,
  duration,
  matching,
  numbers,
  text,
  wholeNumber,
  yesOrNo,
} from './parameters.js';

export type Damage = 'truncated' | 'nonsense' | 'odd' | 'text' | 'missing';
export type UssdCoding = 'packed' | 'ucs2' | 'plain';

export type NetworkFault =
  /** `<stat>` of +CREG, for `forMs` or for good. */
  | { readonly kind: 'registration'; readonly stat: number; readonly forMs?: number }
  /** RINGs each `everyMs` until it is hung up; nothing is delivered meanwhile. */
  | {
      readonly kind: 'incoming-call';
      readonly from: string;
      readonly everyMs: number;
      /** +CLIP comes though nobody asked for it. */
      readonly tellsNumber: boolean;
    }
  /** The parts of the next long message come in this order, by number from 1, `everyMs` apart. */
  | {
      readonly kind: 'parts';
      readonly order: readonly number[];
      readonly everyMs: number;
      readonly count?: number;
    }
  /** The next message carries these seven octets as its time (3GPP TS 23.040 §9.2.3.11). */
  | { readonly kind: 'timestamp'; readonly octets: string; readonly count?: number }
  /** The next message seems to come from there; `typeOfAddress` is the octet of 23.040 §9.1.2.5. */
  | {
      readonly kind: 'sender';
      readonly from?: string;
      readonly typeOfAddress?: number;
      readonly count?: number;
    }
  /** The next PDU that comes in is not whole. */
  | { readonly kind: 'damaged-pdu'; readonly damage: Damage; readonly count?: number }
  /** What a USSD code is answered from now on; undefined text: nothing ever comes. */
  | {
      readonly kind: 'ussd';
      readonly code: string;
      readonly text: string | undefined;
      readonly coding: UssdCoding;
      /** `<m>` of 27.007 §7.15. */
      readonly status: number;
      readonly dataCoding: number;
    };

export const networkFaults: readonly FaultDefinition[] = [
  defineFault({
    name: 'registration',
    summary: 'another state of registration: 0 none, 2 searching, 3 denied, 5 roaming',
    parameters: { stat: wholeNumber(0, { min: 0, max: 11 }), for: duration('0s') },
    fault: ({ stat, for: forMs }) => ({
      kind: 'registration',
      stat,
      ...(forMs > 0 && { forMs }),
    }),
  }),
  defineFault({
    name: 'emergency-only',
    summary: '+CREG says 11: registered for emergency calls only, so that nothing can be sent',
    parameters: { for: duration('0s') },
    fault: ({ for: forMs }) => ({
      kind: 'registration',
      stat: 11,
      ...(forMs > 0 && { forMs }),
    }),
  }),
  defineFault({
    name: 'incoming-call',
    summary: 'somebody calls: RING until hung up, and no message comes in meanwhile',
    parameters: {
      from: matching(/^\+?\d{3,15}$/, '+447700900456', 'a number'),
      every: duration('5s'),
      clip: yesOrNo(true),
    },
    fault: ({ from, every, clip }) => ({
      kind: 'incoming-call',
      from,
      everyMs: every,
      tellsNumber: clip,
    }),
  }),
  defineFault({
    name: 'parts',
    summary: 'the parts of the next long message come out of order, twice, late or not at all',
    parameters: {
      order: numbers([2, 1], 'numbers of parts, in the order in which they come'),
      every: duration('0s'),
      count: count(),
    },
    fault: ({ order, every, count: times }) => ({
      kind: 'parts',
      order,
      everyMs: every,
      count: times,
    }),
  }),
  defineFault({
    name: 'timestamp',
    summary: 'the next message carries a time that is impossible, or of an odd zone',
    parameters: {
      octets: matching(/^[0-9A-F]{14}$/i, '62139999999999', 'seven octets in hexadecimal'),
      count: count(),
    },
    fault: ({ octets, count: times }) => ({ kind: 'timestamp', octets, count: times }),
  }),
  defineFault({
    name: 'sender',
    summary: 'the next message comes from a name, a short code or a national number',
    parameters: {
      from: text('CornerShop', 'a number, or up to 11 characters'),
      toa: matching(/^([0-9A-F]{2})?$/i, '', 'the type of address, in hexadecimal: D1'),
      count: count(),
    },
    fault: ({ from, toa, count: times }) => ({
      kind: 'sender',
      from,
      count: times,
      ...(toa !== '' && { typeOfAddress: Number.parseInt(toa, 16) }),
    }),
  }),
  defineFault({
    name: 'damaged-pdu',
    summary: 'the next message is shown cut short, as nonsense, as no octets or not at all',
    parameters: {
      damage: choice(['truncated', 'nonsense', 'odd', 'text', 'missing'], 'truncated'),
      count: count(),
    },
    fault: ({ damage, count: times }) => ({ kind: 'damaged-pdu', damage, count: times }),
  }),
  defineFault({
    name: 'ussd',
    summary: 'what a USSD code is answered, and how that is written',
    parameters: {
      code: matching(/^[*#0-9]+$/, '*100#', 'a code, such as *100#'),
      text: text('Your balance is 10.00', 'the answer'),
      as: choice(['plain', 'packed', 'ucs2'], 'packed'),
      status: wholeNumber(0, { min: 0, max: 5 }),
      dcs: wholeNumber(15, { min: 0, max: 255 }),
    },
    fault: ({ code, text: answer, as, status, dcs }) => ({
      kind: 'ussd',
      code,
      text: answer,
      coding: as,
      status,
      dataCoding: dcs,
    }),
  }),
  defineFault({
    name: 'ussd-silent',
    summary: 'a USSD code is taken and never answered',
    parameters: { code: matching(/^[*#0-9]+$/, '*100#', 'a code, such as *100#') },
    fault: ({ code }) => ({
      kind: 'ussd',
      code,
      text: undefined,
      coding: 'plain',
      status: 0,
      dataCoding: 15,
    }),
  }),
];
