import { expect, observe, test } from '#lab';
import { dinner } from './2-dinner.ts';

/**
 * A stew computes for 4 ms and waits for 100; a sushi computes for 50. Three stews and a sushi take
 * 362 ms one after another, 158 ms with the sushi first, and 108 ms at best.
 */
const serve = (stews: number, sushi: number) =>
  observe(({ kitchen }) => dinner({ stews, sushi }, kitchen()));

const mixed = () => serve(3, 1);

test('makes every stew and every sushi of the order', async () => {
  const trace = await mixed();
  expect(trace).toStart('stir', 6, 'Each of the 3 stews is stirred twice.');
  expect(trace).toStart('simmer', 3, 'Each of the 3 stews simmers once.');
  expect(trace).toStart('slice', 1, 'The order has one sushi, too.');
  expect(await serve(3, 0)).toStart('slice', 0, 'The order has three stews, and no sushi.');
  const sushi = await serve(0, 3);
  expect(sushi).toStart('slice', 3, 'The order has three sushi, and no stew.');
  expect(sushi).toStart('stir', 0, 'The order has three sushi, and no stew.');
});

test('makes three stews and a sushi in 108 ms', async () => {
  expect(await mixed()).toTake(108);
});

test('makes three stews and two sushi in 112 ms', async () => {
  expect(await serve(3, 2)).toTake(112);
});

test('makes one stew in 104 ms, and three in 108 ms', async () => {
  expect(await serve(1, 0)).toTake(104);
  expect(await serve(3, 0)).toTake(108);
});

test('makes one sushi in 50 ms, and three in 150 ms', async () => {
  expect(await serve(0, 1)).toTake(50);
  expect(await serve(0, 3)).toTake(150);
});
