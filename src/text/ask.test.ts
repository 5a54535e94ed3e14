import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { Kata } from '../course/katas.ts';
import { insists } from '../tutor/compare.ts';

const kata = { name: '1-both' } as Kata;

/** Asks, and gets that input; without an end nothing more ever comes. */
async function answer(typed: string, { end = false, isTTY = false } = {}) {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  if (end) input.end(typed);
  else input.write(typed);
  const insisted = await insists(kata, { input, output });
  output.end();
  return { insisted, asked: await text(output) };
}

test('npm run compare asks before it shows the answer to what is not done', async () => {
  expect(await answer('y\n')).toEqual({
    insisted: true,
    asked: '\n  1-both is not done yet. Show the answer anyway? (y/N) ',
  });
});

test.each([['y\n'], ['Y\n'], ['yes\r\n'], [' yes \n']])('%j is a yes', async (typed) => {
  expect((await answer(typed)).insisted).toBe(true);
});

test.each([['\n'], ['n\n'], ['no\n'], ['yeah, why not\n']])('%j is none', async (typed) => {
  expect((await answer(typed)).insisted).toBe(false);
});

test.each([[''], ['n']])(
  'the end of the input after %j is none, and ends the line',
  async (typed) => {
    const { insisted, asked } = await answer(typed, { end: true });
    expect(insisted).toBe(false);
    expect(asked.endsWith('(y/N) \n')).toBe(true);
  },
);

test.each([
  ['Ctrl+C', '\x03'],
  ['Ctrl+D', '\x04'],
])('%s is none', async (_key, typed) => {
  const { insisted, asked } = await answer(typed, { isTTY: true });
  expect(insisted).toBe(false);
  expect(asked.endsWith('\n')).toBe(true);
});
