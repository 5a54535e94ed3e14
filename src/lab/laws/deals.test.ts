import { expect, test } from 'vitest';
import { type Lab, observe } from '#lab';
import { glyphs } from '../../text/glyphs.ts';
import { picturesOf } from '../picture/picture.ts';
import { drawText } from '../picture/text.ts';
import type { Plan } from '../trace/trace.ts';
import { type Delivery, toDeliver } from './deals.ts';
import type { Breach } from './telling/breach.ts';
import { told } from './telling/tell.ts';

/** Steps at their ms: `x asks`, `x gets a`, `x leaves`, `a is put`, `a is withdrawn`. */
const dealing = (steps: Readonly<Record<number, string>>, then?: (lab: Lab) => unknown) =>
  observe(async (lab) => {
    const { at, asks, gets, leaves, puts, withdraws } = lab;
    const take = (step: string) => {
      const [who = '', verb, item] = step.split(' ');
      if (verb === 'asks') asks(who);
      else if (verb === 'gets') gets(who, item);
      else if (verb === 'leaves') leaves(who);
      else if (item === 'withdrawn') withdraws(who);
      else puts(who);
    };
    for (const [ms, text] of Object.entries(steps))
      at(Number(ms), () => text.split(', ').map(take));
    await then?.(lab);
  });

const never = () => new Promise(() => {});

test('each item to whom it is due; in which order people go on in one ms is free', async () => {
  const trace = await dealing({
    0: 'x asks, y asks',
    10: 'a is put, b is put, y gets b, x gets a',
  });
  const due = [[10, 'x', 'a'] as const, [10, 'y', 'b'] as const];
  expect(toDeliver(trace, due)).toBeUndefined();
});

test('items are compared by identity', async () => {
  const [one, other] = [{ n: 1 }, { n: 1 }];
  const trace = await observe(({ puts, gets }) => {
    for (const item of [Number.NaN, undefined, one]) puts(item);
    for (const item of [Number.NaN, undefined, one]) gets('x', item);
  });
  const due = (last: unknown) =>
    [Number.NaN, undefined, last].map((item) => [0, 'x', item] as const);
  expect(toDeliver(trace, due(one))).toBeUndefined();
  expect(toDeliver(trace, due(other))?.fact).toBe('{ n: 1 } has never come in.');
});

test('never put: what came in its place is told', async () => {
  const trace = await dealing({ 0: 'x asks', 10: 'a is put, x gets a' });
  expect(toDeliver(trace, [[10, 'x', 'the end']])?.fact).toBe(
    "'x' got 'a' at 10 ms; expected 'the end' at 10 ms.",
  );
});

test('one that nobody was to get, before one that came as expected', async () => {
  const trace = await dealing({
    7: 'a is put, b is put, c is put, x gets a, x gets b',
    11: 'y gets c',
  });
  const due = [[7, 'x', 'a'] as const, [11, 'y', 'c'] as const];
  expect(toDeliver(trace, due)?.fact).toBe("'x' got 'b' at 7 ms; expected: not at all.");
});

test('one that came too early, before the one that was to be first', async () => {
  const trace = await dealing({ 3: 'a is put, b is put', 13: 'x gets b', 31: 'x gets a' });
  const due = [[31, 'x', 'a'] as const, [31, 'x', 'b'] as const];
  expect(toDeliver(trace, due)?.fact).toBe("'x' got 'b' at 13 ms; expected at 31 ms, after 'a'.");
});

test('who came later got it', async () => {
  const trace = await dealing({ 0: 'x asks', 7: 'z asks', 10: 'a is put, z gets a' }, never);
  expect(toDeliver(trace, [[10, 'x', 'a']])).toMatchInlineSnapshot(`
    {
      "fact": "'a' went to 'z', who asked at 7 ms, at 10 ms; expected 'x' to get it at 10 ms, who asked at 1 ms.",
      "possible": "Hand the item over to the first in the line. Code that is only woken looks again when it runs, and by that time somebody else may have taken the item.",
    }
  `);
});

