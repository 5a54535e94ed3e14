import { eachCase, expect, interleave, test } from '#lab';
import * as kata from './5-once.ts';

type Kata = typeof kata;

const makes7 = ({ once }: Kata, memory: Int32Array) => once(memory, 0, () => 7);

const makes8 = ({ once }: Kata, memory: Int32Array) => once(memory, 0, () => 8);

const makes8At =
  (at: number) =>
  ({ once }: Kata, memory: Int32Array) =>
    once(memory, at, () => 8);

const makes9 = ({ once }: Kata, memory: Int32Array) => once(memory, 0, () => 9);

/** Counts in cell 4 how often it makes 7. */
const counts = ({ once }: Kata, memory: Int32Array) =>
  once(memory, 0, () => {
    Atomics.add(memory, 4, 1);
    return 7;
  });

/** Counts in cell 4 how often it makes 0. */
const makes0 = ({ once }: Kata, memory: Int32Array) =>
  once(memory, 0, () => {
    Atomics.add(memory, 4, 1);
    return 0;
  });

/** Makes what is in cell 5. */
const makesWhatIsThere = ({ once }: Kata, memory: Int32Array) =>
  once(memory, 0, () => Atomics.load(memory, 5));

/** Makes what is in cell 5. Later calls would make less and less. */
const makesAsTold = ({ once }: Kata, memory: Int32Array) => {
  const make = (less: number) => () => {
    Atomics.add(memory, 4, 1);
    return Atomics.load(memory, 5) - less;
  };
  return [once(memory, 0, make(0)), once(memory, 0, make(1)), once(memory, 0, make(2))];
};

/** Two calls whose `make` throws; cell 5 says what. Two calls after them make a number. */
const throwsTwice = ({ once }: Kata, memory: Int32Array) => {
  const reasons = [new Error('burnt'), 'burnt', 0, null, undefined];
  const throws = (reason: unknown) => {
    try {
      const number = once(memory, 0, () => {
        Atomics.add(memory, 4, 1);
        throw reason;
      });
      return `it returned ${number}`;
    } catch (error) {
      return error === reason ? 'the same' : `it threw ${String(error)}`;
    }
  };
  const first = memory[5] as number;
  return [
    throws(reasons[first]),
    throws(reasons[(first + 1) % reasons.length]),
    once(memory, 0, () => 8),
    once(memory, 0, () => 9),
  ];
};

const burn = (): never => {
  throw 'burnt';
};

const burnsAt =
  (at: number) =>
  ({ once }: Kata, memory: Int32Array) => {
    try {
      return once(memory, at, burn);
    } catch (error) {
      return error;
    }
  };

const burns = burnsAt(0);

/** Counts in cell 4 how often it burns. */
const countsBurns = ({ once }: Kata, memory: Int32Array) => {
  try {
    return once(memory, 0, () => {
      Atomics.add(memory, 4, 1);
      throw 'burnt';
    });
  } catch (error) {
    return error;
  }
};

/** After a failure, it makes 9. Its three cells begin at `at`. */
const burnsAndMakes9 =
  (at: number) =>
  ({ once }: Kata, memory: Int32Array) => {
    try {
      return once(memory, at, burn);
    } catch {
      return once(memory, at, () => 9);
    }
  };

/** The first number needs the second one. Both are in a part of a larger memory. */
const makesBoth = ({ once }: Kata, memory: Int32Array) => {
  const part = memory.subarray(1);
  return once(part, 0, () => once(part, 3, () => 7) + 1);
};

/** The second number alone. */
const makesSecond = ({ once }: Kata, memory: Int32Array) => once(memory.subarray(1), 3, () => 5);

/** The cells from 3 on are a memory of their own, too. The last call has quite another one. */
const inAPart = ({ once }: Kata, memory: Int32Array) => {
  const part = memory.subarray(3);
  return [
    once(memory, 0, () => 7),
    once(part, 0, () => 8),
    once(memory, 0, () => 9),
    once(memory, 3, () => 9),
    once(new Int32Array(3), 0, () => 9),
  ];
};

