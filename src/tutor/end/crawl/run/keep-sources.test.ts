import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { keepSources } from './keep-sources.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

test('a signal of AbortSignal.any fires, though nobody else has those that it follows', async () => {
  const { any } = AbortSignal;
  onTestFinished(() => {
    AbortSignal.any = any;
  });
  keepSources();
  const signal = AbortSignal.any([AbortSignal.timeout(50)]);
  let isAborted = false;
  signal.addEventListener('abort', () => {
    isAborted = true;
  });
  for (let i = 0; i < 4; i++) {
    await wait(10);
    collect();
  }
  await wait(200);
  expect({ isAborted, isSignal: signal.aborted }).toEqual({ isAborted: true, isSignal: true });
});
