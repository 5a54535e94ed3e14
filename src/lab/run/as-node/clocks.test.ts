/**
 * Every way to read a clock tells the time of the run, as in Node all of them tell one time. In bare Node it is
 * real, and passes a little between two readings.
 */
import * as vm from 'node:vm';
import { expect, observe, test } from '#lab';
import { testBothWays } from '../../../testing/both-ways.ts';

testBothWays({
  'all clocks go together': async ({ log, sleep, burn }) => {
    const near = (a: number, b: number) => (Math.abs(a - b) < 15 ? 'near' : `off by ${a - b}`);
    const elapsed = () => performance.now() - begun;
    const begun = performance.now();
    const date = Date.now();
    const uptime = process.uptime();
    await sleep(30);
    burn(20);
    log(near(Date.now() - date, elapsed()));
    log(near((process.uptime() - uptime) * 1000, elapsed()));
    log(near(performance.timeOrigin + performance.now(), Date.now()));
    log(near(performance.toJSON().timeOrigin, performance.timeOrigin));
    log(near(Date.parse(new Date().toISOString()), Date.now()));
    log(near(new (new Date().constructor as DateConstructor)().getTime(), Date.now()));
    log(near(performance.mark('here').startTime, performance.now()));
    const event = new Event('event');
    await sleep(20);
    log(near(performance.now() - event.timeStamp, 20));
    log(near(performance.measure('since', 'here').duration, 20));
    log(near(performance.measure('all', { start: begun }).duration, elapsed()));
    log(near(performance.measure('from the beginning').duration, performance.now()));
    log(near(performance.measure('given', { start: 5, duration: 30 }).duration, 30));
    log(near(performance.measure('between', { start: 5, end: 45 }).duration, 40));
  },
  'a date has whole ms, and performance.now() may have parts of one': ({ log, burn }) => {
    for (let i = 0; i < 4; i++) {
      burn(0.3);
      log(Number.isInteger(Date.now()));
    }
    log(Number.isInteger(performance.now()));
  },
  'a date is a Date': ({ log }) => {
    class Mine extends Date {}
    log(new Date().constructor === Date);
    log(Object.getPrototypeOf(new Date()) === Date.prototype);
    log(new Date() instanceof Date);
    log(Mine.prototype instanceof Date && new Mine() instanceof Date);
    log(Math.abs(new Mine().getTime() - Date.now()) < 15);
    log(Date.prototype.constructor.name);
  },
  'the day of a formatter': ({ log }) => {
    const formatter = new Intl.DateTimeFormat('en', { dateStyle: 'full' });
    log(formatter.format() === formatter.format(new Date()));
    log(formatter.format(0) === formatter.format(new Date(0)));
    const { format } = formatter;
    log(format === formatter.format);
    log([5].map(formatter.format)[0] === formatter.format(5));
    log(
      JSON.stringify(formatter.formatToParts()) ===
        JSON.stringify(formatter.formatToParts(new Date())),
    );
    log(new Date().toLocaleDateString('en') === new Intl.DateTimeFormat('en').format());
    try {
      log(Reflect.get(Intl.DateTimeFormat.prototype, 'format', {}));
    } catch (error) {
      log((error as Error).name);
    }
  },
});

test('a realm of its own has the time of the run, and real time outside', async () => {
  const read = () => [
    vm.runInNewContext('[Date.now(), +new Date()]'),
    vm.runInContext('[Date.now(), +new Date()]', vm.createContext({})),
  ];
  const trace = await observe(async ({ sleep }) => {
    await sleep(40);
    const isInstance = vm.runInNewContext(
      'new Date() instanceof Date && new Date().constructor === Date',
    );
    return [
      isInstance,
      read()
        .flat()
        .map((time) => time - Date.now()),
    ];
  });
  expect(trace).toGive([true, [0, 0, 0, 0]]);
  for (const time of read().flat()) expect(Math.abs(time - Date.now())).toBeLessThan(1000);
});

test('what measures real time by itself refuses', async () => {
  const trace = await observe(() => performance.timerify(() => {}));
  expect(trace.outcome).toMatchObject({
    error: new Error(
      'performance.timerify() measures real time, but the clock of a test is virtual. Measure with performance.now().',
    ),
  });
  expect(performance.timerify(() => 5)()).toBe(5);
});
