// What every spec needs and what changes nothing, loaded while nobody waits for it. Fake timers must not be: they keep
// the timers that they find, and are to find the lab's (src/lab/time/time-line.ts).
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { aheadOfLab } from '../../start/bundle.mjs';
import { keepCompiled, writeCompiled } from '../../start/compiled.mjs';

/** Of those in front of whose functions the lab stands, the ones that take a while. */
const MODULES = ['child_process', 'crypto', 'dgram', 'http2', 'readline/promises', 'zlib'];

keepCompiled();
// Node keeps messages until somebody listens: the first one has to be vitest.
process.on('newListener', function join(event) {
  if (event !== 'message') return;
  process.off('newListener', join);
  queueMicrotask(() => process.prependListener('message', beforeItsEnd));
});
await import('vitest');
const lab = aheadOfLab();
if (lab) await import(pathToFileURL(lab).href);
for (const name of MODULES) process.getBuiltinModule(`node:${name}`);
const { resolve } = createRequire(import.meta.url);
createRequire(resolve('@sinonjs/fake-timers'))('@sinonjs/commons');

/** Before vitest has the answer to this, it does not end the process. */
function beforeItsEnd(message) {
  if (message?.type === 'stop') writeCompiled();
}
