/** All commands of the simulated modem by name; each family is a file beside this one. */
import type { Command } from '../command.js';
import { generalCommands } from './general.js';
import { messageReceptionCommands } from './message-reception.js';
import { messageSendingCommands } from './message-sending.js';
import { messageStorageCommands } from './message-storage.js';
import { messageWritingCommands } from './message-writing.js';
import { networkCommands } from './network.js';
import { phoneStatusCommands } from './phone-status.js';
import { simCardCommands } from './sim-card.js';
import { simFileCommands } from './sim-files.js';

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  [
    ...generalCommands,
    ...simCardCommands,
    ...networkCommands,
    ...messageStorageCommands,
    ...messageSendingCommands,
    ...messageReceptionCommands,
    ...messageWritingCommands,
    ...phoneStatusCommands,
    ...simFileCommands,
  ].map((command) => [command.name, command]),
);
