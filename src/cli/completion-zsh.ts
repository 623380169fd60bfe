/** Completion for zsh, out of the command tree; with descriptions, which zsh shows. */
import { allNodes, type CommandNode, isFile, type OptionNode } from './command-tree.js';
import { namesOf, placeOf, quoted } from './completion-bash.js';

export function zshCompletion(root: CommandNode): string {
  const nodes = allNodes(root);
  return `#compdef stopgate
# Completion of stopgate for zsh, made by "stopgate completion zsh".
_stopgate() {
  local at='' files='' word
  local -a subcommands options
  # Which command it is, as far as it is typed.
  for word in \${words[2,CURRENT-1]}; do
    case "$at $word" in
      ${nodes
        .slice(1)
        .map(({ path }) => quoted(placeOf(path)))
        .join('|')}) at="$at $word" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${nodes.flatMap(({ path, options }) => options.flatMap((option) => valueCase(path, option))).join('\n')}
  esac
  case "$at" in
${nodes.map(wordsCase).join('\n')}
  esac
  (( \${#subcommands} )) && _describe -t commands command subcommands
  _describe -o -t options option options
  [[ -n $files ]] && _files
}
if [[ $funcstack[1] == _stopgate ]]; then
  _stopgate "$@"
else
  compdef _stopgate stopgate
fi
`;
}

function valueCase(path: readonly string[], { short, long, value, choices }: OptionNode): string[] {
  if (value === undefined) return [];
  const places = namesOf({ short, long }).map((name) => quoted(`${placeOf(path)} ${name}`));
  const offer =
    choices.length > 0
      ? `compadd -- ${choices.map(quoted).join(' ')}`
      : isFile(value)
        ? '_files'
        : `_message ${quoted(value)}`;
  return [`    ${places.join('|')}) ${offer}; return ;;`];
}

function wordsCase({ path, commands, options, arguments: args }: CommandNode): string {
  const subcommands = commands.map((command) =>
    described(command.path.at(-1) ?? '', command.description),
  );
  const names = options.flatMap((option) =>
    namesOf(option).map((name) => described(name, option.description)),
  );
  const files = args.some(isFile) ? '; files=1' : '';
  return `    ${quoted(placeOf(path))}) subcommands=(${subcommands.join(' ')}); options=(${names.join(' ')})${files} ;;`;
}

function described(name: string, description: string): string {
  return quoted(`${name.replaceAll(':', '\\:')}:${description}`);
}
