/** `stopgate keys create|list|revoke` */
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { KeyScope } from '../domain/ports.js';
import { keyScopes } from '../service/api-keys.js';
import {
  type CliContext,
  CommandError,
  type ConfigOption,
  printJson,
  printLine,
  withServices,
} from './context.js';
import { table } from './table.js';

interface KeysOptions extends ConfigOption {
  readonly name: string;
  readonly scope: readonly KeyScope[];
  readonly json?: boolean;
}

const longestName = 100;

function parseScopes(text: string): readonly KeyScope[] {
  return text.split(',').map((word) => {
    const scope = keyScopes.find((known) => known === word.trim());
    if (!scope)
      throw new InvalidArgumentError(`it must be of ${keyScopes.join(', ')}, with commas.`);
    return scope;
  });
}

function parseName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > longestName || /\p{Cc}/u.test(name)) {
    throw new InvalidArgumentError(
      `it must name the application that will use the key, in up to ${longestName} characters.`,
    );
  }
  return name;
}

export function keysCommand(program: Command, context: CliContext): void {
  const keys = program.command('keys').description('API keys');

  keys
    .command('create')
    .description('make a key and print it, once')
    .requiredOption('--name <name>', 'whose key it is', parseName)
    .requiredOption(
      '--scope <scopes>',
      'what it may do: send, read, admin, with commas',
      parseScopes,
    )
    .option('--json', 'print the key with its name and scopes as JSON')
    .addHelpText('after', '\nExample:\n  stopgate keys create --name webshop --scope send,read')
    .action((_options: KeysOptions, command: Command) => {
      const options = command.optsWithGlobals<KeysOptions>();
      const { name } = options;
      withServices(context, options, ({ keys: service }) => {
        if (service.list().some((key) => key.name === name && key.revokedAt === null)) {
          throw new CommandError(
            `there is a key named "${name}" already: revoke it first, or choose another name`,
          );
        }
        const { key, secret } = service.create(name, options.scope);
        if (options.json) printJson(context, { ...key, key: secret });
        else printLine(context, secret);
      });
    });

  keys
    .command('list')
    .description('list the keys; a key itself is never shown again')
    .option('--json', 'print the list as JSON')
    .action((_options: KeysOptions, command: Command) => {
      const options = command.optsWithGlobals<KeysOptions>();
      withServices(context, options, ({ keys: service }) => {
        const items = service.list();
        if (options.json) {
          printJson(context, { items, nextCursor: null });
          return;
        }
        const rows = items.map((key) => [
          key.id,
          key.name,
          key.scopes.join(','),
          key.createdAt,
          key.revokedAt,
        ]);
        printLine(context, table(['ID', 'NAME', 'SCOPES', 'CREATED', 'REVOKED'], rows));
      });
    });

  keys
    .command('revoke <id-or-name>')
    .description('revoke a key; it is refused from the next request on')
    .option('--json', 'print the result as JSON')
    .action((idOrName: string, _options: KeysOptions, command: Command) => {
      const options = command.optsWithGlobals<KeysOptions>();
      withServices(context, options, ({ keys: service }) => {
        if (!service.revoke(idOrName)) {
          throw new CommandError(
            `there is no key "${idOrName}" in use; "stopgate keys list" shows them`,
          );
        }
        if (options.json) printJson(context, { revoked: idOrName });
        else printLine(context, `revoked "${idOrName}"`);
      });
    });
}
