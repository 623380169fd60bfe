/**
 * The secret that signs webhooks, as Standard Webhooks has it: `whsec_` and base64. Pure; knows
 * nothing of signatures.
 */

const prefix = 'whsec_';
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/u;

/** `base64`: the octets that the text after `whsec_` stands for; `text`: the characters as they are. */
export type SecretKey =
  | { readonly kind: 'base64'; readonly base64: string }
  | { readonly kind: 'text'; readonly text: string };

/** What signs: a secret without `whsec_`, or with something else than base64 behind it, as it stands. */
export function readSecret(secret: string): SecretKey {
  const rest = secret.startsWith(prefix) ? secret.slice(prefix.length) : undefined;
  return rest !== undefined && base64.test(rest)
    ? { kind: 'base64', base64: rest }
    : { kind: 'text', text: secret };
}

/** Whether it begins as one in base64 and is none: receivers' libraries will not take it. */
export function isMalformedSecret(secret: string): boolean {
  return secret.startsWith(prefix) && readSecret(secret).kind === 'text';
}
