import { describe } from 'vitest';
import { again, eachCase, eachReason, eachValue, expect, observe, test, together } from '#lab';

/** What a check that fails says, in full. */
async function saidBy(check: () => Promise<void>): Promise<string> {
  try {
    await check();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

describe('each value', () => {
  const both = (values: Record<'a' | 'b', unknown>, pick: (all: unknown[]) => unknown) =>
    observe(async ({ job }) => {
      const jobs = [job('a', 20, { gives: values.a }), job('b', 10, { gives: values.b })];
      return pick(await Promise.all(jobs.map((run) => run())));
    });

  test('what keeps every value passes', () =>
    eachValue(['a', 'b'], async (values) => {
      expect(await both(values, (all) => all)).toGive([values.a, values.b]);
    }));

  test('what loses one is told with it', async () => {
    const said = await saidBy(() =>
      eachValue(['a', 'b'], async (values) => {
        expect(await both(values, (all) => all.filter(Boolean))).toGive([values.a, values.b]);
      }),
    );
    expect(said.split('\n')[0]).toBe(
      "When 'a' fulfils with 'a value' and 'b' fulfils with undefined:",
    );
  });
});

describe('each reason', () => {
  const failing = (reason: unknown, end: (error: unknown) => unknown) =>
    observe(({ job }) => job('a', 10, { failsWith: reason })().catch(end));

  test('what passes every reason on passes', () =>
    eachReason(['a'], async (reasons) => {
      const pass = (error: unknown) => {
        throw error;
      };
      expect(await failing(reasons.a, pass)).toRejectWith(reasons.a, 10);
    }));

  test('what looks whether there is an error is told', async () => {
    const said = await saidBy(() =>
      eachReason(['a'], async (reasons) => {
        const passIfThere = (error: unknown) => (error ? Promise.reject(error) : 'fine');
        expect(await failing(reasons.a, passIfThere)).toRejectWith(reasons.a);
      }),
    );
    expect(said.split('\n')[0]).toBe("When 'a' rejects with undefined:");
  });

  test('what is thrown with it is told so', async () => {
    const said = await saidBy(() =>
      eachReason(
        ['f'],
        async ({ f }) => {
          if (!f) throw new Error('It has lost it.');
        },
        'throws',
      ),
    );
    expect(said).toBe("When 'f' throws undefined:\nIt has lost it.");
  });

  test('what is no name of work stands without quotes', async () => {
    const check = () => Promise.reject(new Error('It has lost it.'));
    const said = await saidBy(() => eachReason(['the signal'], check, 'is aborted with'));
    expect(said).toBe("When the signal is aborted with Error('no bread'):\nIt has lost it.");
  });
});

test('code that writes to a value or a reason changes no later check', async () => {
  for (const eachOf of [eachValue, eachReason]) {
    const [first, second]: unknown[][] = [[], []];
    await eachOf(['a'], async ({ a }) => void first?.push(a));
    for (const it of first ?? [])
      if (it instanceof Error && !Object.isFrozen(it) && !(it instanceof DOMException))
        it.message = 'edited';
    await eachOf(['a'], async ({ a }) => void second?.push(a));
    const messages = second?.map((it) => (it instanceof Error ? it.message : ''));
    expect(messages?.filter(Boolean).length).toBeGreaterThan(0);
    expect(messages).not.toContain('edited');
  }
});

test('a spec may add reasons of its own', async () => {
  const dealt: unknown[] = [];
  await eachReason(['a'], async ({ a }) => void dealt.push(a), undefined, ['one', 'more']);
  expect(dealt.slice(-2)).toEqual(['one', 'more']);
});

test('a spec may say what else is done with a value or a reason', async () => {
  const fails = async () => {
    throw new Error('not so');
  };
  expect(await saidBy(() => eachValue(['item'], fails, 'is'))).toBe(
    "When 'item' is 'a value':\nnot so",
  );
  expect(await saidBy(() => eachReason(['work'], fails, 'throws'))).toMatch(
    /^When 'work' throws Error/,
  );
  const verbs = { signal: 'is aborted with' };
  expect(await saidBy(() => eachReason(['signal', 'car'], fails, verbs))).toBe(
    "When 'signal' is aborted with Error('no bread') and 'car' rejects with undefined:\nnot so",
  );
});

test('a case is told by its words, and one without words is not', async () => {
  const failing = async (isBad: boolean) => {
    if (isBad) throw new Error('not so');
  };
  expect(await saidBy(() => eachCase({ '': false, 'With a caller:': true }, failing))).toBe(
    'With a caller:\nnot so',
  );
  expect(await saidBy(() => eachCase({ '': true, 'With a caller:': false }, failing))).toBe(
    'not so',
  );
});

describe('again and together', () => {
  const results: string[] = [];
  const kept = () =>
    observe(async ({ job }) => {
      results.push(await job('a', 10)());
      return results;
    });

  test('the second call finds what the first one has kept', async () => {
    const said = await saidBy(() => again(kept, (trace) => expect(trace).toGive(['A'])));
    expect(said.split('\n')[0]).toBe('The second time, by the same function:');
  });

  test('two calls at the same time find each other', async () => {
    // It is kept only as long as it is in flight.
    let pending: Promise<string> | undefined;
    const shared = () =>
      observe(({ job }) => {
        pending ??= job('a', 10)().finally(() => {
          pending = undefined;
        });
        return pending;
      });
    const said = await saidBy(() => together(shared, (trace) => expect(trace).toTake(10)));
    expect(said.split('\n')[0]).toBe(
      'In the second call, while another call of the same function was in flight:',
    );
  });

  test('what keeps nothing passes both', async () => {
    const scene = () => observe(({ job }) => job('a', 10)());
    await again(scene, (trace) => expect(trace).toGive('A'));
    await together(scene, (trace) => expect(trace).toGive('A'));
  });
});
