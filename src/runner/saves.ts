import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Vitest } from 'vitest/node';

type Watcher = Pick<Vitest['vite']['watcher'], 'on' | 'emit'>;
type Event = 'add' | 'change' | 'unlink';

/** How often we look ourselves, in ms: as long as the system tells of every save, and from then on. */
const LOOK = { first: 1000, again: 300 };

/**
 * Looks after the learner's files for a watcher to whom the system tells nothing: in WSL, in folders that are
 * mounted from elsewhere, where too many files are watched already.
 *
 * @param told the first time that a save was noticed only by looking
 * @returns what ends it
 */
export function lookAfterSaves(root: string, watcher: Watcher, told: () => void): () => void {
  const news = new Map<string, Event>();
  let toldOf = new Set<string>();
  let isOurs = false;
  for (const event of ['add', 'change', 'unlink'] as const)
    watcher.on(event, (path) => {
      const file = resolve(path);
      news.delete(file);
      // What we tell ourselves says nothing of the system.
      if (!isOurs) toldOf.add(file);
    });
  let isNeeded = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (before: ReadonlyMap<string, number>) => {
    // What is news for a whole round now: nobody else has told of it.
    for (const [file, event] of [...news]) {
      if (!isNeeded) told();
      isNeeded = true;
      isOurs = true;
      watcher.emit(event, file);
      isOurs = false;
    }
    const toldBefore = toldOf;
    toldOf = new Set();
    const now = await savedIn(join(root, 'katas'));
    if (isOver) return;
    const note = (file: string, event: Event) => {
      if (!toldBefore.has(file) && !toldOf.has(file)) news.set(file, event);
    };
    for (const [file, at] of now)
      if (before.get(file) !== at) note(file, before.has(file) ? 'change' : 'add');
    for (const file of before.keys()) if (!now.has(file)) note(file, 'unlink');
    next(now);
  };
  const next = (seen: ReadonlyMap<string, number>) => {
    timer = setTimeout(() => look(seen), isNeeded ? LOOK.again : LOOK.first).unref();
  };
  savedIn(join(root, 'katas')).then(next);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** When each file was saved, in ms; what is gone meanwhile is left out. */
async function savedIn(katas: string): Promise<Map<string, number>> {
  const files = await readdir(katas, { recursive: true }).catch(() => []);
  const saved = await Promise.all(
    files
      .filter((name) => name.endsWith('.ts'))
      .map(async (name) => {
        const file = join(katas, name);
        return [file, (await stat(file).catch(() => undefined))?.mtimeMs] as const;
      }),
  );
  return new Map(saved.filter((one): one is [string, number] => one[1] !== undefined));
}
