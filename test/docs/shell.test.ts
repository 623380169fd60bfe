/**
 * Runs every shell block of README and docs, page by page, line by line, on a stand-in for a Raspberry
 * Pi: the real daemon on a simulated modem. A line has to end as the page says: with exit code 0 and
 * no HTTP error, or as the comment after it (`# exits 1`, `# 403`) has it.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it as plain } from 'vitest';
import { webhookToml } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';
import { it, scenarios } from '../system/it.js';
import { covers } from '../system/program.js';
import { person, type Rig } from '../system/rig.js';
import { until } from '../system/until.js';
import { freePort } from './free-port.js';
import {
  commandsInSentences,
  pages,
  type ShellCommand,
  shellCommandsIn,
  textOf,
} from './shell-blocks.js';
import { makeStandIn, recorded, type StandIn } from './stand-in.js';

/** On it stopgate is not yet there when the page begins. */
const freshMachine = 'docs/install.md';

/** Several pages send it. */
const sentByPages = 'Your order is ready.';

const pagesWithCommands = pages.filter((page) => shellCommandsIn(textOf(page)).length > 0);

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs bash on the stand-in; nothing that the test has open goes with it. */
function bash(standIn: StandIn, directory: string, script: string, env = {}): Promise<Ended> {
  const file = join(directory, 'page.sh');
  writeFileSync(file, script);
  const nothing = openSync('/dev/null', 'r');
  const child = spawn('bash', [file], {
    cwd: standIn.home,
    env: { ...standIn.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...covers(nothing)],
  });
  closeSync(nothing);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/** One script of a page's commands, which ends at the first that does not end as it should. */
function scriptOf(page: string, commands: readonly ShellCommand[]): string {
  const steps = commands.map(
    ({ line, text, exitCode, httpStatus }) =>
      `: > "$STATE/statuses"\n${text}\nended ${line} $? ${exitCode} ${httpStatus ?? '-'}`,
  );
  return `set -u -o pipefail
ended() {
  local statuses
  statuses=$(tr '\\n' ' ' < "$STATE/statuses")
  if [ "$2" != "$3" ]; then
    echo "${page}:$1 ended with $2 instead of $3"
    exit 1
  fi
  for status in $statuses; do
    if [ "$4" = - ] && [ "$status" -lt 400 ]; then continue; fi
    [ "$4" = "$status" ] && continue
    echo "${page}:$1 was answered with $status instead of \${4/-/success}"
    exit 1
  done
  if [ "$4" != - ] && [ -z "$statuses" ]; then
    echo "${page}:$1 asked no server"
    exit 1
  fi
}
${steps.join('\n')}
echo "all of ${page} ran"
`;
}

/** What the page takes for granted: a message that waits, a reply in doubt, a webhook given up. */
async function thingsWithIds(rig: Rig, listen: string): Promise<(text: string) => string> {
  const response = await fetch(`http://${listen}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rig.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to: person, text: 'Later', sendAt: '2099-01-01T00:00:00Z' }),
  });
  expect(response.status).toBe(202);
  rig.handset('+447700900199').reply('Stop, my husband will collect it');
  const idOf = (sql: string) => String(rig.rows(sql)[0]?.id ?? '');
  const ids = await until('there is one of each', () => {
    const found = {
      msg: idOf(`SELECT id FROM messages WHERE status = 'queued' LIMIT 1`),
      rev: idOf('SELECT id FROM reviews LIMIT 1'),
      wh: idOf(`SELECT id FROM webhook_deliveries WHERE status = 'dead' LIMIT 1`),
    };
    return Object.values(found).every((id) => id !== '') && found;
  });
  return (text) =>
    text
      .replaceAll(/\bmsg_[0-9a-f]*…/gu, ids.msg)
      .replaceAll(/\brev_[0-9a-f]*…/gu, ids.rev)
      .replaceAll(/\bwh_[0-9a-f]*…/gu, ids.wh);
}

scenarios('the shell blocks', () => {
  it.for(pagesWithCommands)(
    'of %s run, and end as it says',
    async (page, { openRig, expect, onTestFinished }) => {
      const receiver = await openReceiver({ atEnd: onTestFinished });
      // What the gateway posts goes to /sms; a receiver of the page's own listens at /.
      receiver.answer = (told, response) =>
        answerWith(told.path === '/sms' ? 410 : 204)(told, response);
      const rig = await openRig({ toml: webhookToml(receiver.url) });
      const listen = `127.0.0.1:${await freePort()}`;
      const { directory, config, dataDirectory } = rig;
      const standIn = makeStandIn({
        ...{ directory, config, dataDirectory, listen },
        modem: join(directory, 'modem'),
      });
      onTestFinished(() => standIn.end());

      const commands = shellCommandsIn(textOf(page));
      let withIds = (text: string) => text;
      if (page !== freshMachine && commands.some(({ text }) => /stopgate|curl/u.test(text))) {
        const started = await bash(standIn, directory, 'systemctl start stopgate');
        expect(started).toMatchObject({ exitCode: 0 });
        await until('the modem is ready', async () => (await fetch(`http://${listen}/readyz`)).ok);
        if (commands.some(({ text }) => text.includes('…')))
          withIds = await thingsWithIds(rig, listen);
      }
      const script = standIn.translate(withIds(scriptOf(page, commands)));
      const { exitCode, output } = await bash(standIn, directory, script, {
        PORT: new URL(receiver.url).port,
        WEBHOOK_SECRET: 'whsec_cmVwbGFjZS10aGlzLWJ5LXlvdXItb3du',
      });
      expect(output).toContain(`all of ${page} ran`);
      expect(exitCode).toBe(0);
      if (!script.includes(sentByPages)) return;
      await until('the modem was handed what the page sends', () =>
        rig.textsTo(person).some((text) => text.startsWith(sentByPages)),
      );
    },
  );
});