test('lost: handed to one who had left', async () => {
  const steps = { 0: 'x asks', 2: 'y asks', 10: 'x leaves', 20: 'a is put' };
  expect(toDeliver(await dealing(steps, never), [[20, 'y', 'a']])).toMatchInlineSnapshot(`
    {
      "fact": "'a' came in at 20 ms, and nobody got it; expected 'y', who asked at 2 ms, to get it at 20 ms. 'x' had left at 10 ms.",
      "possible": "Take a caller that leaves out of the line. If it stays in it, the next item is handed over to a caller that has gone.",
    }
  `);
});

test('out twice, never put, too late, in the wrong order, one too many', async () => {
  const twice = await dealing({ 0: 'x asks, y asks', 10: 'a is put, x gets a, y gets a' });
  expect(toDeliver(twice, [[10, 'x', 'a']])?.fact).toMatchInlineSnapshot(
    `"'a' came out 2 times: 'x' at 10 ms and 'y' at 10 ms got it."`,
  );
  const early = await dealing({ 5: 'x gets undefined', 10: 'a is put' });
  expect(toDeliver(early, [[10, 'x', 'a']])?.fact).toMatchInlineSnapshot(
    `"'x' got 'undefined' at 5 ms, and that has never come in; expected 'a' at 10 ms."`,
  );
  const other = await dealing({ 5: 'x gets b', 10: 'a is put' });
  expect(toDeliver(other, [[10, 'x', 'a']], 'Because.')).toEqual({
    fact: "'x' got 'b' at 5 ms, and that has never come in; expected 'a' at 10 ms.",
    possible: undefined,
  });
  expect(toDeliver(other, [], 'Because.')?.possible).toBe('Because.');
  const late = await dealing({ 0: 'x asks', 10: 'a is put', 12: 'x gets a' });
  expect(toDeliver(late, [[10, 'x', 'a']], 'Because.')).toMatchInlineSnapshot(`
    {
      "fact": "'x' got 'a' at 12 ms; expected at 10 ms.",
      "possible": "Because.",
    }
  `);
  const order = await dealing({ 0: 'a is put, b is put', 9: 'x gets b, x gets a' });
  expect(
    toDeliver(order, [
      [9, 'x', 'a'],
      [9, 'x', 'b'],
    ])?.fact,
  ).toMatchInlineSnapshot(`"At 9 ms 'x' got 'b' before 'a'; expected 'a' first."`);
  const more = await dealing({ 0: 'a is put, x gets a' });
  expect(toDeliver(more, [])?.fact).toMatchInlineSnapshot(
    `"'x' got 'a' at 1 ms; expected nothing more."`,
  );
});

test('a failure of the code is told first, if it comes before the item that is missing', async () => {
  const steps = { 0: 'x asks', 10: 'a is put' };
  const fail = (at: number) => (lab: Lab) =>
    new Promise((_, reject) => lab.at(at, () => reject(new Error('it is empty'))));
  expect(toDeliver(await dealing(steps, fail(4)), [[10, 'x', 'a']], 'Because.')).toMatchObject({
    fact: 'It rejected at 4 ms with: it is empty',
    possible: 'Because.',
  });
  const late = await dealing(steps, fail(14));
  expect(toDeliver(late, [[10, 'x', 'a']])?.fact).toContain('nobody got it');
});

test('the same item twice: the one that went astray is told of', async () => {
  const steps = { 0: 'a is put', 3: 'a is put', 5: 'x asks, x gets a' };
  const due = [[5, 'x', 'a'] as const, [7, 'y', 'a'] as const];
  const lost = await dealing({ ...steps, 7: 'y asks' }, never);
  expect(toDeliver(lost, due)?.fact).toMatchInlineSnapshot(
    `"'a' came in 2 times, and came out 1 time; expected 'y', who asked at 7 ms, to get it at 7 ms."`,
  );
  const other = await dealing({ ...steps, 7: 'z asks, z gets a' });
  expect(toDeliver(other, due)?.fact).toMatchInlineSnapshot(
    `"'a' went to 'z', who asked at 7 ms, at 7 ms; expected 'y' to get it at 7 ms."`,
  );
});

