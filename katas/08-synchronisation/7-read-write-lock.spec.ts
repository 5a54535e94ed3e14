import {
  again,
  eachCase,
  eachMoment,
  eachReason,
  eachValue,
  expect,
  type Later,
  observe,
  type Plan,
  type Trace,
  test,
  together,
} from '#lab';
import { ReadWriteLock } from './7-read-write-lock.ts';

/** A scene may end before a job does. A timer has its own test. */
const mayLeave: ['work', 'timer'] = ['work', 'timer'];

const BROKEN = new Error('the connection is broken');

const LOST = new Error('the file is lost');

const WAITS =
  'A write waits for all calls that were made before it. A read waits for each write that was made before it, also while that write waits, and for no other read.';

const IN_LINE =
  'All calls stand in one line, and the first in the line is the next to start. If it is a read, the reads behind it start with it, up to the next write.';

const STUCK =
  'A call that waits has to start when the calls before it have ended, however they have ended.';

const ITS_OWN = 'A call settles when its own work does.';

const FREE =
  'Work that has rejected has ended, and so has an `f` that has thrown: count that end, exactly once. The others have nothing to do with that.';

const EACH = 'Each call stands in the line, and calls its function, whatever function it gets.';

const INSIDE = 'A call that is made inside of an `f` stands in the line as any other call does.';

const AT_ONCE =
  'An end has to decide in one step which calls are next, and count them as in flight. Until a call that is woken counts itself, a newcomer finds the lock free.';

const APART = 'Each lock has its own line, and its own calls in flight.';

const NO_TIMER = 'The end of a call can start the next ones itself, and needs no timer.';

type Mode = 'read' | 'write';

/** A call: when it is made (at 0 unless told), and how its work goes. Its name begins with `read` or `write`. */
interface Asked {
  at?: number;
  /** 0: its function throws, or returns a promise that has already settled. */
  takes: number;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** It uses a second lock. */
  isApart?: boolean;
  /** It has a row of its own, from the call to its end. */
  isDrawn?: boolean;
}

type Calls = Readonly<Record<string, Asked>>;

/** Its own failure is no news. Another one is a bug in the code, and gets out. */
const quietly =
  ({ failsWith, throws }: Pick<Asked, 'failsWith' | 'throws'>) =>
  (error: unknown) =>
    error === (throws ?? failsWith) ? 'rejected' : Promise.reject(error);

const modeOf = (name: string): Mode => (name.startsWith('write') ? 'write' : 'read');

/** `'read a 31, write b throws at 5'`: a read whose work takes 31 ms, and a write that throws and is called at 5 ms. */
const callsOf = (text: string, isDrawn = false): Calls =>
  Object.fromEntries(
    text.split(', ').map((one) => {
      const [, name = '', takes = 0, how, at = 0] =
        one.match(/^(\w+ \w+)(?: (\d+))?(?: (rejects|throws))?(?: at (\d+))?$/) ?? [];
      const fails = { rejects: { failsWith: BROKEN }, throws: { throws: LOST } }[how ?? ''];
      return [name, { takes: Number(takes), at: Number(at), isDrawn, ...fails }];
    }),
  );

/** When each work starts and ends: a read waits for the writes before it, a write for all. */
const planOf = (calls: Calls): Plan => {
  const ends = { here: { read: 0, write: 0 }, apart: { read: 0, write: 0 } };
  const plans = Object.entries(calls).map(([name, { at = 0, takes, ...how }]) => {
    const end = ends[how.isApart ? 'apart' : 'here'];
    const start = Math.max(at, end.write, modeOf(name) === 'write' ? end.read : 0);
    end[modeOf(name)] = Math.max(end[modeOf(name)], start + takes);
    const fails = 'failsWith' in how || 'throws' in how;
    return {
      ...(how.isDrawn && { [`call ${name}`]: [at, start + takes, { fails }] }),
      ...(takes > 0 && { [name]: [start, start + takes] }),
    };
  });
  return Object.assign({}, ...plans);
};