scenarios('the commands within sentences', () => {
  it('run as well', async ({ openRig, expect, onTestFinished }) => {
    const { directory, config, dataDirectory } = await openRig();
    const listen = `127.0.0.1:${await freePort()}`;
    const modem = join(directory, 'modem');
    const standIn = makeStandIn({ directory, config, dataDirectory, listen, modem });
    onTestFinished(() => standIn.end());
    await bash(standIn, directory, 'systemctl start stopgate');
    for (const page of pages) {
      const commands = commandsInSentences(textOf(page));
      const script = standIn.translate(scriptOf(page, commands));
      const { output } = await bash(standIn, directory, script);
      expect(output).toContain(`all of ${page} ran`);
    }
    expect(standIn.calls().length).toBeGreaterThan(15);
  });
});

describe('the reading of shell blocks', () => {
  const block = (...lines: readonly string[]) =>
    ['```sh', ...lines, '```', 'stopgate run'].join('\n');

  plain('takes lines that go on as one command, and leaves comments out', () => {
    const text = block(
      '# first',
      'curl -s $API \\',
      '  -d 1   # 403 recipient_suppressed',
      '',
      'ls',
    );
    expect(shellCommandsIn(text)).toEqual([
      {
        line: 3,
        text: 'curl -s $API \\\n  -d 1   # 403 recipient_suppressed',
        exitCode: 0,
        httpStatus: 403,
      },
      { line: 6, text: 'ls', exitCode: 0, httpStatus: undefined },
    ]);
  });

  plain.each(pages)('reads all of %s: every block is closed', (page) => {
    expect((textOf(page).match(/^```/gmu) ?? []).length % 2).toBe(0);
  });

  plain('knows by its comment how a command is meant to end', () => {
    expect(shellCommandsIn(block('stopgate doctor   # exits 1: no modem'))).toMatchObject([
      { exitCode: 1 },
    ]);
    expect(shellCommandsIn(block('stopgate check    # 3 faults'))).toMatchObject([
      { exitCode: 0, httpStatus: undefined },
    ]);
  });
});

describe.concurrent('the stand-in', () => {
  plain('writes down only what the documentation still shows', () => {
    const shown = pages.flatMap((page) =>
      [...shellCommandsIn(textOf(page)), ...commandsInSentences(textOf(page))].map(
        ({ text }) => text,
      ),
    );
    expect(recorded.filter((call) => !shown.some((text) => text.includes(call)))).toEqual([]);
  });

  it.for([
    ['stopgate suppress check 0', 'ended with 1 instead of 0'],
    ['stopgate suppress check +447700900123   # exits 1', 'ended with 0 instead of 1'],
    ['systemctl restart networking', 'ended with 97'],
    ['sudo apt install another', 'ended with 97'],
    ['sudo -i', 'ended with 97'],
    ['reboot', 'ended with 127'],
    ['sudo rm -r /var/lib/another', 'ended with 97'],
    ['curl -s http://127.0.0.1:7867/v1/messages', 'was answered with 401 instead of success'],
    ['curl -s http://127.0.0.1:7867/readyz   # 401', 'instead of 401'],
    ['true   # 401', 'asked no server'],
  ] as const)(
    'does not let %j pass',
    async ([line, fault], { openRig, onTestFinished, expect }) => {
      const { directory, config, dataDirectory } = await openRig();
      const listen = `127.0.0.1:${await freePort()}`;
      const modem = join(directory, 'modem');
      const standIn = makeStandIn({ directory, config, dataDirectory, listen, modem });
      onTestFinished(() => standIn.end());
      const commands = shellCommandsIn(
        ['```sh', 'systemctl start stopgate', line, '```'].join('\n'),
      );
      const script = standIn.translate(scriptOf('page', commands));
      const { exitCode, output } = await bash(standIn, directory, script);
      expect(output).toContain(fault);
      expect(exitCode).toBe(1);
    },
  );
});
