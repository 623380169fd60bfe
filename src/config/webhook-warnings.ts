/** What of a webhook is allowed but perhaps not meant; names no secret. */
import { isPlainlyPrivate } from '../domain/private-address.js';
import { isMalformedSecret } from '../domain/webhook-secret.js';
import { formatPath } from './faults.js';
import type { CheckedFile } from './schema.js';

type Webhook = CheckedFile['webhook'][number];

/** Sentences, those of each webhook together. */
export function webhookWarnings(webhooks: readonly Webhook[]): string[] {
  return webhooks.flatMap((webhook, index) =>
    warningsOf(webhook).map(
      ({ key, sentence }) => `${formatPath(['webhook', index, key])} ${sentence}`,
    ),
  );
}

function warningsOf(webhook: Webhook): { key: string; sentence: string }[] {
  const url = new URL(webhook.url);
  const isPrivate = isPlainlyPrivate(url.hostname);
  const warnings: { key: string; sentence: string }[] = [];
  if (isPrivate && !webhook.allow_private) {
    warnings.push({
      key: 'url',
      sentence: `leads to ${url.hostname}, on this machine or in a private network, where nothing is sent to unless this [[webhook]] has allow_private = true.`,
    });
  }
  if (!isPrivate && url.protocol === 'http:') {
    warnings.push({
      key: 'url',
      sentence:
        'begins with http://: numbers and texts cross the network unencrypted; https:// would be right.',
    });
  }
  if (isMalformedSecret(webhook.secret)) {
    warnings.push({
      key: 'secret',
      sentence:
        'begins with whsec_, and what follows is no base64: libraries that verify webhooks will not take it. "openssl rand -base64 32" makes one to put behind whsec_.',
    });
  }
  return warnings;
}
