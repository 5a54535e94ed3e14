import { again, eachCase, eachReason, expect, type Lab, observe, test, together } from '#lab';
import { bankOf } from './6-transfer.ts';

const BROKEN = new Error('the connection is broken');

const AT_ONCE = 'The two reads do not need each other, and neither do the two writes.';

const ONLY_RIVALS =
  'Only transfers with an account in common wait for each other, and each begins in the millisecond in which the one before it ends.';

const LOST =
  'A balance may be out of date when it is written: no other transfer may use the account between the read and the end of the write.';

const EACH_CALL =
  'Each call is a transfer of its own, also with the same accounts and amount, and needs the balances that the one before has written.';

const HELD = 'Is each account unlocked when its transfer has ended, also when that has rejected?';

const CIRCLE = { ifStuck: 'Has each of them locked an account that another one needs?' };

const TOO_MUCH =
  'The account has 100, and the amount is 101: when both reads have fulfilled, reject with an Error that has this message, and write nothing.';

const ENOUGH =
  "'b' has 100, for 70, 70 and 30: the second one of 70 is too much. Its balance decides when a transfer has both accounts for itself, and a failure is that of one transfer only.";

const EXACTLY = 'An amount that is exactly the balance when the transfer begins is enough.';

const PASS_ON =
  'The caller gets what `read` or `write` rejects with, whatever value it is, and nothing more is called after that.';

const FREE =
  "When the transfer between 'a' and 'b' has rejected, both are free: the two that wait begin in that millisecond. Does your code unlock after each kind of failure, and wake all that wait?";

const ALONE = 'A failure is that of one transfer only: the others go on one after another.';

const ITSELF =
  'It needs nothing: no read, no write and no lock. An account that is locked twice by one transfer waits for itself.';

const BANKS =
  'These are transfers of two banks. An account of the same name is another account there.';

const WAKE =
  'A transfer that waits for an account begins when that is free: a promise calls its handlers by itself.';

/** How long the bank takes to read an account, and to write it, in ms. Others take 7 and 13. */
const TAKES = new Map(Object.entries({ a: [7, 23], b: [11, 17], c: [13, 19], d: [5, 29] }));

const takes = (account: string) => {
  const [read = 7, write = 13] = TAKES.get(account) ?? [];
  return { read, write };
};

/** From, to, how much, and when it is called; the name of the call is 'a to b'. */
type Move = readonly [from: string, to: string, amount: number, at?: number];

type Failure = { failsWith: unknown } | { throws: unknown } | { hasFailed: unknown };

type Moves = string | readonly Move[];

/** `'a→b 30, b→a 5 at 3'`: the second is called at 3 ms; and at -3, 3 microtasks after a write of 'a'. */
const movesOf = (moves: Moves) => {
  if (typeof moves !== 'string') return moves;
  return moves.split(', ').map((one): Move => {
    const [from = '', to = '', amount, at = 0] = one.split(/→| at | /);
    return [from, to, Number(amount), Number(at)];
  });
};

interface Options {
  /** What the accounts have; 100 unless told. */
  balances?: Record<string, number>;
  /** How many banks there are: each of them has these accounts, and makes these transfers. */
  banks?: number;
  /** What goes wrong in the first transfer that begins at this ms or later: 'read a' or 'write b'. */
  failures?: Record<string, Failure>;
  since?: number;
  /** Which of the transfers reject, and at which ms. */
  failed?: Record<number, number>;
  /** The scene is the first transfer alone, and not what all of them said. */
  isFirstOnly?: boolean;
  ifStuck?: string;
}

/** A bank of its own, with accounts that are written when the write has ended. */
const open = ({ job, now }: Lab, has: Map<string, number>, options: Options) => {
  const { failures = {}, since = 0 } = options;
  const firstAt = new Map<string, number>();
  const begin = (kind: 'read' | 'write', account: string) => {
    if (!firstAt.has(kind) && now() >= since) firstAt.set(kind, now());
    const failure = firstAt.get(kind) === now() ? failures[`${kind} ${account}`] : undefined;
    if (failure && 'throws' in failure) throw failure.throws;
    if (failure && 'hasFailed' in failure) return Promise.reject(failure.hasFailed);
    return job<unknown>(`${kind} ${account}`, takes(account)[kind], failure)();
  };
  const onWrite: (() => void)[] = [];
  return {
    read: (account: string) => begin('read', account).then(() => has.get(account) as number),
    write: (account: string, balance: number) =>
      begin('write', account).then(() => {
        has.set(account, balance);
        if (account === 'a') for (const f of onWrite.splice(0)) f();
      }),
    onWrite,
  };
};

