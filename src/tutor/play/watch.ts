import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Texts, textOf } from './program/build.ts';

/** Editors write a file in several steps; this many ms after the first it is whole. */
const PAUSE = 20;

/** Waits until one of these files says something else than it did; also where it already does. */
export function untilSaved(files: Texts): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if ([...files].every(([file, text]) => textOf(file) === text)) return;
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    const names = new Set([...files.keys()].map((file) => basename(file)));
    const folders = new Set([...files.keys()].map(dirname));
    // The folder is watched: many editors put a new file in the place of the old one.
    const watchers = [...folders].map((folder) =>
      watch(folder, (_event, name) => {
        if (name === null || names.has(name)) setTimeout(look, PAUSE);
      }),
    );
    // What was saved while it ran is told by no watcher.
    setTimeout(look, PAUSE);
  });
}
