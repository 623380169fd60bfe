/** `stopgate match TEXT`: explains what a reply would do. */
import type { Command } from 'commander';
import { LANGUAGES } from '../config/config.js';
import { type Match, type MatchOptions, match } from '../optout/match.js';
import {
  type CliContext,
  type ConfigOption,
  printJson,
  printLine,
  readConfigIfAny,
  UsageError,
} from './context.js';
import { answerJsonStrings, requireNone } from './lines.js';

interface MatchCommandOptions extends ConfigOption {
  readonly lines?: boolean;
  readonly json?: boolean;
}

const builtIn: MatchOptions = {
  languages: LANGUAGES,
  keywords: { stop: [], start: [], help: [] },
};

export function matchCommand(program: Command, context: CliContext): void {
  program
    .command('match [text]')
    .description(
      'explain what a reply would do; without a configuration, in every language there is',
    )
    .option('--lines', 'read one JSON string a line from stdin')
    .option('--json', 'print JSON, one object a text')
    .addHelpText(
      'after',
      '\nActions: opt-out, opt-in, help, doubtful (a person has to look) or nothing. Rules: keyword (the whole' +
        '\nreply), phrase (what people add to one), intent (other words), misspelling, configured, doubtful.' +
        '\n\nExamples:\n  stopgate match "Stop please"\n  stopgate match "take me off your list"\n  echo \'"stop all"\' | stopgate match --lines --json',
    )
    .action(async (text: string | undefined, _options: MatchCommandOptions, command: Command) => {
      const options = command.optsWithGlobals<MatchCommandOptions>();
      const matching = matchingOf(context, options);
      const explain = (reply: string) => {
        const found = match(reply, matching);
        return options.json ? JSON.stringify(answer(found)) : sentence(found);
      };
      if (options.lines) {
        requireNone(text);
        await answerJsonStrings(context, explain);
        return;
      }
      if (text === undefined) {
        throw new UsageError('name a text, or use --lines and give JSON strings on stdin');
      }
      if (options.json) printJson(context, answer(match(text, matching)));
      else printLine(context, explain(text));
    });
}

/** The configured words, or the built-in ones where nothing was configured or named. */
function matchingOf(context: CliContext, options: ConfigOption): MatchOptions {
  const config = readConfigIfAny(context, options);
  if (config === undefined) return builtIn;
  return config.optout;
}

function answer({ action, rule, language, cleaned }: Match) {
  return { action, rule, language: language ?? null, cleaned };
}

function sentence({ action, rule, language, cleaned }: Match): string {
  const what = action === null ? 'nothing' : action.replace('_', '-');
  const where = language === undefined ? '' : ` (${language})`;
  return `${what}: rule "${rule}"${where}, read as "${cleaned}"`;
}
