import { expect, test } from 'vitest';
import { observe } from '#lab';
import { toGiveTree } from './call-tree.ts';

type Node = [
  name: unknown,
  start: unknown,
  end: unknown,
  children?: Node[] | undefined,
  failed?: unknown,
];

const spans = (nodes: Node[]): unknown[] =>
  nodes.map(([name, start, end, children = [], failed = false]) => ({
    name,
    start,
    end,
    failed,
    children: spans(children),
  }));

const giving = (...nodes: Node[]) => observe(({ tree }) => tree(spans(nodes)));

const PAGE = ['page 0–31', '  user 0–19', '  cart 0–7 failed', '    query 3–'];

const told = async (...nodes: Node[]) =>
  toGiveTree(await giving(...nodes), PAGE, 'Why.')?.fact.split('\n')[0];

test('a tree that is as expected, open spans and failures included', async () => {
  const query: Node = ['query', 3, null];
  const page: Node = [
    'page',
    0,
    31,
    [
      ['user', 0, 19],
      ['cart', 0, 7, [query], true],
    ],
  ];
  expect(toGiveTree(await giving(page), PAGE)).toBeUndefined();
  expect(toGiveTree(await giving(), [])).toBeUndefined();
});

test('both trees are drawn beside each other', async () => {
  const cart: Node = ['cart', 0, 7, [['query', 3, null]], true];
  expect(
    toGiveTree(await giving(['page', 0, 31, [['user', 0, 19, [cart]]]]), PAGE, 'Why.'),
  ).toMatchInlineSnapshot(`
      {
        "fact": "'cart' is a child of 'user'; expected a child of 'page'.
          yours                  expected
          page 0–31              page 0–31
            user 0–19              user 0–19
              cart 0–7 failed      cart 0–7 failed
                query 3–             query 3–",
        "possible": "Why.",
      }
    `);
});

test('what differs: the parent, what is missing, times, the ending, what is too much, the order', async () => {
  const query: Node = ['query', 3, null];
  const user: Node = ['user', 0, 19];
  const cart: Node = ['cart', 0, 7, [query], true];
  const facts = [
    await told(['page', 0, 31, [user, cart]], user),
    await told(['page', 0, 31, [user]], cart),
    await told(['page', 0, 31, [user]]),
    await told(['page', 1, 31, [user, cart]]),
    await told(['page', 0, 32, [user, cart]]),
    await told(['page', 0, null, [user, cart]]),
    await told(['page', 0, 31, [user, ['cart', 0, 7, [['query', 3, 7]], true]]]),
    await told(['page', 0, 31, [user, ['cart', 0, 7, [query]]]]),
    await told(['page', 0, 31, [['user', 0, 19, [], true], cart]]),
    await told(['page', 0, 31, [['user', 0, 19, [], 'no'], cart]]),
    await told(['page', 0, 31, [['user', undefined, 19], cart]]),
    await told(['page', 0, 31, [cart, user]]),
    await told(),
  ];
  expect(facts.join('\n')).toMatchInlineSnapshot(`
    "'user' is one of the roots; expected no such span.
    'cart' is one of the roots; expected a child of 'page'.
    'cart' is not in the tree; expected a child of 'page'.
    'page' has the start 1; expected 0.
    'page' has the end 32; expected 31.
    'page' has the end null; expected 31.
    'query' has the end 7; expected null.
    'cart' has failed: false; expected true.
    'user' has failed: true; expected false.
    'user' has failed: no; expected false.
    'user' has the start undefined; expected 0.
    'cart' stands before 'user'; expected after it.
    'page' is not in the tree; expected one of the roots."
  `);
});

test('spans of the same name are told apart by their times', async () => {
  const trace = await giving(['a', 0, 7, [['q', 3, 5]]], ['a', 0, 11, [['q', 3, 4]]]);
  const lines = ['a 0–7', '  q 3–4', 'a 0–11', '  q 3–5'];
  expect(toGiveTree(trace, lines)?.fact).toMatch("'q' is a child of another 'a' than expected.");
  const turned = ['a 0–11', '  q 3–4', 'a 0–7', '  q 3–5'];
  expect(toGiveTree(trace, turned)?.fact).toMatch(
    "A 'a' that began later stands before another one.",
  );
});

test('what is no tree, or one within itself', async () => {
  const circle = { name: 'a', start: 0, end: null, failed: false, children: [] as unknown[] };
  circle.children.push(circle);
  expect(toGiveTree(await observe(({ tree }) => tree([circle])), ['a 0–'])?.fact).toMatch(
    "'a within itself' is a child of 'a'; expected no such span.",
  );
  expect(toGiveTree(await observe(({ tree }) => tree(undefined)), ['a 0–'])?.fact).toMatch(
    "'a' is not in the tree",
  );
});

test('a reason for each fault, or one for all of them', async () => {
  const why = { parent: 'Where.', time: 'When.', failed: 'How.', order: 'In order.' };
  const reasons = async (...nodes: Node[]) =>
    toGiveTree(await giving(...nodes), ['a 0–3', 'b 0–5'], why)?.possible;
  const a: Node = ['a', 0, 3];
  const b: Node = ['b', 0, 5];
  expect(await reasons(['a', 0, 3, [b]])).toBe('Where.');
  expect(await reasons(['a', 0, 4], b)).toBe('When.');
  expect(await reasons(['a', 0, 3, [], true], b)).toBe('How.');
  expect(await reasons(b, a)).toBe('In order.');
  expect(await reasons(a, b, b)).toMatch('put into the tree twice?');
  expect(toGiveTree(await giving(), ['a 0–3'], 'Why.')?.possible).toBe('Why.');
});

test('a run that rejects, or never ends', async () => {
  const failing = await observe(() => Promise.reject(new Error('no')));
  expect(toGiveTree(failing, PAGE, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 0 ms with: no
    Expected a tree of spans.",
      "picture": false,
      "possible": "Why.",
    }
  `);
});

test('of two spans with one name, one is missing', async () => {
  const trace = await giving(['a', 0, 7]);
  expect(toGiveTree(trace, ['a 0–7', 'a 2–9'])?.fact).toMatch(
    "Another 'a' is not in the tree; expected one of the roots.",
  );
});
