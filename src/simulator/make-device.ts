/** Makes the parts of a simulated modem out of its options and ties them together. */
import type { Device } from './command.js';
import type { Dialect } from './dialects/dialect.js';
import type { FaultBoard } from './fault.js';
import { type Caller, IncomingCall } from './incoming-call.js';
import { MessageStore } from './message-store.js';
import { Network, type NetworkSurroundings } from './network.js';
import type { SimulatedModemOptions } from './options.js';
import { PowerSupply } from './power-supply.js';
import { Receiver } from './receiver.js';
import type { SimulatorRecord } from './record.js';
import { powerOnSettings, type Settings } from './settings.js';
import { SimCard } from './sim-card.js';
import type { Timers } from './timers.js';
import type { Uart } from './uart.js';

/** What the parts need of the modem around them. */
export interface DeviceSurroundings {
  readonly faults: FaultBoard;
  readonly record: SimulatorRecord;
  readonly uart: Uart;
  readonly modemTimers: Timers;
  readonly worldTimers: Timers;
  /** As it is at the moment. */
  dialect(): Dialect;
  unsolicited(lines: readonly string[]): void;
  powerLost(): void;
  powerBack(quietly: boolean): void;
  ring(caller: Caller): void;
}

export function makeDevice(
  options: SimulatedModemOptions,
  surroundings: DeviceSurroundings,
): Device {
  const { faults, record, uart, modemTimers, worldTimers, dialect, unsolicited } = surroundings;
  const settings = settingsAtPowerOn(options, dialect());
  const card = new SimCard(options.pin, options.puk ?? '12345678');
  const store = new MessageStore(
    options.storeSlots ?? 30,
    options.firstIndex ?? dialect().memories.firstIndex,
  );
  const call = new IncomingCall(worldTimers, (caller) => surroundings.ring(caller));
  const power = new PowerSupply({
    worldTimers,
    lost: () => surroundings.powerLost(),
    started: (quietly) => surroundings.powerBack(quietly),
    unplug: () => uart.unplug(),
    say: (line) => unsolicited([line]),
  });
  const network: Network = makeNetwork(options, {
    clock: options.clock,
    timers: worldTimers,
    faults,
    reachable: () => power.on && card.state === 'READY' && settings.functionality === 1,
    receive: (hex) => receiver.receive(hex),
  });
  const receiver = new Receiver({
    settings,
    store,
    faults,
    call,
    record,
    timers: modemTimers,
    dialect,
    isAttached: () => uart.heard,
    unsolicited,
    giveBack: (hex, reason) => network.takeBack(hex, reason),
  });
  return {
    identity: identityOf(options, dialect()),
    get dialect() {
      return dialect();
    },
    settings,
    card,
    store,
    receiver,
    network,
    record,
    faults,
    call,
    power,
    submitLatencyMs: options.submitLatencyMs ?? 0,
    resetSettings: () => {
      Object.assign(settings, settingsAtPowerOn(options, dialect()));
    },
    unsolicited,
  };
}

function settingsAtPowerOn(options: SimulatedModemOptions, dialect: Dialect): Settings {
  return powerOnSettings(options.powerOnMessageFormat ?? 0, dialect);
}

function makeNetwork(options: SimulatedModemOptions, surroundings: NetworkSurroundings): Network {
  return new Network(
    {
      operator: options.operator ?? 'Simulated Network',
      serviceCentre: options.serviceCentre ?? '+447700900000',
      registration: options.registration ?? 1,
      signal: options.signal ?? 20,
      statusReports: options.statusReports ?? { delayMs: 0, status: 0 },
      ussdAnswers: options.ussdAnswers ?? { '*100#': 'Your balance is 10.00' },
    },
    surroundings,
  );
}

function identityOf(options: SimulatedModemOptions, { identity }: Dialect): Device['identity'] {
  return {
    manufacturer: options.manufacturer ?? identity.manufacturer,
    model: options.model ?? identity.model,
    revision: options.revision ?? identity.revision,
    imei: options.imei ?? '490154203237518',
    imsi: options.imsi ?? '001010123456789',
    iccid: options.iccid ?? '8944500102198304826',
    ownNumber: options.ownNumber,
  };
}
