/** Whether what the documents link to in this repository is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const pages = [
  'README.md',
  'bench/README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it.each(pages)('%s links to files that there are', (page) => {
  const here = new URL(page, root);
  const links = [...readFileSync(here, 'utf8').matchAll(/\]\(([^)\s]+)\)/gu)].map(([, to]) => to);
  const own = links.filter((to) => to !== undefined && !/^(?:https?:|mailto:|#)/u.test(to));
  const dead = own.filter((to) => !existsSync(new URL((to ?? '').replace(/#.*$/u, ''), here)));
  expect(dead).toEqual([]);
});

/** Headings as GitHub makes anchors of them. */
function anchorsIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (?<heading>.+)$/gmu)].map(({ groups }) =>
    (groups?.heading ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

it.each(pages)('%s links to headings that there are', (page) => {
  const here = new URL(page, root);
  const links = [
    ...readFileSync(here, 'utf8').matchAll(/\]\((?<file>[^)\s#:]*)#(?<anchor>[^)\s]+)\)/gu),
  ];
  const dead = links.filter(({ groups = {} }) => {
    const text = readFileSync(groups.file ? new URL(groups.file, here) : here, 'utf8');
    return !anchorsIn(text).includes(groups.anchor ?? '');
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});

it('the reading of headings makes anchors as GitHub does', () => {
  expect(anchorsIn('## A key\n### Never twice: the `Idempotency-Key`')).toEqual([
    'a-key',
    'never-twice-the-idempotency-key',
  ]);
});
