/**
 * Plays faults: those that happen at once it makes happen, the others it puts up on the board for
 * the places where they strike. Owns floods and foreign programs, which go on by themselves.
 */

import type { Device } from './command.js';
import type { CommandInterpreter } from './command-interpreter.js';
import { submit } from './commands/message-sending.js';
import { pduPrompt } from './commands/pdu-prompt.js';
import type { DialectChange } from './dialects/dialect.js';
import type { Fault, FaultOf } from './fault.js';
import { fillWithOldMessages } from './old-messages.js';
import type { Timers } from './timers.js';
import type { Uart } from './uart.js';

/** The length that a prompt found open was asked for: the longest that there is. */
const FOREIGN_PROMPT_OCTETS = 164;
/** A program that finds the line busy tries again so soon. */
const BUSY_LINE_MS = 50;

export interface FaultStage {
  readonly device: Device;
  readonly interpreter: CommandInterpreter;
  readonly uart: Uart;
  /** Ends with a restart. */
  readonly modemTimers: Timers;
  /** Goes on through restarts. */
  readonly worldTimers: Timers;
  /** The modem is registered otherwise than it was. */
  registrationChanged(): void;
  /** Changes the dialect from now on; undefined: back to what it was. */
  changeDialect(change: DialectChange | undefined): void;
}

type TimedFlood = FaultOf<'unsolicited-flood'> & { readonly everyMs: number };

export class FaultPlayer {
  readonly #stage: FaultStage;
  /** Counts the calms: what was begun before one does not go on. */
  #era = 0;

  constructor(stage: FaultStage) {
    this.#stage = stage;
  }

  play(fault: Fault): void {
    const { device, interpreter, uart, worldTimers } = this.#stage;
    switch (fault.kind) {
      case 'silent':
        this.#later(fault.afterMs, () => this.#silence(fault));
        return;
      case 'stuck-at-prompt': {
        // No command line of this record opened it.
        const foreign = { tpduLength: FOREIGN_PROMPT_OCTETS, command: 0 };
        interpreter.openPrompt(
          pduPrompt(device, foreign, (pdu) => submit(device, pdu)),
          0,
        );
        return;
      }
      case 'unplugged': {
        worldTimers.after(Math.max(1, fault.forMs), uart.unplug());
        return;
      }
      case 'foreign-program':
        this.#typeForeign(fault, 0, this.#era);
        return;
      case 'registration':
        this.#register(fault);
        return;
      case 'incoming-call':
        device.call.begin(fault);
        return;
      case 'ussd':
        device.network.ussd.set(fault.code, fault);
        return;
      case 'sim-locked':
        device.card.lock(fault.pin, fault.puk, fault.tries);
        return;
      case 'odd-dialect':
        this.#stage.changeDialect(fault.change);
        return;
      case 'not-ready':
        device.faults.put(fault);
        worldTimers.after(fault.forMs, () => device.faults.remove(fault));
        return;
      case 'sim-full':
        fillWithOldMessages(device.store, device.settings.memories[2]);
        device.faults.put(fault);
        return;
      case 'restarts':
      case 'brown-out':
        this.#cutPower(fault);
        return;
      case 'unsolicited-flood':
        if ('everyMs' in fault) {
          this.#flood(fault, 0, this.#era);
          return;
        }
        break;
      default:
        break;
    }
    device.faults.put(fault);
  }

  /** Ends all that was played and goes on; what has struck is done. */
  calm(): void {
    const { device, uart } = this.#stage;
    this.#era += 1;
    this.#reregister(() => device.faults.clear());
    device.call.hangUp();
    uart.calm();
    this.#stage.changeDialect(undefined);
  }

  #later(delayMs: number | undefined, strike: () => void): void {
    const era = this.#era;
    this.#stage.worldTimers.after(delayMs ?? 0, () => {
      if (era === this.#era) {
        strike();
      }
    });
  }

  #silence({ ends = 'reconnect', forMs }: FaultOf<'silent'>): void {
    const { uart } = this.#stage;
    uart.silence(ends);
    if (forMs !== undefined) {
      this.#later(forMs, () => uart.calm());
    }
  }

  #cutPower(fault: FaultOf<'restarts'> | FaultOf<'brown-out'>): void {
    const { device } = this.#stage;
    if (fault.moment.at === 'submit') {
      device.faults.put(fault);
    } else if (fault.kind === 'restarts') {
      this.#later(fault.afterMs, () => device.power.restart(fault.quietly));
    } else {
      device.power.fail(fault.forMs, fault.warnings);
    }
  }

  #register(fault: FaultOf<'registration'>): void {
    const { faults } = this.#stage.device;
    const played = { ...fault };
    this.#reregister(() => faults.put(played));
    if (fault.forMs !== undefined) {
      this.#later(fault.forMs, () => this.#reregister(() => faults.remove(played)));
    }
  }

  #reregister(change: () => void): void {
    const { device, registrationChanged } = this.#stage;
    const before = device.network.registration;
    change();
    if (device.network.registration !== before) {
      registrationChanged();
    }
  }

  #flood(fault: TimedFlood, written: number, era: number): void {
    const { lines, everyMs, count = Number.POSITIVE_INFINITY } = fault;
    const line = lines[written % lines.length];
    if (line === undefined || written >= count) {
      return;
    }
    this.#stage.modemTimers.after(Math.max(1, everyMs), () => {
      if (era === this.#era) {
        this.#stage.device.unsolicited([line]);
        this.#flood(fault, written + 1, era);
      }
    });
  }

  #typeForeign(fault: FaultOf<'foreign-program'>, typed: number, era: number): void {
    const { commands, everyMs, count = Number.POSITIVE_INFINITY } = fault;
    const line = commands[typed % commands.length];
    if (line === undefined || typed >= count) {
      return;
    }
    const type = () => {
      if (era !== this.#era) {
        return;
      }
      if (this.#stage.interpreter.typeForeign(line)) {
        this.#typeForeign(fault, typed + 1, era);
      } else {
        this.#stage.worldTimers.after(BUSY_LINE_MS, type);
      }
    };
    this.#stage.worldTimers.after(Math.max(1, everyMs), type);
  }
}
