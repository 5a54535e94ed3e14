import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Lab, observe, test } from '#lab';
import { glyphs } from '../../text/glyphs.ts';
import { picturesOf } from '../picture/picture.ts';
import { drawSvg } from '../picture/svg.ts';
import { drawText } from '../picture/text.ts';
import { currentClock } from './run-context.ts';

const UNICODE = glyphs({ LC_ALL: 'C.UTF-8' }, 'linux');
const ASCII = glyphs({ LC_ALL: 'C' }, 'linux');

type Kitchen = ReturnType<Lab['kitchen']>;

async function stew(k: Kitchen): Promise<void> {
  k.stir(2);
  await k.simmer(100);
  k.stir(2);
}

async function sushi(k: Kitchen): Promise<void> {
  k.slice(50);
}

type Dish = typeof stew;

const atOnce = (...dishes: Dish[]) =>
  observe(({ kitchen }) => {
    const k = kitchen();
    return Promise.all(dishes.map((dish) => dish(k)));
  });

const inTurn = (...dishes: Dish[]) =>
  observe(async ({ kitchen }) => {
    const k = kitchen();
    for (const dish of dishes) await dish(k);
  });

test.for([
  ['one stew', 104, [stew]],
  ['three stews', 108, [stew, stew, stew]],
  ['one sushi', 50, [sushi]],
  ['three sushi', 150, [sushi, sushi, sushi]],
  ['three stews and a sushi', 108, [stew, stew, stew, sushi]],
  ['three stews and two sushi', 112, [stew, stew, stew, sushi, sushi]],
  ['sushi first', 158, [sushi, stew, stew, stew]],
] as const)('%s: %i ms', async ([, ms, dishes]) => {
  expect(await atOnce(...dishes)).toTake(ms);
});

test('all in turn: 362 ms', async () => {
  expect(await inTurn(stew, stew, stew, sushi)).toTake(362);
});

test('no timer fires while the CPU is busy; those that came due fire late, in their order', async () => {
  const trace = await observe(async ({ burn, log }) => {
    setTimeout(() => log('due at 30'), 30);
    setTimeout(() => log('due at 10'), 10);
    setTimeout(() => log('due at 60'), 60);
    const nap = wait(20).then(() => log('due at 20'));
    burn(50);
    log('burnt');
    await nap;
    await wait(50);
  });
  expect(trace).toLog(
    [50, 'burnt'],
    [50, 'due at 10'],
    [50, 'due at 20'],
    [50, 'due at 30'],
    [60, 'due at 60'],
  );
});

test('what burns in a timer makes the next one late too, and microtasks come between the two', async () => {
  const trace = await observe(async ({ burn, log }) => {
    setTimeout(() => {
      log('first');
      queueMicrotask(() => log('microtask'));
      burn(20);
    }, 10);
    setTimeout(() => log('second'), 12);
    await wait(40);
  });
  expect(trace).toLog([10, 'first'], [30, 'microtask'], [30, 'second']);
  expect(trace.silences).toEqual([[10, 30]]);
});

test('a timer counts from when it is set, and an interval makes up for nothing', async () => {
  const trace = await observe(async ({ burn, log }) => {
    const interval = setInterval(() => log('interval'), 10);
    burn(35);
    setTimeout(() => log('set at 35'), 5);
    await wait(25);
    clearInterval(interval);
  });
  expect(trace).toLog([35, 'interval'], [40, 'set at 35'], [45, 'interval'], [55, 'interval']);
});

test('what comes due while a timer burns waits for the immediates, as in Node', async () => {
  const trace = await observe(async ({ burn, log }) => {
    setTimeout(() => log('due at 20'), 20);
    setTimeout(() => log('due at 15'), 15);
    setTimeout(() => {
      setImmediate(() => log('immediate'));
      burn(20);
    }, 10);
    await wait(40);
  });
  expect(trace).toLog([30, 'immediate'], [30, 'due at 15'], [30, 'due at 20']);
});

test('those that are late together fire together, and then the immediates', async () => {
  const trace = await observe(async ({ burn, log }) => {
    setTimeout(() => burn(20), 10);
    setTimeout(() => {
      log('due at 15');
      setImmediate(() => log('immediate'));
    }, 15);
    setTimeout(() => log('due at 20'), 20);
    await wait(40);
  });
  expect(trace).toLog([30, 'due at 15'], [30, 'due at 20'], [30, 'immediate']);
});

test('a timer that has come due in the call goes before an immediate, as in Node', async () => {
  const trace = await observe(async ({ burn, log }) => {
    setImmediate(() => log('immediate'));
    setTimeout(() => log('timer'), 5);
    burn(6);
    await wait(10);
  });
  expect(trace).toLog([6, 'timer'], [6, 'immediate']);
});

