/**
 * What differs between the makers of modems, as data: one value a family, in the files beside this
 * one. It says what a modem offers, refuses and spells its own way; how a command works is
 * `commands/`. A fault may change it in mid-life (`changed`).
 */
import type { MemoryName } from '../message-store.js';
import type { NewMessageIndications } from '../settings.js';

/** Who the modem says it is, and how +CGMI and its relatives write it. */
export interface IdentityDialect {
  readonly manufacturer: string;
  readonly model: string;
  readonly revision: string;
  /** `plain`: ZTE; `labelled`: +CGMI: ZTE; `quoted`: +CGMI: "ZTE". */
  readonly form: 'plain' | 'labelled' | 'quoted';
}

/** +CPMS (3GPP TS 27.005 §3.2.2), and where the numbers of slots begin. */
export interface MemoriesDialect {
  /** What may be read and deleted from, written to, and received into. */
  readonly offered: readonly [readonly MemoryName[], readonly MemoryName[], readonly MemoryName[]];
  /** How many memories may be named at once; a list with more is refused. */
  readonly named: 1 | 2 | 3;
  /** What setting them is answered with: how full each is, or a bare OK. */
  readonly answer: 'fill' | 'ok';
  readonly powerOn: readonly [MemoryName, MemoryName, MemoryName];
  readonly firstIndex: number;
  /** Where reports go that are stored; undefined: where messages go. */
  readonly reports: MemoryName | undefined;
}

type IndicationField = keyof NewMessageIndications;

/** +CNMI (27.005 §3.4.1). */
export interface IndicationsDialect {
  /** What +CNMI=? says, parentheses and all. */
  readonly advertised: string;
  /** What is taken, which may be less. */
  readonly accepted: Readonly<Record<IndicationField, readonly number[]>>;
  /** What becomes of the rest: an error, or OK and nothing changed. */
  readonly otherwise: 'refused' | 'ignored';
  readonly powerOn: NewMessageIndications;
}

/** +CSMS (27.005 §3.2.1). */
export interface MessageServiceDialect {
  readonly advertised: string;
  readonly accepted: readonly number[];
  readonly powerOn: number;
}

/** How answers are written. */
export interface Spelling {
  /** The final result of a command that the modem does not know; undefined: as +CMEE says. */
  readonly unknownCommand: string | undefined;
  /** What stands between `+CMT:` and the length. */
  readonly directMessage: ' ,' | ' ';
  /** What stands between `+CDS:` and the length. */
  readonly directReport: ' ,' | ' ';
  /** Whether `OK` comes after `+CPIN: READY`. */
  readonly okAfterPin: boolean;
  /** Blank lines before each line, beyond the one that is due. */
  readonly extraBlankLines: number;
  /** `+CSQ: 20` or `+CSQ:20`. */
  readonly blankAfterColon: boolean;
}

/** Lines that the modem says by itself, in turn, for as long as somebody is on the line. */
export interface Chatter {
  readonly lines: readonly string[];
  readonly everyMs: number;
  /** The command that ends it until the next restart; undefined: nothing does. */
  readonly silencedBy: string | undefined;
}

/**
 * A command of the maker's own: the information lines of each of its forms, before `OK`. In them
 * `{lock}` is what +CPIN? says, `{pin}` and `{puk}` how many tries of each are left.
 */
export interface OwnCommand {
  readonly execute?: readonly string[];
  readonly read?: readonly string[];
  readonly test?: readonly string[];
  readonly set?: readonly string[];
}

export interface Dialect {
  readonly name: string;
  /** One line for people: which modems these are. */
  readonly summary: string;
  readonly identity: IdentityDialect;
  /** Said after power-on; `{lock}` stands for what +CPIN? says. */
  readonly banner: readonly string[];
  readonly chatter: Chatter | undefined;
  readonly memories: MemoriesDialect;
  readonly indications: IndicationsDialect;
  readonly messageService: MessageServiceDialect;
  /** What +CMMS takes; empty where the command is not known. */
  readonly moreMessages: readonly number[];
  /** Said when a message comes and its memory is full; `{memory}` stands for its name. */
  readonly memoryFull: string | undefined;
  readonly spelling: Spelling;
  /** Command lines that restart it, beside AT+CFUN=1,1. */
  readonly restartCommands: readonly string[];
  /** Commands of ours that it does not know. */
  readonly unknownCommands: readonly string[];
  readonly ownCommands: Readonly<Record<string, OwnCommand>>;
}

/** What a fault may change of a dialect; what is left out of a part stays. */
export interface DialectChange {
  readonly memories?: Partial<MemoriesDialect>;
  readonly indications?: Partial<IndicationsDialect>;
  readonly messageService?: Partial<MessageServiceDialect>;
  readonly spelling?: Partial<Spelling>;
}

/** The dialect with a change made to it. */
export function changed(dialect: Dialect, change: DialectChange): Dialect {
  return {
    ...dialect,
    memories: { ...dialect.memories, ...change.memories },
    indications: { ...dialect.indications, ...change.indications },
    messageService: { ...dialect.messageService, ...change.messageService },
    spelling: { ...dialect.spelling, ...change.spelling },
  };
}
