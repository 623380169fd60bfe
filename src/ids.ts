/** Identifiers: UUIDv7 (RFC 9562 §5.7, sortable by time) behind a prefix that tells the kind. */
import { v7 } from 'uuid';
import type { Clock } from './clock.js';

export type IdPrefix = 'msg' | 'in' | 'ev' | 'rev' | 'key' | 'ussd' | 'wh';

/** A new identifier such as `msg_019…`, 32 hexadecimal digits after the prefix. */
export function newId(prefix: IdPrefix, clock: Clock): string {
  return `${prefix}_${v7({ msecs: clock.now().getTime() }).replaceAll('-', '')}`;
}
