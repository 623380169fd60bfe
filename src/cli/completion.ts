/** `stopgate completion SHELL`: prints what makes a shell complete the commands and their options. */
import { Argument, type Command } from 'commander';
import { type CommandNode, commandTree } from './command-tree.js';
import { bashCompletion } from './completion-bash.js';
import { fishCompletion } from './completion-fish.js';
import { zshCompletion } from './completion-zsh.js';
import type { CliContext } from './context.js';

const SHELLS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} as const satisfies Record<string, (root: CommandNode) => string>;

export function completionCommand(program: Command, context: CliContext): void {
  program
    .command('completion')
    .description('print completions for a shell; the Debian package has installed them')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText(
      'after',
      `
For this shell alone, and for good:
  source <(stopgate completion bash)
  stopgate completion bash | sudo tee /usr/share/bash-completion/completions/stopgate
  stopgate completion zsh | sudo tee /usr/local/share/zsh/site-functions/_stopgate
  stopgate completion fish > ~/.config/fish/completions/stopgate.fish`,
    )
    .action((shell: keyof typeof SHELLS) => {
      context.stdout.write(SHELLS[shell](commandTree(program)));
    });
}