test('a copy, and `undefined` in the place of an item', async () => {
  const copy = await observe(({ puts, gets }) => {
    puts(['n']);
    gets('x', ['n']);
  });
  expect(toDeliver(copy, [[0, 'x', ['n']]])).toMatchInlineSnapshot(`
    {
      "fact": "'x' got [ 'n' ] at 0 ms: that has never come in.",
      "possible": "It looks like an item that came in, but it is a copy. Hand on the item itself.",
    }
  `);
  const ended = await observe(({ puts, gets }) => {
    for (const item of [undefined, null]) puts(item);
    for (const who of ['x', 'y']) gets(who, undefined);
  });
  const due = [[0, 'x', undefined] as const, [0, 'y', null] as const];
  expect(toDeliver(ended, due)?.fact).toMatchInlineSnapshot(
    `"null came in at 0 ms, and nobody got it; expected 'y' to get it at 0 ms."`,
  );
});

test('lost: of one who asked only later, it is not said when', async () => {
  const trace = await dealing({ 3: 'a is put', 18: 'x asks' });
  expect(toDeliver(trace, [[7, 'x', 'a']])?.fact).toBe(
    "'a' came in at 3 ms, and nobody got it; expected 'x' to get it at 7 ms.",
  );
});

test('withdrawn, and out all the same; another one that is equal may come out', async () => {
  const out = await dealing({ 0: 'a is put', 7: 'a is withdrawn', 10: 'x gets a' });
  expect(toDeliver(out, [[10, 'x', 'a']], 'Because.')).toMatchInlineSnapshot(`
    {
      "fact": "'x' got 'a' at 10 ms: it was withdrawn at 7 ms.",
      "possible": "Because.",
    }
  `);
  const other = await dealing({ 0: 'a is put, a is put', 7: 'a is withdrawn', 10: 'x gets a' });
  expect(toDeliver(other, [[10, 'x', 'a']])).toBeUndefined();
});

test('a deadlock names who still asks', async () => {
  const trace = await dealing({ 5: 'a is put, x asks, y asks, x gets a' }, never);
  expect(toDeliver(trace, [[5, 'x', 'a']])?.fact).toBe(
    "Deadlock at 5 ms: what 'y' asked for at 5 ms is still pending. No timer is set and no work is running, so nothing can settle it any more.",
  );
});

test('stopped: that is told first', async () => {
  const trace = await dealing({ 10: 'a is put' }, () => {
    const spin = () => setImmediate(spin);
    spin();
    return never();
  });
  expect(toDeliver(trace, [[10, 'x', 'a']])?.fact).toMatch(/^Stopped at 0 ms/);
});

test('draws who waits, who leaves, what stands in the line, and who got what', async () => {
  const trace = await dealing({
    0: 'x asks, y asks',
    10: 'x leaves',
    20: 'a is put, b is put, y gets a',
    31: 'c is put, d is put, d is withdrawn',
    40: 'z asks, z gets b',
  });
  const drawn = drawText(picturesOf(trace), glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  expect(drawn).toMatchInlineSnapshot(`
    "  yours  x        ──────────╳
             y        ─────────────────────
             z                                                   ╹
             in line                       1▄▄▄▄▄▄▄▄▄▄▄2▇▇▇▇▇▇▇▇▇1
                                           ╵y: 'a'               ╵z: 'b'
                     0          10         20                    40 ms"
  `);
});

test('a plan has the rows of the calls; what is to come out, and when, is noted below it', async () => {
  const run = (plan: Plan) =>
    observe(
      ({ at, asks, call, gets, puts }) => {
        const put = (item: string) => call(`put ${item}`, async () => puts(item));
        at(0, () => asks('x'));
        at(7, () => put('a'));
        at(11, () => gets('x', 'a'));
      },
      { plan },
    );
  const draw = async (plan: Plan, due: readonly Delivery[]) => {
    const trace = await run(plan);
    const { pictures } = told(trace, toDeliver(trace, due) as Breach);
    return drawText(pictures, glyphs({ LANG: 'C.UTF-8' }, 'linux'));
  };
  const plan = { 'put a': [7, 7] } as const;
  expect(await draw(plan, [[7, 'x', 'a']])).toMatchInlineSnapshot(`
    "  yours     put a                               ╹
                x           ────────────────────────────────────────
                in line                             1▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇0
                                                                    ╵x: 'a'
                        0   1                       7               11 ms

      to reach  put a                               ╹
                                                    ╵x: 'a'
                        0                           7 ms"
  `);
  // Without a plan, and where there are too many to read.
  expect(await draw({}, [])).not.toContain('to reach');
  expect(await draw(plan, Array(20).fill([7, 'x', 'a']))).not.toContain('to reach');
});
