import { setTimeout as wait } from 'node:timers/promises';
import type { Vitest } from 'vitest/node';
import { endWorkers } from '../../runner/run-vitest.ts';
import type { Screen } from '../../text/screen.ts';

/** How long vitest may take to close, in ms. */
const PATIENCE = 500;

/** Ends watch mode, also in the middle of a run that would never end. */
export async function leave(vitest: Vitest, exitCode: number, screen?: Screen): Promise<never> {
  // What is said of a run that was broken off would be wrong.
  screen?.close();
  endWorkers(vitest);
  await Promise.race([vitest.close().catch(() => {}), wait(PATIENCE)]);
  process.exit(exitCode);
}

/** Stops until the shell goes on with it, as Ctrl-Z does everywhere: npm, which is in front of us, as well. */
export async function suspend(): Promise<void> {
  if (process.platform === 'win32') return;
  const goesOn = new Promise((resolve) => process.once('SIGCONT', resolve));
  process.kill(0, 'SIGTSTP');
  await goesOn;
}

/** How often we look whether somebody is still there, in ms. */
const LOOK = 1000;

/** The process that has started us may be ended by a signal that does not reach us: nobody could end us then. */
export function leaveWithParent(leave: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) leave();
  }, LOOK).unref();
}
