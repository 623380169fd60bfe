/**
 * The daemon, killed at each checkpoint while messages go out and opt-outs come in, started again and
 * left to come to rest: the modem's record and the database must agree on every promise.
 *
 * A new checkpoint needs a line in `laterPassing`, or stands in `Elsewhere`. Random kills: `CRASH_RUNS`
 * installations (2) of which each is killed `CRASH_KILLS` times (4). A test's name tells its seed; the
 * same one again is `CRASH_RUNS=1 CRASH_SEED=… npm run crash`, which does 50 when not told otherwise.
 */
import { expect } from 'vitest';
import type { Checkpoint } from '../../../src/checkpoint.js';
import { sleep, systemClock } from '../../../src/clock.js';
import { DIALECTS, type Fault, parseFault } from '../../../src/simulator/index.js';
import { Random } from '../../interop/random.js';
import { webhookToml } from '../../support/test-webhooks.js';
import { openReceiver } from '../../support/webhook-receiver.js';
import { type Bench, it, scenarios } from '../it.js';
import type { Launch, Running } from '../program.js';
import { dyingAt, killed } from './dying.js';
import { Load } from './load.js';
import { comeToRest, problemsOf, type Scene } from './verdict.js';

/** Passed by other commands, or by a start on an old file: tried in the files beside this one. */
type Elsewhere = 'in-migration' | 'after-import-batch' | 'in-backup' | 'in-restore';

/** Each daemon is killed at the first passing; the one after it at this. */
const laterPassing: Readonly<Record<Exclude<Checkpoint, Elsewhere>, number>> = {
  'before-claim': 6,
  'after-claim': 5,
  'at-prompt': 4,
  'after-ctrl-z': 5,
  'before-settle': 3,
  'before-opt-out-commit': 3,
  'after-inbound-commit': 7,
  'after-delete': 4,
  'after-webhook-call': 9,
};

interface World {
  readonly scene: Omit<Scene, 'kills'>;
  /** Starts the daemon and keeps it busy until it is dead; `kill` may do that from outside. */
  dies(launch: Launch, kill?: (running: Running) => Promise<void>): Promise<void>;
  /** Starts it once more, lets it come to rest, and answers what is wrong then. */
  judged(kills: number): Promise<readonly string[]>;
}

type Opened = Pick<Bench, 'openRig'> & { readonly atEnd: (end: () => void) => void };

interface Modem {
  readonly faults: readonly Fault[];
  readonly submitLatencyMs: number;
  readonly commandLatencyMs?: number;
  readonly dialect?: string;
  readonly pollSeconds?: number;
  readonly roundMs: number;
}

const storing: Modem = { faults: [], submitLatencyMs: 15, roundMs: 250 };

/**
 * There is no copy on the SIM: the network has one until it is told that the message was taken. A
 * modem that was not told for 15 s stores from then on what comes, unannounced; the poll finds it.
 */
const handingOver: Modem = {
  ...storing,
  faults: [parseFault('wants-cnma')],
  pollSeconds: 2,
  roundMs: 1_500,
};

async function openWorld(
  { openRig, atEnd }: Opened,
  { faults, roundMs, pollSeconds = 3_600, ...latencies }: Modem,
): Promise<World> {
  const receiver = await openReceiver({ atEnd });
  const rig = await openRig({
    modem: { ...latencies, statusReports: { delayMs: 30, status: 0 } },
    toml: webhookToml(receiver.url),
    pollSeconds,
  });
  for (const fault of faults) rig.modem.play(fault);
  const load = new Load(rig, roundMs);
  const scene = { rig, load, receiver };
  return {
    scene,
    async dies(launch, kill) {
      load.optOutSomeone();
      const running = rig.run(['run'], launch);
      await Promise.all([load.until(running), kill?.(running)]);
      await killed(running);
    },
    async judged(kills) {
      load.optOutSomeone();
      const daemon = await rig.start();
      await load.round(daemon);
      await comeToRest({ ...scene, kills }, daemon);
      const problems = problemsOf({ ...scene, kills });
      expect(await rig.json('ledger', 'verify')).toMatchObject({ whole: true });
      expect((await daemon.stop()).exitCode).toBe(0);
      return problems;
    },
  };
}

scenarios('a daemon that is killed', () => {
  for (const [at, later] of Object.entries(laterPassing) as [Checkpoint, number][]) {
    it(`at ${at}, at its passings 1 and ${later}, keeps every promise`, async ({
      openRig,
      onTestFinished,
    }) => {
      const world = await openWorld({ openRig, atEnd: onTestFinished }, storing);
      await world.dies(dyingAt(at, 1));
      await world.dies(dyingAt(at, later));
      expect(await world.judged(2)).toEqual([]);
    });
  }

  const acknowledged = ['before-opt-out-commit', 'after-inbound-commit', 'after-delete'] as const;
  for (const at of acknowledged) {
    it(`at ${at}, of a modem that waits for +CNMA, keeps every promise`, async ({
      openRig,
      onTestFinished,
    }) => {
      const world = await openWorld({ openRig, atEnd: onTestFinished }, handingOver);
      await world.dies(dyingAt(at, 1));
      await world.dies(dyingAt(at, laterPassing[at]));
      expect(await world.judged(2)).toEqual([]);
    });
  }

  const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 32));
  const runs = Number(process.env.CRASH_RUNS ?? 2);
  const kills = Number(process.env.CRASH_KILLS ?? 4);
  for (let run = 0; run < runs; run += 1) {
    it(`at any moment keeps every promise (CRASH_SEED=${seed + run})`, async ({
      openRig,
      onTestFinished,
    }) => {
      const random = new Random(seed + run);
      const modem: Modem = {
        ...(random.chance(0.2) ? handingOver : storing),
        submitLatencyMs: random.integer(0, 120),
        commandLatencyMs: random.integer(0, 8),
        dialect: random.pick(DIALECTS).name,
      };
      const world = await openWorld({ openRig, atEnd: onTestFinished }, modem);
      for (let kill = 0; kill < kills; kill += 1) {
        const isWhileStarting = random.chance(0.25);
        const afterMs = random.integer(0, isWhileStarting ? 1_000 : 2_500);
        await world.dies({}, async (running) => {
          if (!isWhileStarting) await world.scene.rig.listening(running);
          await sleep(systemClock, afterMs);
          running.signal('SIGKILL');
        });
      }
      expect(await world.judged(kills)).toEqual([]);
    });
  }
});
