/** The public face of the simulated modem: for the demo, for users' own tests, for ours. */
export { DIALECTS, dialectNamed } from './dialects/index.js';
export type { Fault } from './fault.js';
export { FAULT_FAMILIES, FAULTS, parseFault } from './faults/registry.js';
export { Handset, type HandsetMessage } from './handset.js';
export { connectInMemory, type InMemoryPort } from './in-memory.js';
export { MessageStatus, type StoredMessage } from './message-store.js';
export { openPty, type PtyPort } from './pty.js';
export type {
  RecordEntry,
  RecordedAnswer,
  RecordedArrival,
  RecordedCommand,
  RecordedDelete,
  RecordedRestart,
  RecordedSubmit,
  RecordedWithdrawal,
  SimulatorRecord,
} from './record.js';
export { ReplayedModem, type ReplayOptions } from './replay.js';
export type { Departure } from './replay-match.js';
export { type ReplayRequest, type ReplayScript, scriptOf } from './replay-script.js';
export { runSimulatorSession, type SimulatorSession } from './session.js';
export {
  type Attachable,
  SimulatedModem,
  type SimulatedModemOptions,
  type SimulatorLine,
} from './simulated-modem.js';
export { listenTcp, type TcpPort } from './tcp.js';