/** The second number cannot be made, and the first one does without it. */
const doesWithout = ({ once }: Kata, memory: Int32Array) =>
  once(memory, 0, () => {
    try {
      return once(memory, 3, burn);
    } catch {
      return 7;
    }
  });

const burnsInside = (kata: Kata, memory: Int32Array) => [
  doesWithout(kata, memory),
  kata.once(memory, 0, () => 9),
  kata.once(memory, 3, () => 8),
];

/** The second number has been made when the first one cannot be made. */
const burnsOutside = ({ once }: Kata, memory: Int32Array) => {
  try {
    once(memory, 0, () => {
      once(memory, 3, () => 8);
      return burn();
    });
  } catch {
    // The calls below say what came of it.
  }
  return [once(memory, 0, () => 9), once(memory, 3, () => 7)];
};

/** What it makes is in cell 5, and `once` says that it is there. */
const fills = ({ once }: Kata, memory: Int32Array) => {
  once(memory, 0, () => {
    memory[5] = 42;
    return 1;
  });
  return memory[5];
};

type Scene = Parameters<typeof interleave<Kata>>[1];

/** So many states are tried: enough for an answer of few steps. One of many steps, a lock say, is right as well. */
const MOST = 8000;

const CELLS = ['yours', 'yours+1', 'yours+2', 'other', 'calls', 'number'];

/** The first three cells are the kata's own. */
const making = (threads: Scene['threads'], more: Partial<Scene> = {}) =>
  interleave(kata, {
    cells: CELLS,
    threads,
    most: MOST,
    ...more,
  });

const LATER =
  'A single thread calls once() three times here. The second make would return 1 less, and the third one 2 less.';

const WHO_MAKES =
  'Threads share only the memory, and each of them may find there that no number has been made. Which single step of your code decides that a thread makes it?';

const THERE =
  'In your code, which step says that the number can be read? Is the number in its cell by then, in each case?';

const ZERO = 'The number is 0 here. It is as good as any other, and it has been made.';

const BELOW_ZERO =
  'The number is below 0 here. A cell can hold it, and it is the number, also for a thread that has waited.';

const BELOW = {
  'When the number is -1:': -1,
  'When the number is -2,147,483,648:': -2_147_483_648,
};

const NUMBERS = {
  '': 7,
  'When the number is 0:': 0,
  'When the number is 1:': 1,
  'When the number is 2:': 2,
  'When the number is 3:': 3,
  ...BELOW,
  'When the number is 2,147,483,647:': 2_147_483_647,
};

test('calls make, and returns its number, also at later calls', async () => {
  await eachCase(NUMBERS, async (number) => {
    const run = await making({ A: makesAsTold }, { initial: { number } });
    expect(run).toEndWith(({ A, calls }) => {
      if (A.every((got: number) => got === number) && calls === 1) return undefined;
      return `A calls once() three times, and the first make returns ${number}. The calls return ${A.join(', ')}, and make was called ${calls} times; expected ${number} each time, and one call of make.`;
    }, LATER);
  });
});

test('calls make in one thread only, in whatever order the steps come', async () => {
  await eachCase({ '': counts, 'When the number is 0:': makes0 }, async (makes) => {
    const run = await making({ A: makes, B: makes });
    expect(run).toEndWith(
      ({ calls }) =>
        calls === 1
          ? undefined
          : `Each of two threads calls once(), and make was called ${calls} times; expected one call.`,
      WHO_MAKES,
    );
  });
});

