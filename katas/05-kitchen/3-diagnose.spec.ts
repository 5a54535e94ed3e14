import { expect, type Lab, observe, test } from '#lab';
import { kindOf } from './3-diagnose.ts';

/** What `f` does: in the picture it has the same names. */
interface Tools {
  wait(ms: number): Promise<void>;
  compute(ms: number): void;
}

/** `before` runs first, and belongs to the program, not to `f`. */
const diagnose = (f: (tools: Tools) => unknown, before?: (lab: Lab) => unknown) =>
  observe(async (lab: Lab) => {
    await before?.(lab);
    const { job, burn, call, now } = lab;
    const tools: Tools = {
      wait: (ms) => job<void>('wait', ms, { gives: undefined })(),
      compute: (ms) => burn(ms, 'compute'),
    };
    const probe = {
      now,
      every: (ms: number, beat: () => void) => {
        const timer = setInterval(beat, ms);
        return () => clearInterval(timer);
      },
    };
    return kindOf(() => call('f', () => f(tools)), probe);
  });

test("fulfils with 'cpu' when f mostly computes, and with 'io' when it mostly waits", async () => {
  const trace = await diagnose(async ({ wait, compute }) => {
    await wait(20);
    compute(100);
    await wait(20);
  });
  expect(trace).toTellKind('cpu');
  expect(await diagnose(({ wait }) => wait(100))).toTellKind('io');
});

test('does not depend on whether f is async', async () => {
  expect(await diagnose(({ compute }) => compute(100))).toTellKind('cpu');
  expect(await diagnose(async ({ compute }) => compute(100))).toTellKind('cpu');
  expect(await diagnose(async ({ wait }) => wait(100))).toTellKind('io');
});

test('does not depend on how long f takes', async () => {
  expect(await diagnose(async ({ wait }) => wait(2000))).toTellKind('io');
  for (const ms of [20, 11, 8, 3, 2, 1])
    expect(await diagnose(async ({ wait }) => wait(ms))).toTellKind('io');
  expect(await diagnose(async ({ compute }) => compute(40))).toTellKind('cpu');
  expect(await diagnose(async ({ compute }) => compute(2000))).toTellKind('cpu');
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
        compute(80);
        await wait(120);
      }
    }),
  ).toTellKind('io');
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

test('calls f once, and stops the heartbeat', async () => {
  const trace = await diagnose(async ({ wait }) => wait(100));
  expect(trace).toStart('f', 1);
  expect(trace).toLeaveNothing();
});

test('rejects with the same error when f rejects, and stops the heartbeat in that case too', async () => {
  const trace = await observe(({ job, now }) => {
    const every = (ms: number, beat: () => void) => {
      const timer = setInterval(beat, ms);
      return () => clearInterval(timer);
    };
    return kindOf(job('f', 100, { fails: true }), { now, every });
  });
  expect(trace).toFailWith('f failed');
  expect(trace).toLeaveNothing();
});
