import { expect, observe, test } from '#lab';
import { endsWell } from '../laws/ending.ts';
import { toGive } from '../laws/outcome.ts';

/** Locks of one scene: `take` waits until the one of that name is free, and fulfils with what frees it. */
function locks() {
  const last = new Map<string, Promise<void>>();
  return async (name: string) => {
    const before = last.get(name);
    let free = () => {};
    last.set(name, new Promise((resolve) => (free = resolve)));
    await before;
    return free;
  };
}

/** Each call takes its locks in its own order, and holds them for 10 ms. */
const taking = (calls: Record<string, string[]>, ifStuck?: string) =>
  observe(
    ({ call, job }) => {
      const take = locks();
      const use = async (name: string, needs: string[]) => {
        const frees: (() => void)[] = [];
        for (const need of needs) frees.push(await take(need));
        await job(`${name} works`, 10)();
        for (const free of frees) free();
      };
      return Promise.all(
        Object.entries(calls).map(([name, needs]) => call(name, () => use(name, needs))),
      );
    },
    ifStuck === undefined ? {} : { ifStuck },
  );

test('two calls that wait for each other are told as a circular wait', async () => {
  const trace = await taking({ ada: ['1', '2'], bob: ['2', '1'] });
  expect(trace.circle).toEqual(['ada', 'bob']);
  expect(endsWell(trace)).toMatchInlineSnapshot(`
    {
      "fact": "Deadlock at 0 ms: 'ada' (called at 0 ms) and 'bob' (called at 0 ms) are still pending. No timer is set and no work is running, so nothing can settle it any more.",
      "possible": "That is a circular wait: 'ada' and 'bob' wait for each other. Without either one, the other settles.",
    }
  `);
});

test('the scene says more, after the circle or without one', async () => {
  const words = 'Each needs both.';
  expect(endsWell(await taking({ ada: ['1', '2'], bob: ['2', '1'] }, words))?.possible).toMatch(
    /Without either one, the other settles\. Each needs both\.$/,
  );
  const alone = await taking({ ada: ['1', '1'] }, words);
  expect(endsWell(alone)?.possible).toBe(words);
  expect(toGive(alone, [undefined])?.possible).toBe(words);
});

test('a ring of three is told, and who only waits for it is not in it', async () => {
  const trace = await taking({ a: ['1', '2'], b: ['2', '3'], d: ['1', '4'], c: ['3', '1'] });
  expect(trace.circle).toEqual(['a', 'b', 'c']);
  expect(endsWell(trace)?.possible).toMatchInlineSnapshot(
    `"That is a circular wait: 'a', 'b' and 'c' wait for each other. Without any one of them, the others settle."`,
  );
});

test('calls that are stuck for another reason wait for no other', async () => {
  const deaf = await observe(({ call }) => {
    const never = () => new Promise(() => {});
    return Promise.all([call('a', never), call('b', never)]);
  });
  expect(deaf.circle).toBeUndefined();
  const alone = await taking({ ada: ['1', '1'], bob: ['1'] });
  expect(alone.circle).toBeUndefined();
  expect(await taking({ ada: ['1', '2'], bob: ['1', '2'] })).not.toHaveProperty('circle');
});

test('what was lost on the way is told before the words of the scene', async () => {
  const trace = await observe(
    () => {
      setTimeout(() => {
        throw new Error('no bread');
      }, 7);
      return new Promise(() => {});
    },
    { ifStuck: 'Each needs both.', mayLeave: ['throw'] },
  );
  expect(endsWell(trace)?.possible).toContain('a callback threw');
});
