import { delay, fc, rarely, reason, scenes, time } from '#scenes';

/** Free: which of those that wait is next. So an account has enough for all, or not even enough for one. */
const MUCH = 1000;
const TOO_MUCH = 1_000_000;

/** What is broken takes the longest: when it rejects, nothing else of its transfer is running. */
const LONGEST = 59;

const NAMES = ['a', 'b', 'c', '', ' ', '__proto__', 'constructor', 'X', 'x', '10', 'é', 'e\u0301'];

interface Used {
  readonly kind: 'read' | 'write';
  readonly account: string;
  readonly from: number;
  to: number;
}

interface Called {
  readonly accounts: readonly string[];
  readonly at: number;
  ended: number;
}

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-handover-gap': 'No call comes some microtasks after the end of another one.',
    'wrong-ten-at-a-time': 'No bank has more than ten transfers.',
    'wrong-unlocks-from-early': 'When a transfer begins is free here, and the balances are right.',
  },
  input: fc.record({
    accounts: fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...NAMES), read: time, write: time }),
      {
        selector: ({ name }) => name,
        minLength: 2,
        maxLength: 5,
        size: 'max',
      },
    ),
    /** The first account has nothing, if it pays nothing. */
    isEmpty: fc.boolean(),
    /** All that there is goes away, if there is only one transfer. */
    isAll: fc.boolean(),
    /** One of the accounts, sometimes. */
    broken: fc.option(
      fc.record({
        account: fc.nat(4),
        kind: fc.constantFrom('read', 'read throws', 'read has rejected', 'write'),
        reason,
      }),
      { freq: 2 },
    ),
    moves: fc.array(
      fc.record({
        at: delay,
        from: fc.nat(4),
        to: fc.nat(4),
        amount: fc.constantFrom(1, 2, 5),
        isPoor: rarely,
      }),
      { minLength: 1, maxLength: 8, size: 'max' },
    ),
  }),
  call(
    { bankOf }: typeof import('../6-transfer.ts'),
    { accounts, isEmpty, isAll, broken, moves },
    tools,
  ) {
    const { lab } = tools;
    const nameOf = (i: number) => accounts[i % accounts.length]?.name as string;
    const pays = new Set(moves.map(({ from }) => nameOf(from)));
    const first = (name: string, i: number) => (isEmpty && i === 0 && !pays.has(name) ? 0 : MUCH);
    const has = new Map(accounts.map(({ name }, i) => [name, first(name, i)]));
    const used: Used[] = [];
    const called: Called[] = [];

    const begin = async (kind: Used['kind'], account: string) => {
      const isBroken = broken?.kind === kind && nameOf(broken.account) === account;
      const takes = accounts.find(({ name }) => name === account)?.[kind] ?? 1;
      const use: Used = { kind, account, from: lab.now(), to: Number.POSITIVE_INFINITY };
      used.push(use);
      const job = lab.job(`${kind} '${account}'`, isBroken ? LONGEST : takes, {
        ...(isBroken && { failsWith: broken.reason }),
      });
      await job().finally(() => {
        use.to = lab.now();
      });
    };
    const transfer = bankOf({
      read: (account) => {
        if (broken && nameOf(broken.account) === account) {
          if (broken.kind === 'read throws') throw broken.reason;
          if (broken.kind === 'read has rejected') return Promise.reject(broken.reason);
        }
        return begin('read', account).then(() => has.get(account) as number);
      },
      write: (account, balance) =>
        begin('write', account).then(() => void has.set(account, balance)),
    });

    tools.finally(() => {
      for (const [account, balance] of has) tools.noteAnyTime(`'${account}' has ${balance}`);
      for (const account of has.keys()) {
        const count = (kind: string) =>
          used.filter((use) => use.kind === kind && use.account === account).length;
        // Free: whether the other account is read when one read throws.
        const reads = broken?.kind === 'read throws' ? 'some' : count('read');
        tools.noteAnyTime(
          `'${account}' is read ${reads} times, and written ${count('write')} times`,
        );
      }
      if (used.some((one) => used.some((other) => isWrittenMeanwhile(one, other))))
        tools.noteAnyTime('an account is used while it is written');
      const idle = called
        .flatMap(({ at, ended }) => [at, ended])
        .find((ms) => isIdle(ms, called, used));
      if (idle !== undefined) tools.noteAnyTime('a transfer waits for nothing');
    });

    return Promise.all(
      moves.map(({ at, amount, isPoor, ...way }, i) => {
        const [from, to] = [nameOf(way.from), nameOf(way.to)];
        const name = `no. ${i + 1}`;
        const most = isPoor ? TOO_MUCH : MUCH;
        const make = () => {
          const result = transfer(
            from,
            to,
            isPoor || (isAll && moves.length === 1) ? most : amount,
          );
          result.catch((error) => {
            if (error !== broken?.reason) tools.noteAnyTime(`${name} rejects: ${error?.message}`);
          });
          return result;
        };
        return tools.at(at, async () => {
          if (from === to) return tools.settles(make, name);
          const call: Called = {
            accounts: [from, to],
            at: lab.now(),
            ended: Number.POSITIVE_INFINITY,
          };
          called.push(call);
          await tools.settlesAnyTime(make, name);
          call.ended = lab.now();
        });
      }),
    );
  },
});

const isWrittenMeanwhile = (one: Used, other: Used) =>
  one !== other &&
  one.kind === 'write' &&
  one.account === other.account &&
  one.from < other.to &&
  other.from < one.to;

/** After this ms, there is a group of transfers that wait for each other only. */
function isIdle(ms: number, called: readonly Called[], used: readonly Used[]): boolean {
  const pending = called.filter(({ at, ended }) => at <= ms && ended > ms);
  const isUsed = (account: string) =>
    used.some((use) => use.account === account && use.from <= ms && use.to > ms);
  return pending.some(({ accounts }) => {
    const group = new Set(accounts);
    for (let size = 0; size < group.size; ) {
      size = group.size;
      for (const other of pending)
        if (other.accounts.some((account) => group.has(account)))
          for (const account of other.accounts) group.add(account);
    }
    return ![...group].some(isUsed);
  });
}