test('returns the number that was made in each thread', async () => {
  expect(await making({ A: makes7, B: makes8 })).toEndWith(({ A, B }) => {
    if (A === B && (A === 7 || A === 8)) return undefined;
    return `The make of A returns 7, and the one of B returns 8. A gets ${A}, and B gets ${B}; expected the same one of the two in both.`;
  }, THERE);
  expect(await making({ A: makes7, B: makes8, C: makes9 })).toEndWith(({ A, B, C }) => {
    if (A === B && B === C && (A === 7 || A === 8 || A === 9)) return undefined;
    return `The make of A returns 7, the one of B returns 8, and the one of C returns 9. A gets ${A}, B gets ${B}, and C gets ${C}; expected the same one of the three in all.`;
  }, THERE);
  expect(await making({ A: makes0, B: makes0 })).toEndWith({ A: 0, B: 0 }, ZERO);
  await eachCase(BELOW, async (number) => {
    const run = await making({ A: makesWhatIsThere, B: makesWhatIsThere }, { initial: { number } });
    expect(run).toEndWith({ A: number, B: number }, BELOW_ZERO);
  });
});

test('sleeps while another thread makes the number', async () => {
  expect(await making({ A: makes7, B: makes8 })).toSleep();
  expect(await making({ A: makes7, B: makes8, C: makes9 })).toSleep();
});

const REASONS = {
  "When make throws an Error, and the next one the text 'burnt':": 0,
  "When make throws the text 'burnt', and the next one the number 0:": 1,
  'When make throws the number 0, and the next one null:': 2,
  'When make throws null, and the next one undefined:': 3,
  'When make throws undefined, and the next one an Error:': 4,
};

const AFTER_A_THROW =
  "After 'make' has thrown, no number has been made: all is as it was before that call.";

test('throws what make has thrown, and lets the next call make it', async () => {
  const cells = ['yours', 'yours+1', 'yours+2', 'other', 'calls', 'which'];
  await eachCase(REASONS, async (which) => {
    const run = await making({ A: throwsTwice }, { cells, initial: { which } });
    expect(run).toEndWith(({ A: [first, second, third, fourth], calls }) => {
      if (first !== 'the same') return `Expected: once() throws the same. But ${first}.`;
      if (second !== 'the same')
        return `Expected: the second call of once() throws what its own make throws. But ${second}.`;
      if (calls !== 2)
        return `Two calls of once() have a make that throws, and these were called ${calls} times; expected 2.`;
      if (third === 8 && fourth === 8) return undefined;
      return `Two calls have thrown. The next make returns 8, and the one after it 9. The calls of once() return ${third} and ${fourth}; expected 8 and 8.`;
    }, AFTER_A_THROW);
  });
});

const NEXT_MAKES =
  "When 'make' throws, no number has been made. What is in your cells after that, and what does a thread do first when it has been woken?";

const ONE_MAKE_EACH =
  "A call whose own 'make' has thrown is at its end: it throws that, also if it has waited before.";

test('lets another thread make it if make throws, also one that waits', async () => {
  await eachCase({ '': 0, 'When at is 1:': 1 }, async (at) => {
    const cells = at === 0 ? CELLS : ['before', ...CELLS];
    const run = await making({ A: burnsAt(at), B: makes8At(at) }, { cells });
    expect(run).toEndWith(({ A, B }) => {
      if (B === 8 && (A === 'burnt' || A === 8)) return undefined;
      return `The make of A throws 'burnt', and the one of B returns 8. A gets ${A}, and B gets ${B}; expected 'burnt' or 8 in A, and 8 in B.`;
    }, NEXT_MAKES);
  });
  const again = await making({ A: burnsAndMakes9(0), B: makes8 });
  expect(again).toEndWith(({ A, B }) => {
    if (A === B && (A === 8 || A === 9)) return undefined;
    return `The make of A throws, and A calls once() again, with a make that returns 9. The make of B returns 8. A gets ${A}, and B gets ${B}; expected the same number in both.`;
  }, NEXT_MAKES);
  expect(again).toSleep();
  const three = await making({ A: burnsAndMakes9(0), B: makes8, C: makes7 });
  expect(three).toEndWith(({ A, B, C }) => {
    if (A === B && B === C && (A === 7 || A === 8 || A === 9)) return undefined;
    return `The make of A throws, and A calls once() again, with a make that returns 9. The make of B returns 8, and the one of C returns 7. A gets ${A}, B gets ${B}, and C gets ${C}; expected the same number in all.`;
  }, NEXT_MAKES);
  expect(three).toSleep();
  expect(await making({ A: countsBurns, B: countsBurns })).toEndWith(
    ({ calls }) =>
      calls === 2
        ? undefined
        : `Each of two threads calls once() one time, with a make that throws. The makes were called ${calls} times; expected 2.`,
    ONE_MAKE_EACH,
  );
  expect(await making({ A: burns, B: burns, C: makes8 })).toEndWith(({ A, B, C }) => {
    const fine = (got: unknown) => got === 'burnt' || got === 8;
    if (fine(A) && fine(B) && C === 8) return undefined;
    return `The makes of A and B throw 'burnt', and the one of C returns 8. A gets ${A}, B gets ${B}, and C gets ${C}; expected 'burnt' or 8 in A and in B, and 8 in C.`;
  }, NEXT_MAKES);
});

