/** Whose a message reference is: TP-MR counts up, and +CMGS names no message. */
import { describe, expect, it } from 'vitest';
import { isEarlier, LateReferences } from '../../src/modem/late-references.js';

const a = { id: 'a', hex: '00', tpduLength: 0 };
const b = { id: 'b', hex: '00', tpduLength: 0 };

describe('a reference', () => {
  it('outside of any submission belongs to the one that is open', () => {
    const late = new LateReferences();
    late.noteUnanswered(a, true, 0);
    expect(late.claim(7, 1_000)).toEqual({ submission: a, reference: 7 });
    expect(late.claim(7, 1_000)).toBeUndefined();
  });

  it('that cannot be the open one is beyond doubt', () => {
    const late = new LateReferences();
    late.noteAnswered(254);
    late.noteUnanswered(a, true, 0);
    expect(late.mayBeLate(255, 0)).toBe(true);
    expect(late.mayBeLate(0, 0)).toBe(false);
  });

  it('is in doubt where nothing was counted before, and no more once something was', () => {
    const late = new LateReferences();
    late.noteUnanswered(a, true, 0);
    expect(late.mayBeLate(9, 0)).toBe(true);
    late.noteAnswered(9);
    expect(late.mayBeLate(10, 0)).toBe(false);
    expect(late.mayBeLate(8, 0)).toBe(true);
  });

  it('puts none in doubt where an error came in its place', () => {
    const late = new LateReferences();
    late.noteUnanswered(a, false, 0);
    expect(late.mayBeLate(9, 0)).toBe(false);
  });

  it('that could be that of two belongs to neither, and the last one is known by its place', () => {
    const late = new LateReferences();
    late.noteAnswered(4);
    late.noteUnanswered(a, true, 0);
    late.noteUnanswered(b, true, 0);
    expect(late.claim(5, 0)).toBeUndefined();
    expect(late.claim(6, 0)?.submission).toBe(b);
    expect(late.claim(5, 0)?.submission).toBe(a);
  });

  it('that was guessed to be of the later submission is put right by the next one', () => {
    for (const before of [undefined, 4]) {
      const late = new LateReferences();
      if (before !== undefined) late.noteAnswered(before);
      late.noteUnanswered(a, true, 0);
      expect(late.mayBeLate(5, 0)).toBe(true);
      late.guessAnswered(5);
      expect(late.claim(6, 0)).toEqual({ submission: a, reference: 5 });
      expect(late.claim(7, 0)).toBeUndefined();
    }
  });

  it('is not put right any more once another message had the next one', () => {
    const late = new LateReferences();
    late.noteAnswered(4);
    late.noteUnanswered(a, true, 0);
    late.guessAnswered(5);
    late.noteAnswered(6);
    expect(late.claim(6, 0)).toBeUndefined();
  });

  it('is not expected for ever', () => {
    const late = new LateReferences();
    late.noteUnanswered(a, true, 0);
    expect(late.mayBeLate(1, 3_600_000)).toBe(false);
    expect(late.claim(1, 3_600_000)).toBeUndefined();
  });

  it('is earlier than another across the end of the count too', () => {
    expect(isEarlier(254, 255)).toBe(true);
    expect(isEarlier(255, 0)).toBe(true);
    expect(isEarlier(0, 255)).toBe(false);
    expect(isEarlier(3, 3)).toBe(false);
  });
});
