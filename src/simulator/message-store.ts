/**
 * The memories that hold messages: "SM", the SIM; "ME", the modem's own; "SR", status reports
 * (3GPP TS 27.005 §3.1). "MT" is SM and ME seen as one: the slots of SM, then those of ME.
 * Slots are numbered from `firstIndex`; a message takes the lowest free one.
 * Knows nothing of commands or of how messages come in.
 */

const STORAGES = ['SM', 'ME', 'SR'] as const;
type Storage = (typeof STORAGES)[number];

export const MEMORIES = [...STORAGES, 'MT'] as const;
export type MemoryName = (typeof MEMORIES)[number];

/** 27.005 §3.1 `<stat>` in PDU mode. */
export const MessageStatus = { unread: 0, read: 1, unsent: 2, sent: 3 } as const;
export type MessageStatus = (typeof MessageStatus)[keyof typeof MessageStatus];

interface Held {
  readonly status: MessageStatus;
  /** Service-centre octets and TPDU. */
  readonly hex: string;
  readonly tpduLength: number;
}

export interface StoredMessage extends Held {
  /** The memory under whose name it was asked for or put. */
  readonly memory: MemoryName;
  readonly index: number;
}

export class MessageStore {
  /** The number of the first slot; what is stored moves with it. */
  firstIndex: number;
  /** By place from 0. */
  readonly #slots: Record<Storage, Map<number, Held>> = {
    SM: new Map(),
    ME: new Map(),
    SR: new Map(),
  };

  constructor(
    /** How many messages each memory holds; MT holds twice as many. */
    readonly slotsPerMemory: number,
    firstIndex: number,
  ) {
    this.firstIndex = firstIndex;
  }

  used(memory: MemoryName): number {
    return storagesOf(memory).reduce((sum, storage) => sum + this.#slots[storage].size, 0);
  }

  capacity(memory: MemoryName): number {
    return storagesOf(memory).length * this.slotsPerMemory;
  }

  isFull(memory: MemoryName): boolean {
    return this.used(memory) >= this.capacity(memory);
  }

  lastIndex(memory: MemoryName): number {
    return this.firstIndex + this.capacity(memory) - 1;
  }

  /** In the order of their indexes. */
  all(memory: MemoryName): readonly StoredMessage[] {
    return storagesOf(memory)
      .flatMap((storage, position) =>
        [...this.#slots[storage]].map(([place, held]) => ({
          ...held,
          memory,
          index: this.firstIndex + position * this.slotsPerMemory + place,
        })),
      )
      .sort((a, b) => a.index - b.index);
  }

  get(memory: MemoryName, index: number): StoredMessage | undefined {
    return this.all(memory).find((message) => message.index === index);
  }

  /** Puts a message into the lowest free slot; undefined when there is none. */
  put(memory: MemoryName, message: Held): StoredMessage | undefined {
    for (const [position, storage] of storagesOf(memory).entries()) {
      const slots = this.#slots[storage];
      for (let place = 0; place < this.slotsPerMemory; place += 1) {
        if (!slots.has(place)) {
          slots.set(place, message);
          const index = this.firstIndex + position * this.slotsPerMemory + place;
          return { ...message, memory, index };
        }
      }
    }
    return undefined;
  }

  /** What was unread is read from now on. */
  markRead(message: StoredMessage): void {
    if (message.status === MessageStatus.unread) {
      this.#setStatus(message, MessageStatus.read);
    }
  }

  /** What was kept to be sent has been. */
  markSent(message: StoredMessage): void {
    this.#setStatus(message, MessageStatus.sent);
  }

  remove(message: StoredMessage): void {
    this.#change(message, (slots, place) => slots.delete(place));
  }

  #setStatus(message: StoredMessage, status: MessageStatus): void {
    const { hex, tpduLength } = message;
    this.#change(message, (slots, place) => {
      slots.set(place, { hex, tpduLength, status });
    });
  }

  #change(
    { memory, index }: StoredMessage,
    change: (slots: Map<number, Held>, place: number) => void,
  ): void {
    const offset = index - this.firstIndex;
    const storage = storagesOf(memory)[Math.floor(offset / this.slotsPerMemory)];
    if (storage !== undefined) {
      change(this.#slots[storage], offset % this.slotsPerMemory);
    }
  }
}

function storagesOf(memory: MemoryName): readonly Storage[] {
  return memory === 'MT' ? ['SM', 'ME'] : [memory];
}
