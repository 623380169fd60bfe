/**
 * What the opt-out pages say in one language, and the text message that brings a code. Data only: a
 * language is added by adding a file and its line in `index.ts`.
 */

export interface Wording {
  /** BCP 47, for the `lang` of the page. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';

  /** Heading of the page that a link opens, and of the one where a number is typed. */
  readonly stopMessages: string;
  /** Before the masked number. */
  readonly yourNumber: string;
  readonly whatShouldStop: string;
  readonly allMessages: string;
  /** The campaign's own name may stand below it. */
  readonly onlyThisKind: string;
  /** The button of the page that a link opens. */
  readonly stop: string;
  /** The button that ends everything: after a code, and where one kind was ended. */
  readonly stopAll: string;
  readonly orReply: string;

  readonly doneHeading: string;
  readonly doneAll: (brand: string) => string;
  readonly doneThisKind: (brand: string) => string;
  readonly comeBack: string;

  readonly typeNumber: string;
  readonly mobileNumber: string;
  readonly fromAbroad: string;
  readonly sendCode: string;
  readonly notANumber: string;

  readonly typeCode: string;
  /** Must not tell whether the number is known or gets anything. */
  readonly codeSent: string;
  readonly code: string;
  readonly wrongCode: string;
  readonly voidCode: string;
  readonly newCode: string;

  readonly brokenLink: string;
  readonly brokenLinkWhy: string;
  /** A link to the page where a number is typed. */
  readonly byNumber: string;
  readonly tooMany: string;
  readonly tooManyWhat: string;
  readonly failed: string;
  readonly failedWhat: string;

  /** The text message: one segment with an ordinary brand. */
  readonly codeMessage: (brand: string, code: string) => string;
}