test('every clock that can be read moves with it', async () => {
  const trace = await observe(({ burn, now }) => {
    const before = [Date.now(), performance.now(), Number(process.hrtime.bigint()) / 1e6, now()];
    burn(40);
    const after = [Date.now(), performance.now(), Number(process.hrtime.bigint()) / 1e6, now()];
    return after.map((time, i) => time - (before[i] as number));
  });
  expect(trace).toGive([40, 40, 40, 40]);
});

test('what Node tells of a busy thread is told of the virtual one', async () => {
  const trace = await observe(async ({ burn, sleep }) => {
    const before = performance.eventLoopUtilization();
    const used = process.cpuUsage();
    burn(30);
    await sleep(90);
    const { active, idle, utilization } = performance.eventLoopUtilization(before);
    return { active, idle, utilization, used: process.cpuUsage(used).user };
  });
  expect(trace).toGive({ active: 30, idle: 90, utilization: 0.25, used: 30_000 });
  const other = await observe(() => monitorEventLoopDelay());
  expect(other.outcome.kind).toBe('failed');
});

test('a clock that is read often has not stood still while the CPU was busy', async () => {
  const trace = await observe(({ burn }) => {
    for (let item = 0; item < 200; item++) {
      for (let read = 0; read < 1000; read++) performance.now();
      burn(1);
    }
    return performance.now();
  });
  expect(trace).toGive(200);
});

test('a heartbeat holds nothing up, and shows a deadlock all the same', async () => {
  const trace = await observe(({ heartbeat }) => {
    heartbeat(10);
    return new Promise(() => {});
  });
  expect(trace.outcome.kind).toBe('deadlock');
  const other = await observe(async ({ heartbeat, sleep }) => {
    heartbeat(10);
    await sleep(25);
  });
  expect(other).toTake(25);
  expect(other.spans.filter(({ kind }) => kind === 'beat').map(({ end }) => end?.at)).toEqual([
    10, 20,
  ]);
});

/** Sliced for so long that the stew is ready at 102 ms, and nobody has a hand for it before 122 ms. */
const late = () =>
  observe(async ({ kitchen, heartbeat, at }) => {
    heartbeat(20);
    at(70, () => {}, 'guests');
    setTimeout(() => {}, 60);
    const k = kitchen();
    const pot = stew(k);
    await wait(40);
    k.slice(80);
    await pot;
  });

test('burnt time, waiting time and lateness look different', async () => {
  expect(
    drawText(picturesOf(await late()), UNICODE),
  ).toBe(`  yours  stir       █                                          █
         simmer      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━░░░░░░░
         heartbeat         ╹      ╹      ░░░░░░░░░░░░░░░░░░░░░░╹
         slice                     ████████████████████████████
         setTimeout                      ░░░░░░░░░░░░░░░░░░░░░░╹
                                            guests (due at 70)╵
                    0      20     40     60                     124 ms

         █ computes   ━ waits   ░ ready, but the thread is blocked`);
});

test('and in plain ASCII', async () => {
  expect(
    drawText(picturesOf(await late()), ASCII),
  ).toBe(`  yours  stir       #                                          #
         simmer      ===================================.......
         heartbeat         |      |      ......................|
         slice                     ############################
         setTimeout                      ......................|
                                            guests (due at 70)'
                    0      20     40     60                     124 ms

         # computes   = waits   . ready, but the thread is blocked`);
});

test('and as SVG', async () => {
  const svg = drawSvg(picturesOf(await late()));
  expect(svg).toContain('<title>42 to 122 ms, ended</title><rect class="burn"');
  expect(svg).toMatch(
    /<title>2 to 122 ms, ended, ready at 102 ms<\/title><rect class="wait".*?<rect class="late"/,
  );
  expect(svg).toMatch(
    /<title>60 to 122 ms, ended, ready at 60 ms<\/title><rect class="late".*?<path class="beat"/,
  );
  for (const words of ['computes', 'waits', 'ready, but the thread is blocked'])
    expect(svg).toContain(`>${words}</text>`);
});

test('where nothing computes and nothing is late, no sign needs to be explained', async () => {
  const trace = await observe(({ job }) => job('a', 10)());
  expect(drawText(picturesOf(trace), UNICODE)).not.toContain('waits');
});

test('where readings take time, a loop that reads the clock computes until it has moved', async () => {
  const trace = await observe(async ({ now, log }) => {
    const clock = currentClock();
    if (clock) clock.readingBurns = true;
    const end = Date.now() + 50;
    while (Date.now() < end);
    log(`computed until ${now()}`);
    await wait(30);
    log(`waited until ${now()}`);
  });
  expect(trace.marks.map(({ line }) => line)).toEqual(['computed until 50', 'waited until 80']);
  expect(trace.silences).toEqual([[0, 50]]);
});
