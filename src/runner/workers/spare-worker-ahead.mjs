// What every spec needs of the packages, loaded while nobody waits for it. Fake timers must not be: they keep the
// timers that they find, and are to find the lab's (src/lab/time/time-line.ts).
import { keepCompiled, writeCompiled } from '../../start/compiled.mjs';

keepCompiled();
// Node keeps messages until somebody listens: the first one has to be vitest.
process.on('newListener', function join(event) {
  if (event !== 'message') return;
  process.off('newListener', join);
  queueMicrotask(() => process.prependListener('message', beforeItsEnd));
});
await import('vitest');

/** Before vitest has the answer to this, it does not end the process. */
function beforeItsEnd(message) {
  if (message?.type === 'stop') writeCompiled();
}
