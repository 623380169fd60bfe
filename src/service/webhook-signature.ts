/** Signs webhooks as Standard Webhooks has it (standardwebhooks.com, "v1": HMAC-SHA256). */
import { Webhook } from 'standardwebhooks';
import { readSecret } from '../domain/webhook-secret.js';

/** The headers `webhook-id`, `webhook-timestamp` and `webhook-signature` of one try. */
export type Sign = (id: string, at: Date, body: string) => Readonly<Record<string, string>>;

/** The signer of a secret: the octets behind `whsec_`, or the characters of any other secret. */
export function signer(secret: string): Sign {
  const key = readSecret(secret);
  const webhook =
    key.kind === 'base64' ? new Webhook(key.base64) : new Webhook(key.text, { format: 'raw' });
  return (id, at, body) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': webhook.sign(id, at, body),
  });
}
