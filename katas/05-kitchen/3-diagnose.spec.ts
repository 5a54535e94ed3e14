import { again, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { kindOf } from './3-diagnose.ts';

/** What `f` does: in the picture it has the same names. */
interface Tools {
  wait(ms: number): Promise<void>;
  compute(ms: number): void;
}

const toolsOf = ({ job, burn }: Lab): Tools => ({
  wait: (ms) => job<void>('wait', ms, { gives: undefined })(),
  compute: (ms) => burn(ms, 'compute'),
});

const probeOf = ({ now }: Lab) => ({
  now,
  every: (ms: number, beat: () => void) => {
    const timer = setInterval(beat, ms);
    return () => clearInterval(timer);
  },
});

/** `before` runs first, and belongs to the program, not to `f`. */
const diagnose = (f: (tools: Tools) => unknown, before?: (lab: Lab) => unknown) =>
  observe(async (lab: Lab) => {
    await before?.(lab);
    const tools = toolsOf(lab);
    return kindOf(() => lab.call('f', () => f(tools)), probeOf(lab));
  });

const waits = () => diagnose(({ wait }) => wait(100));

/** The same `f` twice: it waits the first time, and computes the second time. */
const twice = () =>
  observe(async (lab) => {
    const { wait, compute } = toolsOf(lab);
    let calls = 0;
    const f = () => lab.call('f', () => (calls++ === 0 ? wait(100) : compute(100)));
    return [await kindOf(f, probeOf(lab)), await kindOf(f, probeOf(lab))];
  });

/** 'f' rejects after 100 ms. */
const rejecting = (failsWith: unknown) =>
  observe((lab) => kindOf(lab.job('f', 100, { failsWith }), probeOf(lab)));

/** `f` returns a promise that has rejected already. */
const rejectedBefore = (reason: unknown) =>
  observe((lab) => kindOf(() => Promise.reject(reason), probeOf(lab)));

/** `f` throws, so it returns no promise; kindOf returns one. */
const throwing = (reason: unknown) =>
  observe(async (lab) => {
    const f = () => {
      throw reason;
    };
    let measuring: Promise<unknown>;
    try {
      measuring = kindOf(f, probeOf(lab));
    } catch {
      return 'thrown by kindOf itself';
    }
    return await measuring;
  });

class OwnPromise<T> extends Promise<T> {}

/** The same promise in three shapes that are no plain Promise. */
const shapesOf = (promise: Promise<unknown>) => {
  const then = promise.then.bind(promise);
  return [{ then }, Object.assign(() => 'called', { then }), OwnPromise.resolve(promise)];
};

test("fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits", async () => {
  const trace = await diagnose(async ({ wait, compute }) => {
    await wait(20);
    compute(100);
    await wait(20);
  });
  expect(trace).toTellKind('cpu');
  expect(await waits()).toTellKind('io');
});

test('does not depend on whether f is async', async () => {
  expect(await diagnose(({ compute }) => compute(100))).toTellKind('cpu');
  expect(await diagnose(async ({ compute }) => compute(100))).toTellKind('cpu');
  expect(await diagnose(async ({ wait }) => wait(100))).toTellKind('io');
});

test('does not depend on what f returns, or fulfils with', async () => {
  for (const shape of [0, 1, 2]) {
    const waitsFirst = async ({ wait, compute }: Tools) => {
      await wait(40);
      compute(300);
    };
    expect(await diagnose((tools) => shapesOf(waitsFirst(tools))[shape])).toGive(
      'cpu',
      'f returned a thenable: an object or a function that has a then(). After 40 ms of waiting and 300 ms of computing it fulfilled.',
    );
  }
  await eachValue(['f'], async ({ f: value }) => {
    const waitsThen = async ({ wait }: Tools) => {
      await wait(100);
      return value;
    };
    expect(await diagnose(waitsThen)).toTellKind('io');
    const computes = ({ compute }: Tools) => {
      compute(100);
      return value;
    };
    expect(await diagnose(computes)).toTellKind('cpu');
  });
});

test('does not depend on how long f takes', async () => {
  expect(await diagnose(async ({ wait }) => wait(2000))).toTellKind('io');
  for (const ms of [20, 11, 8, 3, 2, 1])
    expect(await diagnose(async ({ wait }) => wait(ms))).toTellKind('io');
  expect(await diagnose(async ({ compute }) => compute(40))).toTellKind('cpu');
  expect(await diagnose(async ({ compute }) => compute(2000))).toTellKind('cpu');
  expect(await diagnose(async ({ wait }) => wait(11_000))).toTellKind('io');
  expect(await diagnose(async ({ compute }) => compute(100_000))).toTellKind('cpu');
  const longWaitFirst = diagnose(async ({ wait, compute }) => {
    await wait(5100);
    compute(10_000);
  });
  expect(await longWaitFirst).toTellKind('cpu');
});

test('does not depend on what the program has done before the call', async () => {
  const sleepsFirst = ({ sleep }: Lab) => sleep(1000);
  const computesFirst = ({ burn }: Lab) => burn(1000);
  expect(await diagnose(async ({ compute }) => compute(100), sleepsFirst)).toGive(
    'cpu',
    'f computed for 100 ms. Before the call of kindOf, the program had waited for 1,000 ms: that time does not count.',
  );
  expect(await diagnose(async ({ wait }) => wait(100), computesFirst)).toGive(
    'io',
    'f waited for 100 ms. Before the call of kindOf, the program had computed for 1,000 ms: that time does not count.',
  );
});

test('does not depend on what f does first or last', async () => {
  expect(
    await diagnose(async ({ wait, compute }) => {
      compute(40);
      await wait(300);
    }),
  ).toTellKind('io');
  expect(
    await diagnose(async ({ wait, compute }) => {
      await wait(300);
      compute(40);
    }),
  ).toTellKind('io');
  expect(
    await diagnose(async ({ wait, compute }) => {
      await wait(40);
      compute(300);
    }),
  ).toTellKind('cpu');
});

test('decides by the larger share when waiting and computing alternate', async () => {
  expect(
    await diagnose(async ({ wait, compute }) => {
      for (let turn = 0; turn < 4; turn++) {
        compute(120);
        await wait(80);
      }
    }),
  ).toTellKind('cpu');
  expect(
    await diagnose(async ({ wait, compute }) => {
      for (let turn = 0; turn < 4; turn++) {
        compute(90);
        await wait(110);
      }
    }),
  ).toTellKind('io');
});

test('decides by the sum, not by the longest piece', async () => {
  const oneLongComputation = diagnose(async ({ wait, compute }) => {
    for (const ms of [100, 40, 40, 40]) {
      compute(ms);
      await wait(90);
    }
  });
  expect(await oneLongComputation).toTellKind('io');
  const oneLongWait = diagnose(async ({ wait, compute }) => {
    for (const ms of [100, 10, 10, 10, 10, 10]) {
      compute(60);
      await wait(ms);
    }
  });
  expect(await oneLongWait).toTellKind('cpu');
});

test('does not count time as waiting while f computes', async () => {
  expect(
    await diagnose(async ({ wait, compute }) => {
      const answers = [wait(100), wait(100), wait(100)];
      compute(90);
      await Promise.all(answers);
    }),
  ).toTellKind('cpu');
});

test('calls f once and immediately, and stops the heartbeat', async () => {
  const trace = await waits();
  expect(trace).toStart('f', 1);
  expect(trace).toStartAt({ wait: 0 });
  expect(trace).toLeaveNothing();
});

test('keeps nothing from one call to the next', async () => {
  await again(waits, (trace) => expect(trace).toTellKind('io'));
  await together(waits, (trace) => expect(trace).toTellKind('io'));
  expect(await twice()).toGive(
    ['io', 'cpu'],
    'The same f waited when it was called first, and computed when it was called again.',
  );
});

test('rejects with the same error when f rejects, and stops the heartbeat in that case too', async () => {
  const trace = await observe((lab) => kindOf(lab.job('f', 100, { fails: true }), probeOf(lab)));
  expect(trace).toFailWith('f failed');
  expect(trace).toStart('f', 1);
  expect(trace).toLeaveNothing();
  await eachReason(['f'], async ({ f: reason }) => {
    expect(await rejecting(reason)).toRejectWith(reason);
  });
  const error = new Error('f has rejected before');
  expect(await rejectedBefore(error)).toRejectWith(error);
  expect(await rejectedBefore(error)).toLeaveNothing();
});

test('rejects with the same error when f throws, and stops the heartbeat', async () => {
  const holds = async ({ f: reason }: { f: unknown }) => {
    const trace = await throwing(reason);
    expect(trace).toRejectWith(reason);
    expect(trace).toLeaveNothing();
  };
  await eachReason(['f'], holds, 'throws');
});
