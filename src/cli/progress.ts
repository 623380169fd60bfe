/** A bar on stderr for work that takes a while; nothing where nobody would see it. */
import type { CliContext } from './context.js';

export interface Progress {
  /** `done` of the total; `note` stands beside the bar. */
  update(done: number, note: string): void;
  end(): void;
}

const none: Progress = { update: () => undefined, end: () => undefined };

/** @param total undefined where nobody knows it: then there is the note alone */
export async function showProgress(
  context: CliContext,
  total: number | undefined,
): Promise<Progress> {
  if (!context.stderr.isTTY) return none;
  // Loaded here alone: the daemon need not carry it.
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: total === undefined ? '{note}' : '{bar} {percentage}%  {note}, {eta_formatted} to go',
    stream: context.stderr,
    etaBuffer: 100,
    hideCursor: null,
    clearOnComplete: true,
    // It would end the process at a signal by itself.
    gracefulExit: false,
  });
  bar.start(total ?? 1, 0, { note: '' });
  return {
    update: (done, note) => bar.update(done, { note }),
    end: () => bar.stop(),
  };
}
