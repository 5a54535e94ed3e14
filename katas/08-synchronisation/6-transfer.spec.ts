import {
  again,
  eachCase,
  eachReason,
  expect,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { bankOf } from './6-transfer.ts';

const BROKEN = new Error('the connection is broken');

/** A scene may end before a job does. A timer has its own test. */
const mayLeave: ['work', 'timer'] = ['work', 'timer'];

const BOTH_AT_ONCE = 'The two reads do not need each other, and neither do the two writes.';

const ONLY_RIVALS =
  'Only transfers with an account in common wait for each other, and each begins in the millisecond in which the one before it ends.';

const LOST =
  'A balance may be out of date when it is written: no other transfer may use the account between the read and the end of the write.';

const EACH_CALL =
  'Each call is a transfer of its own, also with the same accounts and amount, and needs the balances that the one before has written.';

const HELD = 'Is each account unlocked when its transfer has ended, also when that has rejected?';

const CIRCLE = 'Has each of them locked an account that another one needs?';

const TOO_MUCH =
  'The account has 100, and the amount is 101: when both reads have fulfilled, reject with an Error that has this message, and write nothing.';

const ENOUGH =
  "'b' has 100, for 70, 70 and 30: the second one of 70 is too much. Its balance decides when a transfer has both accounts for itself, and a failure is that of one transfer only.";

const JUST = 'What is just there when the transfer has both accounts for itself is enough.';

const PASS_ON =
  'The caller gets what `read` or `write` rejects with, whatever value it is, and nothing more is called after that.';

const FREE =
  "When the transfer between 'a' and 'b' has rejected, both are free: the two that wait begin in that millisecond. Does your code unlock after each kind of failure, and wake all that wait?";

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

/** `'a→b 30, b→a 5 at 3'`: the second one is called at 3 ms. */
const transfers = (text: string) =>
  text.split(', ').map((one): Move => {
    const [from = '', to = '', amount, at = 0] = one.split(/→| at | /);
    return [from, to, Number(amount), Number(at)];
  });

interface Options {
  /** What the accounts have; 100 unless told. */
  balances?: Map<string, number>;
  /** How many banks there are: each of them has these accounts, and makes these transfers. */
  banks?: number;
  /** What goes wrong in the first transfer: 'read a' or 'write b'. */
  failures?: Record<string, Failure>;
  /** The scene is the first transfer alone, and not what all of them said. */
  isFirstOnly?: boolean;
  ifStuck?: string;
}

/** A bank of its own, with accounts that are written when the write has ended. */
const open = ({ job, now }: Lab, has: Map<string, number>, failures: Record<string, Failure>) => {
  const firstAt = new Map<string, number>();
  const begin = (kind: 'read' | 'write', account: string) => {
    if (!firstAt.has(kind)) firstAt.set(kind, now());
    const failure = firstAt.get(kind) === now() ? failures[`${kind} ${account}`] : undefined;
    if (failure && 'throws' in failure) throw failure.throws;
    if (failure && 'hasFailed' in failure) return Promise.reject(failure.hasFailed);
    return job<unknown>(`${kind} ${account}`, takes(account)[kind], failure)();
  };
  return {
    read: (account: string) => begin('read', account).then(() => has.get(account) as number),
    write: (account: string, balance: number) =>
      begin('write', account).then(() => void has.set(account, balance)),
  };
};

/** 'done'; or what the error says, if it is one that may come. */
const told = (call: Promise<void>) => {
  const said = (error: unknown) => {
    if (error === BROKEN) return 'broken';
    if (error instanceof Error && error.message === 'not enough') return 'not enough';
    throw error;
  };
  return call.then(() => 'done', said);
};

/** When each of these begins and ends, if each waits for those before it with an account in common. */
const planOf = (moves: readonly Move[], endOfFirst?: number) => {
  const plan: Record<string, [number, number, { fails?: boolean }][]> = {};
  const freeAt = new Map<string, number>();
  const put = (name: string, start: number, end: number, fails = false) => {
    plan[name] = [...(plan[name] ?? []), [start, end, { fails }]];
  };
  for (const [from, to, , at = 0] of moves) {
    const isFirst = endOfFirst !== undefined && Object.keys(plan).length === 0;
    const both = from === to ? [] : [from, to];
    const start = Math.max(at, ...both.map((account) => freeAt.get(account) ?? 0));
    const read = Math.max(start, ...both.map((account) => start + takes(account).read));
    const written = Math.max(read, ...both.map((account) => read + takes(account).write));
    const end = isFirst ? endOfFirst : written;
    put(`${from} to ${to}`, at, end, isFirst);
    for (const account of both) {
      freeAt.set(account, end);
      if (end > start) put(`read ${account}`, start, start + takes(account).read);
      if (end > read) put(`write ${account}`, read, read + takes(account).write);
    }
  }
  return plan;
};

/** Makes all of these transfers, and fulfils with what they said, and with the balances at the end. */
const moving = (moves: readonly Move[], options: Options = {}, plan = planOf(moves)) => {
  const { balances, banks = 1, failures = {}, isFirstOnly, ifStuck = HELD } = options;
  return observe(
    (lab) => {
      const names = [...new Set(moves.flatMap((move) => move.slice(0, 2) as string[]))].sort();
      const first = names.map((name) => [name, balances?.get(name) ?? 100] as const);
      const has = Array.from({ length: banks }, () => new Map(first));
      const calls = has.flatMap((one) => {
        const transfer = bankOf(open(lab, one, failures));
        return moves.map(([from, to, amount, at = 0]) => {
          const make = () => lab.call(`${from} to ${to}`, () => transfer(from, to, amount));
          return at > 0 ? new Promise<void>((resolve) => lab.at(at, resolve)).then(make) : make();
        });
      });
      if (isFirstOnly) return calls[0];
      const all = () => has.flatMap((one) => [...one.values()]);
      return Promise.all(calls.map(told)).then((said) => ({ said: said.sort(), has: all() }));
    },
    { mayLeave, plan, ifStuck },
  );
};

/** So many times 'done', and what the accounts have, in the order of their names. */
const done = (n: number, ...has: number[]) => ({ said: Array(n).fill('done'), has });

/** 'b to a' is called while 'a to b' is running. */
const crossing = () => moving(transfers('a→b 30, b→a 5 at 3, c→d 20 at 8'));

/** Each of them needs an account of the one before, and one of the next. */
const ring = (...accounts: string[]) => {
  const moves = accounts.map((from, i): Move => [from, accounts.at(i - 1) as string, 1]);
  return moving(moves, { ifStuck: CIRCLE });
};

const NAMES = {
  "The accounts are '', ' ' and 'x'.": ['', ' ', 'x'],
  "The accounts are 'X' and 'x'.": ['X', 'x'],
  "The accounts are 'a10' and 'a9'.": ['a10', 'a9'],
  "The accounts are '__proto__', 'constructor' and 'x'.": ['__proto__', 'constructor', 'x'],
  "The accounts are 'é' and 'e\\u0301', which look the same.": ['é', 'e\u0301'],
};

/** 'c to a' is called so many microtasks after the last write of 'a to b', for which 'd to a' has waited. */
const comingAtTheEnd = (microtasks: number) =>
  observe(
    async (lab) => {
      const has = new Map(['a', 'b', 'c', 'd'].map((name) => [name, 100]));
      const bank = open(lab, has, {});
      let late: Promise<void> | undefined;
      const come = async () => {
        for (let i = 0; i < microtasks; i++) await null;
        return lab.call('c to a', () => transfer('c', 'a', 5));
      };
      const transfer = bankOf({
        ...bank,
        write: (account, balance) => {
          const written = bank.write(account, balance);
          if (account === 'a') late ??= written.then(come);
          return written;
        },
      });
      const first = lab.call('a to b', () => transfer('a', 'b', 30));
      await Promise.all([first, lab.call('d to a', () => transfer('d', 'a', 20))]);
      await late;
      return [...has.values()];
    },
    { mayLeave },
  );

/** The first transfer fails at this ms, and others wait for its accounts. */
const afterAFailure = (first: string, ms: number, failures: Record<string, Failure> = {}) => {
  const moves = transfers(`${first}, a→c 10 at 1, b→d 20 at 2`);
  return moving(moves, { failures, ifStuck: FREE }, planOf(moves, ms));
};

/** The ways in which a transfer between 'a' and 'b' can fail, and when it does. */
const FAILURES: Record<string, [failures: Record<string, Failure>, ms: number]> = {
  "'read b' rejects.": [{ 'read b': { failsWith: BROKEN } }, 11],
  "'write a' rejects.": [{ 'write a': { failsWith: BROKEN } }, 34],
  'Both reads throw.': [{ 'read a': { throws: BROKEN }, 'read b': { throws: BROKEN } }, 0],
  'Both writes throw.': [{ 'write a': { throws: BROKEN }, 'write b': { throws: BROKEN } }, 11],
};

test('reads both accounts, then writes both, and fulfils when both are written', async () => {
  const trace = await crossing();
  expect(await moving(transfers('a→d 30'))).toRunAsPlanned(BOTH_AT_ONCE);
  expect(trace).toRunAsPlanned(ONLY_RIVALS);
  expect(trace).toGive(done(3, 75, 125, 80, 120), LOST);
});

test('runs transfers without an account in common at the same time', async () => {
  const scenes: Move[][] = [
    transfers('d→c 20, a→b 30'),
    // Two that have waited for the same one.
    transfers('a→b 30, a→c 10 at 1, b→d 20 at 3'),
    // One that comes when the first one has ended.
    transfers('a→b 30, b→c 20 at 3, a→d 10 at 37'),
  ];
  for (const moves of scenes) expect(await moving(moves)).toRunAsPlanned(ONLY_RIVALS);
  const many = Array.from({ length: 19 }, (_, i): Move => [`a${i}`, `b${i}`, 30]);
  expect(await moving(many)).toRunAsPlanned(ONLY_RIVALS);
});

test('runs transfers with an account in common one after another, so no balance is overwritten', async () => {
  const pair = transfers('a→c 30, d→c 5');
  for (const moves of [pair, pair.toReversed()]) {
    const trace = await moving(moves);
    expect(trace).toGive(done(2, 70, 135, 95), LOST);
    expect(trace).toTake(78, ONLY_RIVALS);
  }
  const same = await moving(Array.from({ length: 7 }, () => ['a', 'b', 10] as const));
  expect(same).toGive(done(7, 30, 170), EACH_CALL);
  expect(same).toTake(7 * 34, ONLY_RIVALS);
  const star = await moving(['b', 'c', 'd', 'b', 'c'].map((name, i) => ['a', name, i + 1, i]));
  expect(star).toGive(done(5, 85, 105, 107, 103), LOST);
  expect(star).toTake(34 + 36 + 36 + 34 + 36, ONLY_RIVALS);
  for (let microtasks = 0; microtasks < 13; microtasks++) {
    const trace = await comingAtTheEnd(microtasks);
    expect(trace).toGive([95, 130, 95, 80], LOST);
    expect(trace).toTake(34 + 36 + 36, ONLY_RIVALS);
  }
});

test('comes to an end with all transfers, whatever accounts they need', async () => {
  expect(await ring('a', 'b')).toTake(34 + 34, ONLY_RIVALS);
  expect(await ring('a', 'b', 'c')).toTake(34 + 32 + 36, ONLY_RIVALS);
  expect(await ring('c', 'b', 'a')).toTake(34 + 32 + 36, ONLY_RIVALS);
  // Both wait for 'a', and 'c' is free meanwhile.
  const meet = transfers('a→b 30, a→c 10 at 1, c→a 5 at 3');
  expect(await moving(meet, { ifStuck: CIRCLE })).toTake(34 + 36 + 36, ONLY_RIVALS);
  const pairs = [...'abcd'].flatMap((from) => [...'abcd'].map((to): Move => [from, to, 1]));
  const all = pairs.filter(([from, to]) => from !== to);
  for (const moves of [all, all.toReversed()]) {
    const trace = await moving(moves, { ifStuck: CIRCLE });
    expect(trace).toGive(done(12, 100, 100, 100, 100), LOST);
  }
  await eachCase(NAMES, async (accounts) => {
    const trace = await ring(...accounts);
    expect(trace).toGive(done(accounts.length, ...accounts.map(() => 100)), LOST);
    expect(trace).toTake(accounts.length * 20, ONLY_RIVALS);
  });
});

test("rejects with 'not enough' when the account has less than the amount", async () => {
  for (const poor of [transfers('b→a 101'), transfers('a→b 101')]) {
    expect(await moving(poor, { isFirstOnly: true })).toFailWith('not enough', 11, TOO_MUCH);
    expect(await moving(poor, {}, planOf(poor, 11))).toRunAsPlanned();
  }
  const last = await moving(transfers('a→b 100'), { balances: new Map([['b', 0]]) });
  expect(last).toGive(done(1, 0, 100), JUST);
  const three = await moving(transfers('b→a 70, b→a 70, b→c 30'));
  expect(three).toGive({ said: ['done', 'done', 'not enough'], has: [170, 0, 130] }, ENOUGH);
  expect(three).toTake(34 + 11 + 32, ONLY_RIVALS);
  const late = await moving(transfers('b→a 50, a→c 50 at 3'), { balances: new Map([['a', 0]]) });
  expect(late).toGive(done(2, 0, 50, 150), JUST);
});

test('rejects with the same reason when a read or a write rejects or throws', async () => {
  const failing = (failures: Record<string, Failure>) =>
    moving(transfers('a→b 30'), { failures, isFirstOnly: true });
  for (const [name, ms] of [['read a'], ['read b', 11], ['write a', 34], ['write b']] as const)
    await eachReason([name], async ({ [name]: reason }) => {
      expect(await failing({ [name]: { failsWith: reason } })).toRejectWith(reason, ms, PASS_ON);
    });
  const twice = (kind: string, failure: Failure) =>
    failing({ [`${kind} a`]: failure, [`${kind} b`]: failure });
  for (const kind of ['read', 'write'] as const) {
    const ms = kind === 'read' ? 0 : 11;
    const check = async (failure: Failure, reason: unknown) =>
      expect(await twice(kind, failure)).toRejectWith(reason, ms, PASS_ON);
    await eachReason([kind], ({ [kind]: reason }) => check({ hasFailed: reason }, reason));
    await eachReason([kind], ({ [kind]: reason }) => check({ throws: reason }, reason), 'throws');
  }
});

test('leaves both accounts free when it has rejected', async () => {
  const two = await moving(transfers('b→a 101, b→c 10 at 1, b→d 20 at 2'), { ifStuck: FREE });
  expect(two).toGive({ said: ['done', 'done', 'not enough'], has: [100, 70, 110, 120] }, LOST);
  expect(two).toTake(11 + 32 + 40, ONLY_RIVALS);
  for (const way of ['b→a', 'a→b']) {
    expect(await afterAFailure(`${way} 101`, 11)).toRunAsPlanned(FREE);
    await eachCase(FAILURES, async ([failures, ms]) => {
      expect(await afterAFailure(`${way} 30`, ms, failures)).toRunAsPlanned(FREE);
    });
  }
});

test('does nothing when both accounts are the same', async () => {
  const doing = (text: string) => moving(transfers(text), { ifStuck: ITSELF });
  expect(await doing('a→a 1000')).toRunAsPlanned(ITSELF);
  const trace = await doing('a→b 30, a→a 5 at 3, b→b 1000 at 13, a→c 10 at 17');
  expect(trace).toRunAsPlanned(ITSELF);
  expect(trace).toGive(done(4, 60, 130, 110), LOST);
});

test('keeps the transfers of two banks apart', async () => {
  const moves = transfers('a→b 30');
  const plan = Object.entries(planOf(moves)).map(([name, times]) => [name, [...times, ...times]]);
  const check = (trace: Trace) => {
    expect(trace).toRunAsPlanned(BANKS);
    expect(trace).toGive(done(2, 70, 130, 70, 130), BANKS);
  };
  const scene = () => moving(moves, { banks: 2 }, Object.fromEntries(plan));
  await again(scene, check);
  await together(scene, check);
});

test('sets no timer', async () => {
  for (const trace of [await crossing(), await ring('a', 'b', 'c')])
    expect(trace).toSetTimers(0, WAKE);
});
