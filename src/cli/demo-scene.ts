/** The demo's own scene, narrated: a message, a STOP, its confirmation, the refusal, a START. */
import { sleep } from '../clock.js';
import { type CliContext, CommandError, onOneLine, printLine } from './context.js';
import type { Demo } from './demo-gateway.js';

const patienceMs = 30_000;

/** Plays once; throws CommandError where something else happens than the narrator says. */
export async function playScene(demo: Demo, context: CliContext): Promise<void> {
  const say = (line: string) => printLine(context, line);
  const arrivals = watchHandset(demo, context);

  say('1. An application posts a message to the API.');
  await expectStatus(demo, 'Our autumn sale starts on Friday.', 202, say);
  say(`   handset: ${onOneLine(await arrivals.next())}`);

  say('2. The recipient has had enough and replies "Stop please!".');
  demo.handset.reply('Stop please!');
  say(`   handset: ${onOneLine(await arrivals.next())}`);

  say('3. The application tries again, and is refused.');
  await expectStatus(demo, 'Last chance: the sale ends today.', 403, say);

  say('4. Later the recipient replies "START", and may be written to again.');
  demo.handset.reply('START');
  await untilResubscribed(demo, context);
  await expectStatus(demo, 'Welcome back.', 202, say);
  say(`   handset: ${onOneLine(await arrivals.next())}`);

  say('\nThat is the whole idea. Run "npm start" in a terminal to be the recipient yourself.');
}

async function expectStatus(
  demo: Demo,
  text: string,
  expected: number,
  say: (line: string) => void,
): Promise<void> {
  const { status, body } = await demo.post(text);
  const outcome =
    status === 202 ? String(body.status) : `${String(body.code)}: ${String(body.detail)}`;
  say(`   POST /v1/messages "${text}" -> ${status} ${outcome}`);
  if (status !== expected)
    throw new CommandError(`the API answered ${status} where ${expected} was due`);
}

/** The texts that arrive on the handset, one at a time, in order. */
function watchHandset(demo: Demo, context: CliContext): { next(): Promise<string> } {
  const texts: string[] = [];
  let wake = () => {};
  demo.handset.onMessage(({ text }) => {
    texts.push(text);
    wake();
  });
  return {
    async next() {
      const text = texts.shift();
      if (text !== undefined) return text;
      await new Promise<void>((resolve, reject) => {
        const timer = context.clock.setTimer(patienceMs, () =>
          reject(new CommandError(`nothing arrived on the handset within ${patienceMs / 1_000} s`)),
        );
        wake = () => {
          timer.cancel();
          resolve();
        };
      });
      return texts.shift() ?? '';
    },
  };
}

/** START is not answered, so the API tells when it has been read. */
async function untilResubscribed(demo: Demo, context: CliContext): Promise<void> {
  const endMs = context.clock.monotonicMs() + patienceMs;
  while (context.clock.monotonicMs() < endMs) {
    if (!(await demo.isSuppressed())) return;
    await sleep(context.clock, 50);
  }
  throw new CommandError('the number is still suppressed after START');
}