/** 'done'; or what the error says, if it is one that may come. */
const told = (call?: Promise<void>) => {
  const said = (error: unknown) => {
    if (error === BROKEN) return 'broken';
    if (error instanceof Error && error.message === 'not enough') return 'not enough';
    throw error;
  };
  return call?.then(() => 'done', said) ?? 'returned no promise';
};

/** When each of these begins and ends, if each waits for those before it with an account in common. */
const planOf = (moves: readonly Move[], { failed = {}, banks = 1 }: Options) => {
  const plan: Record<string, [number, number, { fails?: boolean }][]> = {};
  const freeAt = new Map<string, number>();
  const put = (name: string, start: number, end: number, fails = false) => {
    plan[name] = [...(plan[name] ?? []), ...Array(banks).fill([start, end, { fails }])];
  };
  for (const [i, [from, to, , at = 0]] of moves.entries()) {
    const both = from === to ? [] : [from, to];
    const start = Math.max(at, ...both.map((account) => freeAt.get(account) ?? 0));
    const read = Math.max(start, ...both.map((account) => start + takes(account).read));
    const written = Math.max(read, ...both.map((account) => read + takes(account).write));
    const end = failed[i] ?? written;
    put(`${from} to ${to}`, at, end, i in failed);
    for (const account of both) {
      freeAt.set(account, end);
      if (end > start) put(`read ${account}`, start, start + takes(account).read);
      if (end > read) put(`write ${account}`, read, read + takes(account).write);
    }
  }
  return plan;
};

/** What the accounts have at first, in the order of their names. */
const startOf = (moves: readonly Move[], { balances }: Options) => {
  const names = new Set(moves.flatMap((move) => move.slice(0, 2) as string[]));
  return new Map([...names].sort().map((name) => [name, balances?.[name] ?? 100]));
};

/** Makes all of these transfers, and fulfils with what they said, and with the balances at the end. */
const moving = (all: Moves, options: Options = {}) => {
  const moves = movesOf(all);
  const { banks = 1, isFirstOnly, ifStuck = HELD } = options;
  return observe(
    (lab) => {
      const has = Array.from({ length: banks }, () => startOf(moves, options));
      const calls = has.flatMap((one) => {
        const bank = open(lab, one, options);
        const transfer = bankOf(bank);
        return moves.map(([from, to, amount, at = 0]) => {
          const make = () => lab.call(`${from} to ${to}`, () => transfer(from, to, amount));
          if (at === 0) return make();
          const wait = (f: () => void) => (at > 0 ? lab.at(at, f) : bank.onWrite.push(f));
          const later = async () => {
            await new Promise<void>(wait);
            for (let i = at; i < 0; i++) await null;
            return make();
          };
          return later();
        });
      });
      if (isFirstOnly) return calls[0];
      return Promise.all(calls.map(told)).then((said) => ({
        said: said.sort(),
        has: has.flatMap((one) => [...one.values()]),
      }));
    },
    // A scene may end before a job does. A timer has its own test.
    { mayLeave: ['work', 'timer'], plan: planOf(moves, options), ifStuck },
  );
};

/** They end when they would in the order of the calls, and each account has what is right. */
const check = async (all: Moves, because = LOST, options: Options = {}) => {
  const moves = movesOf(all);
  const { failed = {}, failures } = options;
  const failure = failures ? 'broken' : 'not enough';
  const said = moves.map((_, i) => (i in failed ? failure : 'done')).sort();
  const has = startOf(moves, options);
  for (const [from, to, amount] of moves.filter((_, i) => !(i in failed))) {
    has.set(from, (has.get(from) ?? 0) - amount);
    has.set(to, (has.get(to) ?? 0) + amount);
  }
  const trace = await moving(moves, options);
  expect(trace).toGive({ said, has: [...has.values()] }, because);
  const plan = Object.values(planOf(moves, options)).flat();
  expect(trace).toTake(Math.max(...plan.map(([, end]) => end)), ONLY_RIVALS);
  return trace;
};

/** 'b to a' is called while 'a to b' is running. */
const CROSSING = 'a→b 30, b→a 5 at 3, c→d 20 at 8';

