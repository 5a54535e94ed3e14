import { statSync } from 'node:fs';
import type { Vitest } from 'vitest/node';

/** So many ms a file has to look the same before it counts as written. */
const QUIET = 5;

/** So often it is looked at; then vitest has begun by itself. */
const LOOKS = 20;

/** After so many ms the watcher tells of a file again: it tells once of one that was emptied, and then filled. */
const DEAF = 60;

/** What vitest has for itself. Where it has something else, all is as it would be without us. */
interface Scheduling {
  readonly watcher: { readonly changedTests: ReadonlySet<string> };
  readonly _rerunTimer?: NodeJS.Timeout & { readonly _onTimeout?: () => void };
  scheduleRerun(file: string): Promise<void>;
}

/**
 * After a save, vitest waits for 100 ms: perhaps others follow. Where it concerns one kata alone, it is run as soon as
 * the file is whole.
 */
export function runSoonWhatIsSavedAlone(vitest: Vitest): void {
  const own = vitest as unknown as Scheduling;
  const { scheduleRerun } = own;
  own.scheduleRerun = async (file) => {
    await scheduleRerun.call(vitest, file);
    const timer = own._rerunTimer;
    const begin = timer?._onTimeout;
    if (!begin) return;
    const look = (before: string, looks: number) => {
      // Another one was saved; or vitest has begun, or is closed.
      if (looks > LOOKS || own._rerunTimer !== timer || own.watcher.changedTests.size !== 1) return;
      const now = stateOf(file);
      if (now !== before || now === '') {
        setTimeout(look, QUIET, now, looks + 1).unref();
        return;
      }
      clearTimeout(timer);
      begin();
      setTimeout(() => {
        if (stateOf(file) !== now) vitest.vite.watcher.emit('change', file);
      }, DEAF).unref();
    };
    look('', 0);
  };
}

/** Empty for what is empty, or gone. */
function stateOf(file: string): string {
  const now = statSync(file, { throwIfNoEntry: false });
  return now?.size ? `${now.size} ${now.mtimeMs}` : '';
}
