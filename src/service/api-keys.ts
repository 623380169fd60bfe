/**
 * API keys: making, checking, revoking. A key is `sg_<id>_<secret>`; only a hash of the secret is
 * kept. The secret has 256 random bits, so a plain SHA-256 cannot be searched.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { ApiKey, KeyScope, Store } from '../domain/ports.js';

export const keyScopes: readonly KeyScope[] = ['send', 'read', 'admin'];

const keyPattern = /^sg_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

export class ApiKeyService {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(options: { readonly store: Store; readonly clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** Makes a key. `secret` is the whole key as its holder presents it, told only now. */
  create(
    name: string,
    scopes: readonly KeyScope[],
  ): { readonly key: ApiKey; readonly secret: string } {
    const id = randomBytes(6).toString('hex');
    const random = randomBytes(32).toString('base64url');
    const key: ApiKey = {
      id,
      name,
      scopes: keyScopes.filter((scope) => scopes.includes(scope)),
      createdAt: this.#clock.now().toISOString(),
      revokedAt: null,
    };
    this.#store.keys.insert(key, hashOf(random).toString('hex'));
    return { key, secret: `sg_${id}_${random}` };
  }

  /** The key that `presented` is, unless there is none or it was revoked. Compares in constant time. */
  verify(presented: string): ApiKey | undefined {
    const [, id = '', random = ''] = keyPattern.exec(presented) ?? [];
    const found = id === '' ? undefined : this.#store.keys.find(id);
    const expected = found ? Buffer.from(found.hash, 'hex') : Buffer.alloc(32);
    const matches = timingSafeEqual(hashOf(random), expected);
    return found && matches && found.key.revokedAt === null ? found.key : undefined;
  }

  list(): readonly ApiKey[] {
    return this.#store.keys.list();
  }

  /** Revokes by id or by name; false when no such key is in use. */
  revoke(idOrName: string): boolean {
    return this.#store.keys.revoke(idOrName, this.#clock.now().toISOString());
  }
}

function hashOf(random: string): Buffer {
  return createHash('sha256').update(random).digest();
}
