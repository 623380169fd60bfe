/** The modems as Prometheus metrics: what is known of each; what one does not tell is left out. */
import type { Gauge } from 'prom-client';
import type { ModemBoard } from '../service/modem-board.js';

export type NewGauge = (name: string, help: string, ...labels: string[]) => Gauge;

const registered: ReadonlySet<string> = new Set(['home', 'roaming']);

/** The answer brings all of them up to date. */
export function modemMetrics(gauge: NewGauge): (modems: ModemBoard) => void {
  const state = gauge('modem_state', '1 for the state that a modem is in.', 'modem', 'state');
  const ready = gauge('modem_ready', '1 when a modem can send.', 'modem');
  const network = gauge('modem_registered', '1 when the network has let it in.', 'modem');
  const queue = gauge('modem_queue_messages', 'Messages that wait for it.', 'modem');
  const signal = gauge('modem_signal_dbm', 'How well it hears the network.', 'modem');
  const used = gauge('modem_sim_messages', 'Messages that it keeps.', 'modem');
  const room = gauge('modem_sim_capacity', 'How many it could keep.', 'modem');
  const all = [state, ready, network, queue, signal, used, room];
  return (modems) => {
    for (const one of all) one.reset();
    for (const modem of modems.readiness()) {
      state.set({ modem: modem.name, state: modem.state }, 1);
      ready.set({ modem: modem.name }, modem.downSince === null ? 1 : 0);
    }
    for (const modem of modems.list()) {
      const labels = { modem: modem.name };
      network.set(labels, registered.has(modem.registration) ? 1 : 0);
      queue.set(labels, modem.queue);
      if (modem.signalDbm !== null) signal.set(labels, modem.signalDbm);
      if (modem.simUsed !== null) used.set(labels, modem.simUsed);
      if (modem.simTotal !== null) room.set(labels, modem.simTotal);
    }
  };
}
