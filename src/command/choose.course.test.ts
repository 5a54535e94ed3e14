import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { katasOf } from '../course/katas.ts';
import { chooseKata } from './choose.ts';

test('two katas of the same name are told apart by their chapters', async () => {
  await expect(chooseKata(HOME, ['1-tally'])).rejects.toThrow(
    '1-tally may be 08/1-tally or 13/1-tally: which one?',
  );
});

test('what a page tells somebody to type means that kata and no other', async () => {
  const katas = katasOf(HOME);
  for (const { id, typed } of katas)
    expect(await chooseKata(HOME, [typed]), typed).toMatchObject({ id });
  const { typed } = katas.find(({ id }) => id === '13-thread-safety/1-tally') ?? {};
  expect(typed).toBe('13/1-tally');
});
