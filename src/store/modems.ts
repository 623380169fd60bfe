/** `modems`: how each configured modem was when the daemon last looked. */
import type { ModemRecord, ModemStore } from '../domain/ports.js';
import type { Sqlite } from './connection.js';

export function modemStore(db: Sqlite): ModemStore {
  const upsert =
    db.prepare(`INSERT INTO modems (name, port, state, problem, manufacturer, model, imei, operator,
      registration, signal_dbm, sim_used, sim_total, down_since, updated_at)
    VALUES (@name, @port, @state, @problem, @manufacturer, @model, @imei, @operator, @registration, @signalDbm,
      @simUsed, @simTotal, @downSince, @updatedAt)
    ON CONFLICT (name) DO UPDATE SET port = excluded.port, state = excluded.state, problem = excluded.problem,
      manufacturer = excluded.manufacturer, model = excluded.model, imei = excluded.imei,
      operator = excluded.operator, registration = excluded.registration, signal_dbm = excluded.signal_dbm,
      sim_used = excluded.sim_used, sim_total = excluded.sim_total, down_since = excluded.down_since,
      updated_at = excluded.updated_at`);
  const selectAll = db.prepare<
    [],
    ModemRecord
  >(`SELECT name, port, state, problem, manufacturer, model, imei, operator,
      registration, signal_dbm AS signalDbm, sim_used AS simUsed, sim_total AS simTotal,
      down_since AS downSince, updated_at AS updatedAt
    FROM modems ORDER BY name`);
  const selectPin = db.prepare<[string], { hash: string | null }>(
    `SELECT refused_pin AS hash FROM modems WHERE name = ?`,
  );
  const updatePin = db.prepare(`UPDATE modems SET refused_pin = ? WHERE name = ?`);
  const remove = db.prepare(`DELETE FROM modems WHERE name = ?`);

  return {
    save(modem) {
      upsert.run(modem);
    },
    list: () => selectAll.all(),
    refusedPin: (name) => selectPin.get(name)?.hash ?? undefined,
    setRefusedPin(name, mark) {
      updatePin.run(mark, name);
    },
    retain(names) {
      for (const { name } of selectAll.all()) {
        if (!names.includes(name)) remove.run(name);
      }
    },
  };
}
