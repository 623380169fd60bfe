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
