import { readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps; this many ms after the first it is whole. */
const PAUSE = 20;

/**
 * Waits until the text of one of these files is another one.
 *
 * @param files absolute paths
 */
export function untilSaved(files: readonly string[]): Promise<void> {
  const before = textsOf(files);
  return new Promise((resolve) => {
    const look = () => {
      if (textsOf(files) === before) return;
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    // The folder is watched: many editors put a new file in the place of the old one.
    const watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
      watch(folder, (_event, name) => {
        const isOurs = name === null || files.some((file) => basename(file) === name);
        if (isOurs) setTimeout(look, PAUSE);
      }),
    );
  });
}

function textsOf(files: readonly string[]): string {
  return files.map(textOf).join('\0');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
