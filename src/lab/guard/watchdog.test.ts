import { expect, test } from 'vitest';
import { native } from '../node/native.ts';
import '../index.ts';

/** In real ms; a process that is watched ends before. */
const LONG = 3500;

test('a file that is nobody’s answer may compute for seconds, as it does in a file beside those of the lab', () => {
  const end = native.performanceNow() + LONG;
  while (native.performanceNow() < end);
  expect(native.performanceNow()).toBeGreaterThanOrEqual(end);
});