/** One transfer from each of them to each other one. */
const pairsOf = (accounts: readonly string[]) =>
  accounts.flatMap((from) =>
    accounts.filter((to) => to !== from).map((to, i): Move => [from, to, i + 1]),
  );

const NAMES = {
  "The accounts are '', ' ' and 'x'.": ['', ' ', 'x'],
  "The accounts are 'X' and 'x'.": ['X', 'x'],
  "The accounts are 'a10' and 'a9'.": ['a10', 'a9'],
  "The accounts are '1' and '01'.": ['1', '01'],
  "The accounts are 'Aa' and 'BB', which have the same hash in Java.": ['Aa', 'BB'],
  "The accounts are '__proto__', 'constructor' and 'x'.": ['__proto__', 'constructor', 'x'],
  "The accounts are 'é' and 'e\\u0301', which look the same.": ['é', 'e\u0301'],
};

/** A transfer that has waited or not fails, two others wait, and two come while these are running. */
const afterAFailure = (text: string, ms: number, options: Options = {}, begins = 0) => {
  const before = begins > 0 ? 'g→a 1, ' : '';
  const [wait, come] = [begins + 1, begins + ms + 5];
  const others = `c→a 10 at ${wait}, d→b 20 at ${wait}, e→a 5 at ${come}, b→f 5 at ${come}`;
  const failed = { [before ? 1 : 0]: begins + ms };
  const moves = `${before}${text} at ${before ? 1 : 0}, ${others}`;
  return moving(moves, { ...options, failed, since: begins, ifStuck: FREE });
};

/** The ways in which a transfer between 'a' and 'b' can fail, and when it does. */
const FAILURES: Record<string, [failures: Record<string, Failure>, ms: number]> = {
  "'read b' rejects.": [{ 'read b': { failsWith: BROKEN } }, 11],
  "'write a' rejects.": [{ 'write a': { failsWith: BROKEN } }, 34],
  'Both reads throw.': [{ 'read a': { throws: BROKEN }, 'read b': { throws: BROKEN } }, 0],
  'Both writes throw.': [{ 'write a': { throws: BROKEN }, 'write b': { throws: BROKEN } }, 11],
};

test('reads both accounts, then writes both, and fulfils when both are written', async () => {
  const crossing = await moving(CROSSING);
  expect(await moving('a→d 30')).toRunAsPlanned(AT_ONCE);
  expect(crossing).toRunAsPlanned(ONLY_RIVALS);
  expect(crossing).toGive({ said: ['done', 'done', 'done'], has: [75, 125, 80, 120] }, LOST);
});

test('runs transfers without an account in common at the same time', async () => {
  const accounts = new Set([...Object.values(NAMES).flat(), '1,01', ...'abcdefghijklmnopqrst']);
  const scenes: Moves[] = [
    'd→c 20, a→b 30',
    // Two that have waited for the same one.
    'a→b 30, a→c 10 at 1, b→d 20 at 3',
    // One that comes when the first one has ended.
    'a→b 30, b→c 20 at 3, a→d 10 at 37',
    [...accounts].map((name) => [name, `to ${name}`, 30]),
  ];
  for (const moves of scenes) expect(await moving(moves)).toRunAsPlanned(ONLY_RIVALS);
});

test('runs transfers with an account in common one after another, so no balance is overwritten', async () => {
  for (const pair of ['a→c 30, d→c 5', 'd→c 5, a→c 30']) await check(pair);
  await check(Array(33).fill(['a', 'b', 3]), EACH_CALL);
  // Others come while those that have waited are running.
  await check('a→b 1, a→c 2 at 29, a→d 3 at 58, a→b 4 at 87');
  await check('b→a 1, c→a 2 at 29, d→a 3 at 58, b→a 4 at 87');
  for (let n = 1; n <= 15; n++) await check(`a→b 30, d→a 20, c→a 5 at -${n}`);
  const banks = await moving('a→b 30, b→c 10', { banks: 2 });
  expect(banks).toGive({ said: Array(4).fill('done'), has: [70, 120, 110, 70, 120, 110] }, BANKS);
});

test('comes to an end with all transfers, whatever accounts they need', async () => {
  const rings = [
    'a→b 1, b→a 1',
    'a→c 1, b→a 1, c→b 1',
    'c→b 1, b→a 1, a→c 1',
    // Both wait for 'a', and 'c' is free meanwhile.
    'a→b 30, a→c 10 at 1, c→a 5 at 3',
  ];
  for (const moves of rings) await check(moves, LOST, CIRCLE);
  const given = { said: Array(12).fill('done'), has: [97, 99, 101, 103] };
  for (const moves of [pairsOf([...'abcd']), pairsOf([...'abcd']).toReversed()])
    expect(await moving(moves, CIRCLE)).toGive(given, LOST);
  await eachCase(NAMES, async (accounts) => {
    await check(pairsOf(accounts), LOST, CIRCLE);
  });
});

