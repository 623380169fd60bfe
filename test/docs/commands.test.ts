/** Every `stopgate …` that README and docs show is one that there is, with options that there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodes } from '../cli/all-commands.js';

const root = new URL('../../', import.meta.url);
const pages = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)];

/** What follows `stopgate` in shell lines and in code within sentences. */
function callsIn(page: string): readonly string[] {
  const text = readFileSync(new URL(page, root), 'utf8').replaceAll('\\\n', ' ');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const spans = [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)];
  const lines = [...blocks, ...spans.map(([, span = '']) => span)];
  const call = /(?<=^|[(;&|] ?|sudo )stopgate ([a-z-][^|;&)#]*)/g;
  return lines.flatMap((line) => [...line.matchAll(call)].map(([, rest = '']) => rest.trim()));
}

/** What is wrong with a call: a command or an option that there is none of. */
function faultOf(call: string): string | undefined {
  const words = call.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const typed = words.filter((word) => !word.startsWith('-'));
  const alternatives = (typed[1] ?? '').split('|');
  const at = (path: readonly string[]) =>
    nodes.find((node) => node.path.join(' ') === path.join(' '));
  const node = at([typed[0] ?? '', alternatives[0] ?? '']) ?? at(typed.slice(0, 1)) ?? nodes[0];
  if (typed[0] !== undefined && node === nodes[0] && typed[0] !== 'COMMAND')
    return `no ${typed[0]}`;
  if (node?.path.length === 1 && node.commands.length > 0 && typed[1] !== undefined) {
    return `no ${typed[1]} in ${typed[0]}`;
  }
  const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.split('=')[0]);
  const known = node?.options.map(({ long }) => long) ?? [];
  const unknown = options.find((option) => option !== undefined && !known.includes(option));
  return unknown === undefined ? undefined : `no ${unknown}`;
}

describe('the documentation', () => {
  it.each(pages)('shows no command in %s that there is not', (page) => {
    const faults = callsIn(page).map((call) => [call, faultOf(call)] as const);
    expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
  });

  it('is read: its commands are found', () => {
    const calls = pages.flatMap(callsIn);
    expect(calls).toContain('service install');
    expect(calls).toContain('doctor --port /dev/ttyUSB2');
    expect(calls.length).toBeGreaterThan(40);
  });
});

describe('the reading of it', () => {
  it.each([
    ['suppres add', 'no suppres'],
    ['suppress ad', 'no ad in suppress'],
    ['messages --colour', 'no --colour'],
    ['keys create --name x --scope send', undefined],
    ['match "stop --now"', undefined],
  ])('knows what is wrong with %j', (call, fault) => {
    expect(faultOf(call)).toBe(fault);
  });
});
