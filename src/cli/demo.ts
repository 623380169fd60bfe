/** `stopgate demo`: chooses between a person at a terminal and the scene that plays by itself. */
import type { Command } from 'commander';
import { type CliContext, printLine } from './context.js';
import type { Demo } from './demo-gateway.js';

export function demoCommand(program: Command, context: CliContext): void {
  program
    .command('demo')
    .description(
      'try it without hardware: the daemon on a simulated modem, and a handset to reply from',
    )
    .addHelpText(
      'after',
      '\nOn a terminal you are the recipient; otherwise a short scene plays by itself and exits.',
    )
    .action(async () => {
      // Loaded here alone: the daemon need not carry the simulator.
      const { startDemo } = await import('./demo-gateway.js');
      const demo = await startDemo(context.clock);
      try {
        printLine(context, welcome(demo));
        if (context.stdin.isTTY) await (await import('./demo-talk.js')).talk(demo, context);
        else await (await import('./demo-scene.js')).playScene(demo, context);
      } finally {
        await demo.close();
      }
    });
}

function welcome(demo: Demo): string {
  const authorization = `Authorization: Bearer ${demo.key}`;
  return `
stopgate demo: the real daemon, a simulated modem, a temporary database.

  API      ${demo.address}
  key      ${demo.key}
  handset  ${demo.handset.number}${demo.pages === undefined ? '' : `\n  pages    ${demo.pages}/stop, which anybody may open to opt out`}

In another terminal, send a message and look at who opted out:

  curl -s ${demo.address}/v1/messages -H '${authorization}' \\
    -H 'Content-Type: application/json' -d '{"to":"${demo.handset.number}","text":"Hello from curl"}'

  curl -s ${demo.address}/v1/suppressions/${demo.handset.number} -H '${authorization}'
`;
}
