/** Completion for fish, out of the command tree. */
import { allNodes, type CommandNode, isFile, type OptionNode } from './command-tree.js';
import { placeOf } from './completion-bash.js';

export function fishCompletion(root: CommandNode): string {
  const nodes = allNodes(root);
  const places = nodes.slice(1).map(({ path }) => quoted(placeOf(path)));
  return `# Completion of stopgate for fish, made by "stopgate completion fish".
# Which command it is, as far as it is typed.
function __stopgate_at
    set -l at ''
    for word in (commandline --tokenize --cut-at-cursor --current-process)[2..]
        if contains -- "$at $word" ${places.join(' ')}
            set at "$at $word"
        end
    end
    test "$at" = "$argv[1]"
end
complete --command stopgate --no-files
${nodes.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ path, commands, options, arguments: args }: CommandNode): readonly string[] {
  const at = `complete --command stopgate --condition ${quoted(`__stopgate_at '${placeOf(path)}'`)}`;
  return [
    ...commands.map((command) => {
      const name = quoted(command.path.at(-1) ?? '');
      return `${at} --arguments ${name} --description ${quoted(command.description)}`;
    }),
    ...options.map((option) => `${at} ${optionOf(option)}`),
    ...(args.some(isFile) ? [`${at} --force-files`] : []),
  ];
}

function optionOf({ short, long, value, description, choices }: OptionNode): string {
  return [
    `--long-option ${long.replace(/^--/u, '')}`,
    ...(short === undefined ? [] : [`--short-option ${short.replace(/^-/u, '')}`]),
    ...(value === undefined
      ? []
      : [isFile(value) ? '--require-parameter --force-files' : '--exclusive']),
    ...(choices.length === 0 ? [] : [`--arguments ${quoted(choices.join(' '))}`]),
    `--description ${quoted(description)}`,
  ].join(' ');
}

/** fish knows two escapes within single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