test("rejects with 'not enough' when the account has less than the amount", async () => {
  for (const poor of ['b→a 101', 'a→b 101']) {
    expect(await moving(poor, { isFirstOnly: true })).toFailWith('not enough', 11, TOO_MUCH);
    expect(await moving(poor, { failed: { 0: 11 }, balances: { a: 0, b: 0 } })).toRunAsPlanned();
  }
  await check('b→a 50, a→c 50 at 3', EXACTLY, { balances: { a: 0 } });
  await check('b→a 70, b→a 70, b→c 30', ENOUGH, { failed: { 1: 34 + 11 } });
  await check('a→b 100, a→c 10 at 1', EXACTLY, { balances: { b: 0 }, failed: { 1: 34 + 13 } });
});

test('rejects with the same reason when a read or a write rejects or throws', async () => {
  const failing = (failures: Record<string, Failure>) =>
    moving('a→b 30', { failures, isFirstOnly: true });
  for (const [name, ms] of [['read a'], ['read b', 11], ['write a', 34], ['write b']] as const)
    await eachReason([name], async ({ [name]: reason }) => {
      expect(await failing({ [name]: { failsWith: reason } })).toRejectWith(reason, ms, PASS_ON);
    });
  for (const kind of ['read', 'write'] as const) {
    const twice = async (failure: Failure, reason: unknown) => {
      const trace = await failing({ [`${kind} a`]: failure, [`${kind} b`]: failure });
      expect(trace).toRejectWith(reason, kind === 'read' ? 0 : 11, PASS_ON);
    };
    await eachReason([kind], ({ [kind]: reason }) => twice({ hasFailed: reason }, reason));
    await eachReason([kind], ({ [kind]: reason }) => twice({ throws: reason }, reason), 'throws');
  }
});

test('leaves both accounts free when it has rejected', async () => {
  const options = { failed: { 0: 11 }, ifStuck: FREE };
  await check('b→a 101, a→c 10 at 1, a→d 20 at 2, b→a 5 at 3', ALONE, options);
  const failing = { ...options, failures: { 'read b': { failsWith: BROKEN } } };
  await check('b→a 30, b→c 10 at 1, b→d 20 at 2, b→a 5 at 3', ALONE, failing);
  for (const way of ['b→a', 'a→b'])
    for (const begins of [0, 30]) {
      expect(await afterAFailure(`${way} 150`, 11, {}, begins)).toRunAsPlanned(FREE);
      await eachCase(FAILURES, async ([failures, ms]) => {
        expect(await afterAFailure(`${way} 30`, ms, { failures }, begins)).toRunAsPlanned(FREE);
      });
    }
  // The read of 'b' is still running when that of 'a' rejects.
  const early = { ...options, failures: { 'read a': { failsWith: BROKEN } } };
  for (const amount of [30, 101]) await check(`b→a ${amount}, c→d 10 at 90`, PASS_ON, early);
});

test('does nothing when both accounts are the same', async () => {
  const meanwhile = 'a→b 30, a→a 5 at 3, b→b 1000 at 13, a→c 10 at 17';
  for (const moves of ['a→a 1000, → 5', meanwhile]) {
    const trace = await check(moves, ITSELF, { ifStuck: ITSELF });
    expect(trace).toRunAsPlanned(ITSELF);
    if (moves !== meanwhile) expect(trace).toSetTimers(0, WAKE);
  }
});

test('keeps the transfers of two banks apart', async () => {
  for (const twice of [again, together])
    await twice(
      () => moving('a→b 30', { banks: 2 }),
      (trace) => {
        expect(trace).toRunAsPlanned(BANKS);
        expect(trace).toGive({ said: ['done', 'done'], has: [70, 130, 70, 130] }, BANKS);
      },
    );
});

test('sets no timer', async () => {
  const failures = { 'read b': { failsWith: BROKEN } };
  const failing = await afterAFailure('a→b 30', 11, { failures });
  for (const trace of [await moving(CROSSING), failing]) expect(trace).toSetTimers(0, WAKE);
});
