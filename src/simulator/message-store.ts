/**
 * The memories that hold messages: "SM", the SIM, and "ME", the modem's own (3GPP TS 27.005 §3.1).
 * Slots are numbered from `firstIndex`; a message takes the lowest free one.
 * Knows nothing of commands or of how messages come in.
 */

export const MEMORIES = ['SM', 'ME'] as const;
export type Memory = (typeof MEMORIES)[number];

/** 27.005 §3.1 `<stat>` in PDU mode. */
export const MessageStatus = { unread: 0, read: 1, unsent: 2, sent: 3 } as const;
export type MessageStatus = (typeof MessageStatus)[keyof typeof MessageStatus];

export interface StoredMessage {
  readonly memory: Memory;
  readonly index: number;
  readonly status: MessageStatus;
  /** Service-centre octets and TPDU. */
  readonly hex: string;
  readonly tpduLength: number;
}

export class MessageStore {
  readonly #slots: Record<Memory, Map<number, StoredMessage>> = { SM: new Map(), ME: new Map() };

  constructor(
    /** How many messages each memory holds. */
    readonly slotsPerMemory: number,
    readonly firstIndex: number,
  ) {}

  get lastIndex(): number {
    return this.firstIndex + this.slotsPerMemory - 1;
  }

  used(memory: Memory): number {
    return this.#slots[memory].size;
  }

  /** In the order of their indexes. */
  all(memory: Memory): readonly StoredMessage[] {
    return [...this.#slots[memory].values()].sort((a, b) => a.index - b.index);
  }

  get(memory: Memory, index: number): StoredMessage | undefined {
    return this.#slots[memory].get(index);
  }

  /** Puts a message into the lowest free slot; undefined when there is none. */
  put(
    memory: Memory,
    message: Pick<StoredMessage, 'status' | 'hex' | 'tpduLength'>,
  ): StoredMessage | undefined {
    const slots = this.#slots[memory];
    for (let index = this.firstIndex; index <= this.lastIndex; index += 1) {
      if (!slots.has(index)) {
        const stored = { memory, index, ...message };
        slots.set(index, stored);
        return stored;
      }
    }
    return undefined;
  }

  /** What was unread is read from now on. */
  markRead(message: StoredMessage): void {
    if (message.status === MessageStatus.unread) {
      this.#slots[message.memory].set(message.index, { ...message, status: MessageStatus.read });
    }
  }

  remove(message: StoredMessage): void {
    this.#slots[message.memory].delete(message.index);
  }
}
