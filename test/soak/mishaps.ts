/**
 * What goes wrong during a soak: faults of the registry by name, with how often each is drawn, what
 * comes in with it and when it is calmed. Most of the time the modem has to work, so what makes it
 * wait for minutes is drawn seldom. Knows nothing of what is expected of the gateway.
 */
import type { Random } from '../interop/random.js';

export interface Mishap {
  /** As on the command line: `silent:for=20s`. */
  readonly fault: string;
  /** The message that is sent to the modem with it, so that the fault meets this one. */
  readonly meets?: 'short' | 'long' | 'incomplete' | 'damaged';
  /** All faults end then, in seconds, where this one would go on. */
  readonly calmedAfter?: readonly [number, number];
  /** Set at power-on only, so that the modem restarts before it and after it. */
  readonly fromPowerOn?: boolean;
  readonly weight: number;
}

const often = { weight: 6 };
const sometimes = { weight: 3 };
const seldom = { weight: 1 };
const awhile = { calmedAfter: [5, 25] } as const;
const habit = { ...seldom, calmedAfter: [20, 40], fromPowerOn: true } as const;

const mishaps: readonly Mishap[] = [
  // The line.
  { fault: 'silent', ...sometimes },
  { fault: 'silent:ends=restart', ...seldom, calmedAfter: [20, 60] },
  { fault: 'silent:for=8s,ends=never', ...sometimes },
  { fault: 'no-at', ...seldom, ...awhile },
  { fault: 'unanswered:command=AT+CMGR', ...sometimes },
  { fault: 'unanswered:command=AT+CMGL', ...sometimes },
  { fault: 'unanswered:command=AT+CMGD', ...sometimes },
  { fault: 'unanswered:command=AT+CMGS', ...sometimes },
  { fault: 'unsolicited-flood:every=20ms,count=500', ...often },
  { fault: 'lines-amid:place=answer,count=20', ...often },
  { fault: 'lines-amid:place=prompt,count=20', ...often },
  { fault: 'stuck-at-prompt', ...sometimes },
  { fault: 'unplugged:for=1s', ...often },
  { fault: 'unplugged:for=10s', ...sometimes },
  { fault: 'foreign-program:count=10', ...often },
  { fault: 'drops-characters', ...sometimes, ...awhile },
  { fault: 'fixed-rate', ...seldom, ...awhile },
  // Sending. Each lost answer costs the whole time for which an answer is waited for.
  { fault: 'silent-on-submit', ...seldom },
  { fault: 'silent-on-submit:taken=no', ...seldom },
  { fault: 'no-credit:count=1', ...seldom },
  { fault: 'late-submit-answer:delay=130s', ...seldom },
  { fault: 'late-submit-answer:delay=20s', ...sometimes },
  { fault: 'answer-with-next:next=command', ...seldom },
  { fault: 'answer-with-next:next=submit', ...seldom },
  { fault: 'error-on-submit:count=3', ...sometimes },
  { fault: 'error-on-submit:taken=yes', ...sometimes },
  { fault: 'error-on-submit:line=+CMS ERROR: 38,count=5', ...often },
  { fault: 'error-on-submit:line=+CMS ERROR: 28', ...sometimes },
  { fault: 'error-on-submit:line=+CMS ERROR: 500,taken=yes', ...sometimes },
  { fault: 'sends-need-cgsms', ...seldom, ...awhile },
  // Receiving.
  { fault: 'lost-announcement:count=5', ...often },
  { fault: 'announce-index:count=5', ...often },
  { fault: 'announce-index:index=7,count=5', ...often },
  { fault: 'not-ready-yet', ...often },
  { fault: 'not-ready-yet:command=+CMGL', ...sometimes },
  { fault: 'direct-and-stored:count=3', ...often },
  { fault: 'delete-fails:count=10', ...often },
  { fault: 'delete-fails:count=3,line=ERROR', ...often },
  { fault: 'delete-fails:count=3,line=OK', ...often },
  { fault: 'sim-full', ...sometimes, ...awhile },
  { fault: 'sim-full:refuses-sends=yes', ...sometimes, ...awhile },
  // The network.
  { fault: 'registration:stat=2,for=15s', ...often },
  { fault: 'registration:stat=0,for=40s', ...seldom },
  { fault: 'emergency-only:for=10s', ...sometimes },
  { fault: 'incoming-call', ...often, ...awhile },
  { fault: 'parts', meets: 'long', ...often },
  { fault: 'parts:order=1|2|1,every=4s', meets: 'long', ...often },
  { fault: 'parts:order=2|1|2,every=15s', meets: 'long', ...often },
  { fault: 'parts:order=2', meets: 'incomplete', ...sometimes },
  { fault: 'timestamp', meets: 'short', ...sometimes },
  { fault: 'sender', meets: 'short', ...sometimes },
  { fault: 'sender:from=60777', meets: 'long', ...sometimes },
  { fault: 'damaged-pdu', meets: 'damaged', ...sometimes },
  { fault: 'damaged-pdu:damage=nonsense', meets: 'damaged', ...sometimes },
  { fault: 'damaged-pdu:damage=odd', meets: 'damaged', ...sometimes },
  { fault: 'damaged-pdu:damage=text', meets: 'damaged', ...sometimes },
  // Power and the SIM.
  { fault: 'restarts', ...often },
  { fault: 'restarts:quietly=yes', ...often },
  { fault: 'restarts:at=submit', ...sometimes },
  { fault: 'restarts:at=submit,taken=no', ...sometimes },
  { fault: 'restarts:at=submit,quietly=yes', ...seldom },
  { fault: 'brown-out', ...sometimes },
  { fault: 'brown-out:at=submit', ...sometimes },
  { fault: 'power-cut:for=3s', ...sometimes },
  { fault: 'power-cut:at=submit', ...sometimes },
  { fault: 'power-cut:at=submit,taken=no', ...sometimes },
  { fault: 'not-ready', ...sometimes },
  { fault: 'not-ready:error=314', ...sometimes },
  { fault: 'sim-locked', ...seldom },
  // Another maker's habits.
  { fault: 'first-index', ...habit },
  { fault: 'cpms:named=1', ...habit },
  { fault: 'cpms:named=3,memories=SM,receiving=SM', ...habit },
  { fault: 'cnmi', ...habit },
  { fault: 'cnmi:otherwise=ignored', ...habit },
  { fault: 'wants-cnma', ...habit },
  { fault: 'odd-spelling:which=command-not-support|blank-lines', ...habit },
];

const allWeights = mishaps.reduce((sum, { weight }) => sum + weight, 0);

/** The PIN that the SIM of the fault `sim-locked` asks for. */
export const pin = '1234';

export function drawMishap(random: Random): Mishap {
  let place = random.integer(1, allWeights);
  const drawn = mishaps.find(({ weight }) => {
    place -= weight;
    return place <= 0;
  });
  if (drawn === undefined) throw new Error('the weights of the mishaps do not add up');
  return drawn;
}
