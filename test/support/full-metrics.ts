/** What /metrics says of a gateway in which everything has happened once: no metric is left out. */
import { openTestApi, type TestApi } from './test-api.js';
import { doubtful, person } from './test-services.js';

/** A modem that tells all that one can tell. */
export function tellModem({ board }: Pick<TestApi, 'board'>, name = 'main'): void {
  board.update({
    ...{ name, port: `/dev/${name}`, phase: 'ready', registration: 'roaming' },
    ...{ operator: 'O2 "UK"', technology: '4G', manufacturer: 'Huawei', model: 'E3372' },
    ...{ signalDbm: -71, signal: 'excellent', simUsed: 3, simTotal: 25, supplyMv: 3_912 },
    ...{ problem: undefined, revision: undefined, imei: '490154203237518', imsi: '23410' },
    ...{ dialect: 'huawei', temperatureC: 41, warning: undefined },
  });
}

export async function fullMetrics(): Promise<string> {
  const api = openTestApi();
  api.measurements.expectWebhook('app.example.org');
  tellModem(api);
  api.arrive('+447700900456', doubtful);
  api.arrive(person, 'STOP');
  const { status, body } = await api.ask('GET /metrics');
  if (status !== 200) throw new Error(`/metrics answered ${status}`);
  return String(body);
}
