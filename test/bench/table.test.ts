/** How figures become a Markdown table. */
import { expect, it } from 'vitest';

interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
  readonly against: string;
  readonly failed?: boolean;
}

interface Table {
  atLeast(figure: { what: string; value: number; unit?: string; aim: number }): Figure;
  below(figure: { what: string; value: number; unit?: string; aim: number }): Figure;
  beside(figure: {
    what: string;
    value: number;
    unit: string;
    peer: string;
    theirs: number;
    digits?: number;
  }): Figure;
  told(what: string, measured: string): Figure;
  failed(what: string, error: unknown): Figure;
  table(figures: readonly Figure[]): string;
}

const { atLeast, below, beside, told, failed, table } = (await import(
  new URL('../../bench/table.mjs', import.meta.url).href
)) as Table;

it('has a line for each figure, in their order, below its head', () => {
  const figures = [told('size', '3 MB'), told('weight', '1 kg')];
  expect(table(figures)).toBe(
    '| figure | measured | aim | against it |\n| --- | --- | --- | --- |\n' +
      '| size | 3 MB |  |  |\n| weight | 1 kg |  |  |\n',
  );
});

it('says how a figure stands against its aim, whichever way is better', () => {
  const rate = { what: 'rate', unit: ' /s', aim: 200 };
  expect(atLeast({ ...rate, value: 1500 })).toEqual({
    ...{ what: 'rate', measured: '1,500 /s', aim: '≥ 200 /s', against: 'met, 7.50 × the aim' },
  });
  expect(atLeast({ ...rate, value: 100 }).against).toBe('**missed**, 0.50 × the aim');
  expect(below({ ...rate, value: 100 }).against).toBe('met, 0.50 × the aim');
  expect(below({ ...rate, value: 300 }).against).toBe('**missed**, 1.50 × the aim');
});

it.each([
  [376, 4.4, '85 × it (4.4 /s)'],
  [376, 100, '3.8 × it (100.0 /s)'],
  [376, 1350, '0.28 × it (1,350.0 /s)'],
  [376, 120_000, '0.0031 × it (120,000.0 /s)'],
])('tells %d beside %d as a ratio to two digits that count', (value, theirs, against) => {
  const figure = { what: 'rate', unit: ' /s', peer: 'it', digits: 1 };
  expect(beside({ ...figure, value, theirs })).toMatchObject({ measured: '376 /s', against });
});

it('keeps a failure in one row, whatever its message holds', () => {
  const figure = failed('codec', new Error('it ended:\n  a | b\n'));
  expect(figure.failed).toBe(true);
  expect(table([figure])).toMatch(
    /\| codec \| \*\*failed\*\* \| {2}\| it ended: \/ a \\\| b \|\n$/,
  );
});
