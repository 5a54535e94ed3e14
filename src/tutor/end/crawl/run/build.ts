/** The learner's files and what runs them, as one module for a thread. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../../../command/usage-error.ts';
import { createScratch, type Scratch } from '../../../../course/keep.ts';
import { strip, UnreadableError } from '../../../play/program/build.ts';

export interface Built {
  /** Absolute path. */
  readonly module: string;
  readonly remove: Scratch['remove'];
}

/**
 * @param folder of the files: `katas/15-capstone`, or that of the references
 * @throws {UsageError} when one of them is no valid TypeScript, or lacks what the crawl needs
 */
export async function buildThread(
  root: string,
  folder: string,
  hasProgress: boolean,
): Promise<Built> {
  const from = (name: string) => JSON.stringify(join(folder, name));
  const thread = JSON.stringify(join(import.meta.dirname, 'thread.ts'));
  const text = [
    `import { crawl } from ${thread};`,
    `import { Crawl } from ${from('4-stop.ts')};`,
    hasProgress
      ? `import { progress } from ${from('5-progress.ts')};`
      : 'const progress = undefined;',
    'await crawl(Crawl, progress);',
  ].join('\n');
  const code = await strip({ file: join(folder, 'npm-run-crawl.ts'), text }).catch(inWords);
  const scratch = createScratch(root, 'crawl');
  const module = join(scratch.root, 'crawl.mjs');
  writeFileSync(module, code);
  return { module, remove: scratch.remove };
}

function inWords(error: unknown): never {
  if (!(error instanceof UnreadableError)) throw error;
  // The entry is ours, and in no folder.
  const message = error.message.replace(/^\S*npm-run-crawl\.ts:\d+: /, '');
  throw new UsageError(`Your crawler cannot be run. ${message}`);
}
