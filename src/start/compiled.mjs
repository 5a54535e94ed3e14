/**
 * From Node 22.1 on, Node can keep what V8 has compiled, and the next process need not do it again: vitest and our own
 * bundles are most of what a start consists of. Where nothing can be written, nothing is kept.
 */
import * as module from 'node:module';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/learn-async/compiled');

/** From now on; what this process has compiled is written when it ends. */
export function keepCompiled() {
  module.enableCompileCache?.(FOLDER);
}

/** For a process that somebody else ends. Does nothing where all of it has been kept before. */
export function writeCompiled() {
  module.flushCompileCache?.();
}
