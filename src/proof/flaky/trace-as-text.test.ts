import { expect, test } from 'vitest';
import { install } from '../../lab/install.ts';
import { once } from '../../lab/node/once.ts';
import { observe } from '../../lab/run/observe.ts';
import { traceAsText } from './trace-as-text.ts';

install();

test('nothing that a run may give is lost on the way to text', async () => {
  class Box {
    readonly #hidden = 1;
    readonly size = 2 + this.#hidden;
  }
  const circle: { inside?: unknown } = {};
  circle.inside = circle;
  const values = [
    ...[undefined, null, 0, -0, Number.NaN, 12n, 'a', true, Symbol('s')],
    ...[circle, new Map([['a', new Set([1])]]), new Box(), Promise.resolve(1), function named() {}],
    new AggregateError([new TypeError('one')], 'all', { cause: new Error('why') }),
  ];
  const { value } = JSON.parse(traceAsText(await observe(() => values))).outcome;
  expect(value.map((one: unknown) => JSON.stringify(one)).join('\n')).toMatchInlineSnapshot(`
    "{"undefined":"undefined"}
    null
    0
    {"number":"-0"}
    {"number":"NaN"}
    {"bigint":"12"}
    "a"
    true
    {"symbol":"Symbol(s)"}
    {"inside":{"above":3}}
    {"Map":[["a",{"Set":[1]}]]}
    {"Box":{"size":3}}
    {"Promise":{}}
    {"function":"named"}
    {"AggregateError":{"message":"all","cause":{"Error":{"message":"why","cause":{"undefined":"undefined"},"causes":[]}},"causes":[{"TypeError":{"message":"one","cause":{"undefined":"undefined"},"causes":[]}}]}}"
  `);
});

test('what differs in one ms, or in one word, differs as text', async () => {
  const texts = new Set<string>();
  for (const [takes, fails] of [
    [10, false],
    [11, false],
    [10, new Error('a')],
    [10, new Error('b')],
  ] as const) {
    const run = () => observe(({ job }) => job('a', takes, { fails })());
    const text = traceAsText(await run());
    expect(traceAsText(await run())).toBe(text);
    texts.add(text);
  }
  expect(texts.size).toBe(4);
});

test('a long list is a sign of life for each of its parts, so that the watchdog does not take it for stuck', async () => {
  const { state } = once('watchdog', (): { state: Int32Array } => {
    throw new Error('the lab has none');
  });
  const beats = () => Atomics.load(state, 0);
  const trace = await observe(() => Array.from({ length: 1000 }, (_, i) => i));
  const before = beats();
  traceAsText(trace);
  expect(beats() - before).toBeGreaterThanOrEqual(1000);
});
