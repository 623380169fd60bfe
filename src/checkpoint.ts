/**
 * Names the moments at which it is worst to die, so that a test can end the process right there.
 * Whoever wants to know subscribes to the channel from outside (test/system/crash-matrix does);
 * nobody does in production, and a checkpoint is then one look at a flag. Knows nothing of its callers.
 */
import { channel } from 'node:diagnostics_channel';

/** Each moment, and what has happened and what has not when it is passed. */
export const checkpoints = {
  'before-claim': 'A modem is free and asks for work; nothing has been claimed.',
  'after-claim': 'A part is claimed and that is committed; the modem knows nothing of it.',
  'at-prompt':
    'The modem has asked for the PDU and the gate let it pass; no octet of it is written.',
  'after-ctrl-z': 'The PDU and its Ctrl-Z are written; the modem has not answered.',
  'before-settle': 'The modem has answered a submission; what came of it is not stored.',
  'before-opt-out-commit':
    'An opt-out is written and its confirmation is not queued; neither is committed.',
  'after-inbound-commit':
    'What the modem handed over is committed; it is neither deleted there nor acknowledged.',
  'after-delete': 'The modem has let go of a message; that is not noted.',
  'in-migration': 'A step has changed the schema and is not committed.',
  'after-import-batch': 'A batch of an import is committed; the next one is not begun.',
  'in-backup': 'Some pages of a backup are copied; it has not its name.',
  'in-restore': 'Some pages of a backup are in the place of the database; that is not committed.',
  'after-webhook-call': 'A webhook was called; what came of it is not stored.',
} as const satisfies Readonly<Record<string, string>>;

export type Checkpoint = keyof typeof checkpoints;

/** What is published on it is the name of the checkpoint that is passed. */
export const checkpointChannel = 'stopgate:checkpoint';

const passed = channel(checkpointChannel);

/** Tells whoever listens, before it returns; costs nothing where nobody does. */
export function checkpoint(name: Checkpoint): void {
  if (passed.hasSubscribers) passed.publish(name);
}
