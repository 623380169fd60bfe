/** The demo on a terminal: the person is the recipient, and may play the application as well. */
import { createInterface } from 'node:readline';
import { type CliContext, onOneLine, printLine } from './context.js';
import { type Demo, handsetNumber } from './demo-gateway.js';

const instructions = `You are the recipient ${handsetNumber}. Type a reply and press Enter: STOP, HELP, START, anything.
  /send TEXT   the application sends you a message
  /quit        ends the demo (so does Ctrl-C)
`;

/** Until the person leaves. */
export async function talk(demo: Demo, context: CliContext): Promise<void> {
  const terminal = createInterface({
    input: context.stdin,
    output: context.stdout,
    prompt: 'your reply> ',
  });
  const show = (line: string) => {
    printLine(context, `\r${line}`);
    terminal.prompt();
  };
  const send = async (text: string) => {
    printLine(context, `\rapplication: POST /v1/messages "${text}"`);
    const { status, body } = await demo.post(text);
    show(
      status === 202
        ? `application: 202, ${String(body.status)} as ${String(body.id)}`
        : `application: ${status} ${String(body.code)}: ${String(body.detail)}`,
    );
  };
  let awaitsConfirmation = false;
  demo.handset.onMessage(({ text }) => {
    show(`handset: ${onOneLine(text)}`);
    if (!awaitsConfirmation) return;
    awaitsConfirmation = false;
    void demo.isSuppressed().then(async (suppressed) => {
      if (suppressed) await send('Are you sure? One more offer!');
    });
  });

  printLine(context, instructions);
  const link = demo.pages === undefined ? '' : ' Not interested? {optout_link}';
  await send(`Our autumn sale starts on Friday.${link}`);
  const leave = () => terminal.close();
  context.stop.addEventListener('abort', leave, { once: true });
  terminal.on('SIGINT', leave);
  for await (const line of terminal) {
    const typed = line.trim();
    if (typed === '/quit') break;
    if (typed.startsWith('/send ')) {
      await send(typed.slice('/send '.length));
    } else if (typed.startsWith('/')) {
      show('that is no command: /send TEXT or /quit');
    } else if (typed !== '') {
      awaitsConfirmation = true;
      demo.handset.reply(line);
      terminal.prompt();
    }
  }
  terminal.close();
}
