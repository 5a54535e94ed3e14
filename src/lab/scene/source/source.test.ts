import { expect, test } from 'vitest';
import { type Lab, observe } from '#lab';
import { pictureOf } from '../../picture/picture.ts';
import { drawText } from '../../picture/text.ts';
import { workOf } from '../../trace/look.ts';
import type { Trace } from '../../trace/trace.ts';

/** What the trace shows of the sources: from when to when. */
const seen = ({ spans }: Trace) =>
  spans
    .filter(({ kind }) => kind === 'source')
    .map(({ name, start, end, ending }) => `${name} ${start.at}-${end?.at} ${ending}`);

const read = (scene: (lab: Lab) => unknown) =>
  observe(scene).then((trace) => [trace.outcome, seen(trace)]);

test('a generator notes when its items are asked for, and that it is closed', async () => {
  expect(
    await read(async ({ source, sleep }) => {
      const found: string[] = [];
      for (const item of source('a', ['x', 'y', 'z'])) {
        found.push(item);
        await sleep(10);
        if (item === 'y') return found;
      }
    }),
  ).toEqual([
    expect.objectContaining({ kind: 'returned', value: ['x', 'y'], at: 20 }),
    ['a 0-0 done', 'a 10-10 done', 'close a 20-20 done'],
  ]);
});

test('what has ended is not closed, what was not begun has nothing to close, and it is read once', async () => {
  const [outcome, spans] = await read(({ source }) => {
    const [a, b] = [source('a', [1, 2]), source('b', [3])];
    b.return(undefined);
    return [[...a], a.return(undefined), [...a], [...b]];
  });
  expect(outcome).toMatchObject({ value: [[1, 2], { done: true }, [], []] });
  expect(spans).toEqual(['a 0-0 done', 'a 0-0 done']);
});

test('it fails after its last item, and is over then', async () => {
  for (const takes of [undefined, 5]) {
    const [outcome, spans] = await read(async ({ source }) => {
      const items = takes
        ? source('a', [1], { takes, failsWith: null })
        : source('a', [1], { failsWith: null });
      for await (const _ of items);
    });
    expect(outcome).toMatchObject({ kind: 'failed', error: null });
    expect(spans).toEqual(takes ? ['a 0-5 done', 'a 5-10 failed'] : ['a 0-0 done', 'a 0-0 failed']);
  }
});

test('an async generator makes one item after the other, and is closed after that', async () => {
  const [outcome, spans] = await read(async ({ source, now }) => {
    const a = source('a', [1, 2, 3], { takes: [10, 20], closesIn: 5 });
    const items = [a.next(), a.next()];
    const closed = a.return(undefined).then(() => now());
    return [await Promise.all(items), await closed, await a.next()];
  });
  const item = (value: number) => ({ done: false, value });
  expect(outcome).toMatchObject({
    value: [[item(1), item(2)], 35, { done: true, value: undefined }],
  });
  expect(spans).toEqual(['a 0-10 done', 'a 10-30 done', 'close a 30-35 done']);
});

test('an end takes time where a list of times says so', async () => {
  const [outcome] = await read(async ({ source, now }) => {
    const ends = [];
    for (const isByHand of [false, true]) {
      for await (const _ of source('a', [1], { takes: [10, 7], isByHand }));
      ends.push(now());
    }
    for await (const _ of source('a', [1], { takes: 10 }));
    return [...ends, now()];
  });
  expect(outcome).toMatchObject({ value: [17, 34, 44] });
});

test('an iterator by hand makes several items at the same time, and is closed during that', async () => {
  const [outcome, spans] = await read(async ({ source, sleep, now }) => {
    const a = source('a', ['x', 'y', 'z'], { takes: [10, 20, 30], closesIn: 5, isByHand: true });
    const items = [a.next(), a.next(), a.next()];
    await sleep(20);
    await a.return(undefined);
    return [await Promise.all(items), now(), await a.next()];
  });
  const end = { done: true, value: undefined };
  expect(outcome).toMatchObject({
    value: [[{ value: 'x' }, { value: 'y' }, end], 25, end],
  });
  expect(spans).toEqual(['a 0-10 done', 'a 0-20 done', 'a 0-20 aborted', 'close a 20-25 done']);
});

test('closing may fail', async () => {
  const failsWith = { closesWith: 'it is stuck' };
  for (const how of [
    failsWith,
    { ...failsWith, takes: 0 },
    { ...failsWith, takes: 0, isByHand: true },
  ]) {
    const [outcome, spans] = await read(async ({ source }) => {
      for await (const _ of source('a', [1, 2], how)) break;
    });
    expect(outcome).toMatchObject({ kind: 'failed', error: 'it is stuck' });
    expect(spans).toEqual(['a 0-0 done', 'close a 0-0 failed']);
  }
});

test('what is thrown into one by hand comes out, when it is closed', async () => {
  const [outcome, spans] = await read(async ({ source }) => {
    const a = source('a', [1, 2], { takes: 1, closesIn: 5, isByHand: true });
    await a.next();
    return a.throw('no').catch((error) => error);
  });
  expect(outcome).toMatchObject({ value: 'no', at: 6 });
  expect(spans).toEqual(['a 0-1 done', 'close a 1-6 done']);
});

test('it has rows of its own in a picture, is no work, and is not left behind', async () => {
  const trace = await observe(async ({ source, job }) => {
    const a = source('a', ['x', 'y', 'z'], { takes: [10, 20], closesIn: 10 });
    for (const name of ['x', 'y']) {
      await a.next();
      await job(name, 10)();
    }
    a.return(undefined);
    a.next();
  });
  expect(drawText([['', pictureOf(trace)]])).toMatchInlineSnapshot(`
    "    a       ───────        ──────────────
        x              ━━━━━━━━
        y                                    ━━━━━━━━
        close a                                      ───────
                0      10      20            40      50     60 ms"
  `);
  expect(workOf(trace).map(({ name }) => name)).toEqual(['x', 'y']);
  expect(trace.left).toEqual([]);
});