/** Makes all of these calls. Waits for the call `of`; otherwise for all, and what they settle with is not asked. */
const calling = (calls: Calls, of?: string) =>
  observe(
    ({ at, call, job }) => {
      const [lock, other] = [new ReadWriteLock(), new ReadWriteLock()];
      const made = Object.entries(calls).map(([name, { at: ms = 0, takes, ...how }]) => {
        const work = takes > 0 && job<unknown>(name, takes, how);
        let isCalled = false;
        const f = () => {
          if (work) return work();
          if (isCalled) throw new Error('the same call has called f a second time');
          isCalled = true;
          if ('throws' in how) throw how.throws;
          return 'failsWith' in how ? Promise.reject(how.failsWith) : Promise.resolve(how.gives);
        };
        const make = () => (how.isApart ? other : lock)[modeOf(name)](f);
        const begin = () => (how.isDrawn ? call(`call ${name}`, make) : make());
        return ms > 0 ? new Promise<void>((resolve) => at(ms, resolve)).then(begin) : begin();
      });
      if (of) {
        for (const one of made) one.catch(() => {});
        return made[Object.keys(calls).indexOf(of)]?.then((value) => ({ fulfilled: value }));
      }
      return Promise.all(
        Object.values(calls).map((how, i) => made[i]?.then(() => 'fulfilled', quietly(how))),
      );
    },
    { mayLeave, plan: planOf(calls), ifStuck: calls === BESIDE ? APART : STUCK },
  );

/** Two read a timetable, and two come while it waits to be written. */
const TIMETABLE: Calls = {
  'read a': { takes: 31 },
  'read b': { takes: 13, at: 5 },
  'write c': { takes: 11, at: 11, isDrawn: true },
  'read d': { takes: 17, at: 19, isDrawn: true },
  'read e': { takes: 7, at: 23, isDrawn: true },
};

/** So many reads at once. */
const crowd = (count: number): Calls =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`read ${i + 1}`, { takes: 13 }]));

/** Reads that end in another order than they start, and writes. */
const WRITES: Record<string, Calls> = {
  'When the read that starts first ends last:': callsOf(
    'read a 31, read b 7 at 5, write c 11 at 9',
  ),
  'When the read that starts last ends last:': callsOf('read a 7, read b 31 at 5, write c 11 at 9'),
  'When the second of three reads ends last:': callsOf(
    'read a 7, read b 41 at 3, read c 5 at 4, write d 11 at 6, write e 3 at 53',
  ),
  'When only writes come:': callsOf('write a 17, write b 5 at 3, write c 11 at 7, write d 3 at 33'),
};

/** Each call comes before the one before it has ended, and one of them is of the other mode. */
const STREAMS: Record<string, Calls> = {
  'When a new read comes every 7 ms, and takes 11 ms:': callsOf(
    'read a 11, read b 11 at 7, write c 13 at 9, read d 11 at 14, read e 11 at 21, read f 11 at 28, read g 11 at 35',
  ),
  'When a new write comes every 7 ms, and takes 11 ms:': callsOf(
    'write a 11, write b 11 at 7, read c 13 at 9, write d 11 at 14, write e 11 at 21, write f 11 at 28',
  ),
};

/** Some come while others wait, and some when all have ended. */
const LATER = callsOf(
  'write a 31, read b 11, read c 17, write d 23, read e 13, write f 7 at 5, write g 3 at 5, read h 41 at 43, read i 5 at 47, read j 19 at 199, write k 3 at 211, read l 43 at 307, write m 5 at 311, read n 2 at 313',
);

/** `LATER`, beside calls that use another lock, which are made at the same time. */
const BESIDE: Calls = Object.fromEntries(
  Object.entries(LATER).flatMap(([name, how]) => [
    [name, how],
    [`${name} apart`, { ...how, takes: how.takes + 2, isApart: true }],
  ]),
);

/** Reads in the line that come at once, or one by one, more of them than ten. */
const NEIGHBOURS: Record<string, Calls> = {
  'When three reads come one after another while a write is in flight:': callsOf(
    'write a 31, read b 17 at 5, read c 7 at 11, read d 13 at 19',
  ),
  'When two reads wait, then a write, then two reads:': callsOf(
    'write a 13, read b 17, read c 11, write d 5, read e 7, read f 19',
  ),
  'When 13 reads wait:': { 'write a': { takes: 7 }, ...crowd(13), 'write b': { takes: 5 } },
};

/** So many calls at once, of both modes. Most of them reject or throw. */
const failing = (count: number): Calls =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const takes = i % 5 === 0 ? 3 + (i % 7) : 0;
      const how = takes > 0 || i % 3 === 0 ? { failsWith: BROKEN } : { throws: BROKEN };
      return [`${i % 4 === 1 ? 'write' : 'read'} no. ${i + 1}`, { takes, ...how }];
    }),
  );

