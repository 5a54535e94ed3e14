// What every spec needs and what changes nothing, loaded while nobody waits for it. What keeps the timers that it finds
// must not be, as it is to find the lab's: fake timers (src/lab/time/time-line.ts), and Node's own `http`.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { aheadOfLab } from '../../start/bundle.mjs';
import { keepCompiled, writeCompiled } from '../../start/compiled.mjs';

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
const { resolve } = createRequire(import.meta.url);
createRequire(resolve('@sinonjs/fake-timers'))('@sinonjs/commons');

/** Before vitest has the answer to this, it does not end the process. */
function beforeItsEnd(message) {
  if (message?.type === 'stop') writeCompiled();
}
