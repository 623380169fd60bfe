/** Completion for bash, out of the command tree. It starts no process, so that a Pi answers at once. */
import { allNodes, type CommandNode, isFile, type OptionNode } from './command-tree.js';

export function bashCompletion(root: CommandNode): string {
  const nodes = allNodes(root);
  return `# Completion of stopgate for bash, made by "stopgate completion bash".
_stopgate() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  local at='' words='' files='' i
  # Which command it is, as far as it is typed.
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
      ${nodes
        .slice(1)
        .map(({ path }) => quoted(placeOf(path)))
        .join(' | ')})
        at="$at \${COMP_WORDS[i]}" ;;
    esac
  done
  case "$at $before" in
${nodes.flatMap(({ path, options }) => options.flatMap((option) => valueCase(path, option))).join('\n')}
    *)
      case "$at" in
${nodes.map(wordsCase).join('\n')}
      esac ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  if [[ $files && $current != -* ]]; then
    compopt -o filenames 2> /dev/null
    mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -F _stopgate stopgate
`;
}

/** What may follow an option that takes a value; nothing where anything may. */
function valueCase(path: readonly string[], { short, long, value, choices }: OptionNode): string[] {
  if (value === undefined) return [];
  const places = namesOf({ short, long }).map((name) => quoted(`${placeOf(path)} ${name}`));
  const words = choices.length === 0 ? '' : ` words=${quoted(choices.join(' '))}`;
  const files = isFile(value) ? ' files=1' : '';
  return [`    ${places.join(' | ')})${words}${files} ;;`];
}

function wordsCase({ path, commands, options, arguments: args }: CommandNode): string {
  const words = [
    ...commands.map(({ path: [...names] }) => names.at(-1)),
    ...options.flatMap(namesOf),
  ];
  const files = args.some(isFile) ? ' files=1' : '';
  return `        ${quoted(placeOf(path))}) words=${quoted(words.join(' '))}${files} ;;`;
}

/** How the scripts keep a place in the tree: each word with a space before it. */
export function placeOf(path: readonly string[]): string {
  return path.map((name) => ` ${name}`).join('');
}

export function namesOf({ short, long }: Pick<OptionNode, 'short' | 'long'>): readonly string[] {
  return short === undefined ? [long] : [short, long];
}

/** For a shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
