import { expect, observe, test } from '#lab';
import { dinner } from './2-dinner.ts';

/**
 * A stew has 4 ms of work for the hands and 100 for the stove; a sushi has 50 for the hands. Three
 * stews and a sushi, all in turn, would take 362 ms; with the sushi first, 158; at best 108.
 */
const serve = (stews: number, sushi: number) =>
  observe(({ kitchen }) => dinner({ stews, sushi }, kitchen()));

const mixed = () => serve(3, 1);

test('makes everything that was ordered', async () => {
  const trace = await mixed();
  expect(trace).toStart('stir', 6);
  expect(trace).toStart('simmer', 3);
  expect(trace).toStart('slice', 1);
});

test('cooks three stews and a sushi in 108 ms', async () => {
  expect(await mixed()).toTake(108);
});

test('cooks three stews and two sushi in 112 ms', async () => {
  expect(await serve(3, 2)).toTake(112);
});

test('cooks one stew in 104 ms, and three in 108 ms', async () => {
  expect(await serve(1, 0)).toTake(104);
  expect(await serve(3, 0)).toTake(108);
});

test('makes one sushi in 50 ms, and three in 150 ms', async () => {
  expect(await serve(0, 1)).toTake(50);
  expect(await serve(0, 3)).toTake(150);
});