/** Some wait and some are in flight when one settles, in each way. */
const COMPANY = callsOf(
  'write a 13, write b 11 rejects, read c 7, read d 5 rejects, read e throws, read f 19, write g 3 rejects, write h throws, read i 23, read j 2, write k 17',
  true,
);

/** The new call comes when the work of 'a' has ended at 13 ms, or in a microtask after that. */
const newcomer = (later: Later, calls: Calls, mode: Mode) =>
  observe(
    ({ job }) => {
      const lock = new ReadWriteLock();
      return new Promise((resolve, reject) => {
        const ask = () => resolve(later(() => lock[mode](job(`${mode} new`, 17))));
        const made = Object.entries(calls).map(([name, { takes, ...how }]) => {
          const work = job(name, takes, how);
          const f = () => {
            const ended = takes > 0 && work();
            if (!ended) ask();
            else if (name.endsWith(' a')) ended.then(ask, ask);
            if (!ended) throw how.throws;
            return ended;
          };
          return lock[modeOf(name)](f).catch(quietly(how));
        });
        Promise.all(made).catch(reject);
      });
    },
    { mayLeave, plan: planOf({ ...calls, [`${mode} new`]: { at: 13, takes: 17 } }) },
  );

/** What waits when the work of 'a' ends at 13 ms. */
const WAITING = [
  'read a 13',
  'write a 13',
  'read a 13, read b 19',
  'read a 13, write b 17',
  'read a 13, read b 19, write c 17',
  'write a 13, read b 17, read c 11',
  'write a 13, write b 17, read c 11',
];

/** The same, when that call fails. */
const WAITING_FOR_A_FAILURE = [
  'read a 13 rejects, write b 17',
  'write a 13 rejects, read b 17, write c 11',
  'write x 13, read a throws, write b 17',
  'read x 13, write a throws, read b 17, write c 11',
];

/** Calls that get the very same function. Its work takes another time at each call. */
const theSame = () =>
  observe(
    ({ job }) => {
      const lock = new ReadWriteLock();
      let times = 0;
      const f = () => {
        const gives = `A${++times}`;
        return job('a', 10 + times, { gives })();
      };
      const [first, b, c] = [lock.write(f), lock.read(f), lock.read(f)];
      const reads = Promise.all([b, c]).then((values) => values.sort().join());
      return Promise.all([first, reads, lock.read(job('b', 11)), lock.write(f), lock.write(f)]);
    },
    {
      mayLeave,
      plan: {
        a: [
          [0, 11],
          [11, 23],
          [11, 24],
          [24, 38],
          [38, 53],
        ],
        b: [11, 22],
      },
    },
  );

/** The function of 'a' makes the call of 'b', and does not wait for it. A write may be waiting already. */
const inside = (a: string, b: string, after: number, waiting = '') =>
  observe(
    ({ at, job }) =>
      new Promise((resolve, reject) => {
        const lock = new ReadWriteLock();
        const f = async () => {
          if (after > 0) await job('begin', after)();
          lock[modeOf(b)](job(b, 17)).then(resolve, reject);
          await job(a, 31 - after)();
        };
        lock[modeOf(a)](f).catch(reject);
        if (waiting) at(3, () => void lock.write(job('write w', 5)).catch(reject));
      }),
    {
      mayLeave,
      plan: {
        ...(after > 0 && { begin: [0, after] }),
        ...planOf(callsOf(`${a} 31${waiting}, ${b} 17 at ${after}`)),
        [a]: [after, 31],
      },
    },
  );

/** A call that waits, of each mode. If its work takes no time, also a call that does not wait. */
const each = async (how: Asked, check: (trace: Trace, ms: number) => void) => {
  for (const [a, b] of [
    ['write a', 'read b'],
    ['read a', 'write b'],
  ] as const) {
    const calls = { [b]: { ...how, isDrawn: true } };
    if (how.takes === 0) check(await calling(calls, b), 0);
    check(await calling({ [a]: { takes: 13 }, ...calls }, b), 13 + how.takes);
  }
};

/** A call comes in each of the first microtasks after the end of another one. */
const comesLater = async (scenes: readonly string[]) => {
  for (const calls of scenes)
    for (const mode of ['read', 'write'] as const)
      await eachMoment(`a ${mode} is called`, "the end of the work of 'a'", async (later) =>
        expect(await newcomer(later, callsOf(calls), mode)).toRunAsPlanned(AT_ONCE),
      );
};