test('changes no cell but its own three', async () => {
  const run = await making(
    { A: burnsAndMakes9(1), B: burnsAndMakes9(1) },
    {
      cells: ['before', 'yours', 'yours+1', 'yours+2', 'after'],
      initial: { before: 5, after: 6 },
      always: {
        'before is 5': ({ before }) => before === 5,
        'after is 6': ({ after }) => after === 6,
      },
    },
  );
  expect(run).toHold(
    'Here at is 1. The cells in front of at and behind at + 2 belong to other code.',
  );
});

const OTHER_CELLS =
  'Which cells does your code use for a number? What does it keep outside of those three cells?';

const FAILS_INSIDE =
  "The first number's make calls once() for the second number, whose make throws. It catches that, and returns 7.";

const FAILS_OUTSIDE =
  "The first number's make calls once() for the second number, and gets 8. Then it throws: so the first number has not been made, and the second one has.";

test('keeps two numbers apart, also if one is made while the other one is', async () => {
  const cells = ['first', 'first+1', 'first+2', 'second', 'second+1', 'second+2'];
  const parts = await making({ A: inAPart }, { cells });
  expect(parts).toEndWith({ A: [7, 8, 7, 8, 9] }, OTHER_CELLS);
  const without = await making({ A: burnsInside }, { cells });
  expect(without).toEndWith({ A: [7, 7, 8] }, FAILS_INSIDE);
  const outside = await making({ A: burnsOutside }, { cells });
  expect(outside).toEndWith({ A: [9, 8] }, FAILS_OUTSIDE);
  const waiting = await making({ A: doesWithout, B: makes8At(3) }, { cells });
  expect(waiting).toEndWith(({ A, B }) => {
    if (B === 8 && (A === 7 || A === 8)) return undefined;
    return `B calls once() for the second number, and its make returns 8. A gets ${A}, and B gets ${B}; expected 7 or 8 in A, and 8 in B.`;
  }, FAILS_INSIDE);
  const both = await making({ A: makesBoth, B: makesSecond }, { cells: ['other', ...cells] });
  expect(both).toEndWith(({ A, B }) => {
    if (A === B + 1 && (B === 7 || B === 5)) return undefined;
    return `The make of A calls once() for the second number, and adds 1 to it. B calls once() for the second number. A gets ${A}, and B gets ${B}; expected ${B === 5 ? '6 and 5' : '8 and 7'}.`;
  }, OTHER_CELLS);
  expect(both).toSleep();
});

const FILLED =
  "'make' writes 42 to the cell 'number', and each thread reads it after its call of once().";

test('has no data race, also in what make has written', async () => {
  expect(await making({ A: counts, B: counts })).toHaveNoDataRace();
  expect(await making({ A: burns, B: makes8 })).toHaveNoDataRace();
  expect(await making({ A: burns, B: burns, C: makes8 })).toHaveNoDataRace();
  const filled = await making({ A: fills, B: fills });
  expect(filled).toEndWith({ A: 42, B: 42 }, FILLED);
  expect(filled).toHaveNoDataRace();
});