test('read calls f once, when each earlier write has ended, beside any number of reads', async () => {
  for (const calls of [TIMETABLE, ...[1, 2, 137].map(crowd)])
    expect(await calling(calls)).toRunAsPlanned(WAITS);
});

test('write calls f once, when each earlier call has ended', () =>
  eachCase(WRITES, async (calls) => expect(await calling(calls)).toRunAsPlanned(WAITS)));

test('lets no call overtake one that waits', async () => {
  await eachCase(STREAMS, async (calls) => expect(await calling(calls)).toRunAsPlanned(IN_LINE));
  expect(await calling(LATER)).toRunAsPlanned(IN_LINE);
});

test('starts reads that wait one behind the other in the same millisecond', () =>
  eachCase(NEIGHBOURS, async (calls) => expect(await calling(calls)).toRunAsPlanned(IN_LINE)));

test('makes each call wait, also for the same f, and inside of an f', async () => {
  const trace = await theSame();
  expect(trace).toRunAsPlanned(EACH);
  expect(trace).toGive(
    ['A1', 'A2,A3', 'B', 'A4', 'A5'],
    'Each call fulfils with the value of its own work: of `read` and of `write`.',
  );
  for (const a of ['read a', 'write a'])
    for (const b of ['read b', 'write b']) {
      for (const after of [0, 7]) expect(await inside(a, b, after)).toRunAsPlanned(INSIDE);
      expect(await inside(a, b, 7, ', write w 5 at 3')).toRunAsPlanned(INSIDE);
    }
});

test('does so for a call in whatever microtask it comes', () => comesLater(WAITING));

test('fulfils with the value of its work, whatever value it is', async () => {
  await eachValue(['b'], async ({ b }) => {
    for (const takes of [17, 0])
      await each({ takes, gives: b }, (trace) => {
        expect(trace).toGive(
          { fulfilled: b },
          'Work may fulfil with any value, also with one that is falsy, or an Error.',
        );
        expect(trace).toRunAsPlanned(ITS_OWN);
      });
  });
});

test('rejects with the same reason when its work rejects, or f throws', async () => {
  for (const takes of [17, 0])
    await eachReason(['b'], ({ b }) =>
      each({ takes, failsWith: b }, (trace, ms) => expect(trace).toRejectWith(b, ms, ITS_OWN)),
    );
  await eachReason(
    ['b'],
    ({ b }) =>
      each({ takes: 0, throws: b }, (trace, ms) => expect(trace).toRejectWith(b, ms, ITS_OWN)),
    'throws',
  );
});

test('goes on with the others when work rejects, or f throws', async () => {
  for (const end of ['13 rejects', 'rejects', 'throws'])
    for (const text of [
      `write a ${end}, read b 11`,
      `read a ${end}, write b 11`,
      `read x 7, write a ${end}, read b 11`,
      `write x 7, read a ${end}, write b 11`,
      `read x 29, read a ${end}, write b 11`,
      `write x 7, write a ${end}, write b 11, write c 5, read d 3`,
    ]) {
      const calls = callsOf(text, true);
      const of = Object.keys(calls).at(-1) ?? '';
      const trace = await calling(calls, of);
      expect(trace).toGive({ fulfilled: of.toUpperCase() }, FREE);
      expect(trace).toRunAsPlanned(FREE);
    }
  await comesLater(WAITING_FOR_A_FAILURE);
  const late = { at: 997, takes: 5 };
  expect(await calling({ ...failing(41), 'write x': late, 'read y': late })).toRunAsPlanned(FREE);
});

test('settles when its work does, also while others wait or are in flight', async () => {
  const trace = await calling(COMPANY);
  expect(trace).toRunAsPlanned(ITS_OWN);
  const ends = Object.values(COMPANY).map(({ throws, failsWith }) =>
    throws || failsWith ? 'rejected' : 'fulfilled',
  );
  expect(trace).toGive(ends, ITS_OWN);
  expect(trace).toSetTimers(0, NO_TIMER);
});

test('is a lock of its own, and works as at the beginning when all calls have ended', async () => {
  expect(await calling(BESIDE)).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(
      () => calling(LATER),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
});

test('sets no timer', async () => {
  expect(await calling(LATER)).toSetTimers(0, NO_TIMER);
});
