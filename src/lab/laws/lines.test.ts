import { expect, observe, test } from '#lab';
import { toLog, toLogInOrder, toLogInTheCall } from './lines.ts';
import { told } from './telling/tell.ts';

/** An await is missing: 'ready' is logged before the soup has ended. */
const tooEarly = () =>
  observe(
    async ({ job, log }) => {
      log('cooking');
      job('soup', 30)();
      log('ready');
    },
    { mayLeave: ['work'] },
  );

test('toLog: each line at its ms', async () => {
  const trace = await tooEarly();
  expect(toLog(trace, [0, 'cooking'], [0, 'ready'])).toBeUndefined();
  expect(toLog(trace, [0, 'cooking'], [30, 'ready'])).toMatchInlineSnapshot(`
    {
      "fact": "It logged 'ready' at 0 ms; expected at 30 ms.",
      "possible": "'soup' (until 30 ms) was still running at that time. Is an await missing?",
    }
  `);
});

test('toLog: early, as no code waited for a timer, or for anything', async () => {
  const timer = await observe(
    ({ log }) => {
      setTimeout(() => {}, 30);
      log('ready');
    },
    { mayLeave: ['timer'] },
  );
  expect(toLog(timer, [30, 'ready'])?.possible).toMatchInlineSnapshot(
    `"A timer was set, due at 30 ms. Did your code wait for it? The global setTimeout returns no promise: it calls a function when it is time."`,
  );

  const nothing = await observe(({ log }) => log('ready'));
  expect(toLog(nothing, [30, 'ready'])?.possible).toMatchInlineSnapshot(
    `"Nothing was running at that time. What should your code have awaited?"`,
  );
});

test('toLog: late, behind work or a timer', async () => {
  const behind = await observe(async ({ job, log }) => {
    await job('soup', 30)();
    log('ready');
  });
  expect(toLog(behind, [0, 'ready'])).toMatchInlineSnapshot(`
    {
      "fact": "It logged 'ready' at 30 ms; expected at 0 ms.",
      "possible": "Just before, 'soup' ended at 30 ms. Was it awaited first?",
    }
  `);
  expect(toLog(behind, [0, 'ready'], 'Log it before you wait.')?.possible).toBe(
    "Just before, 'soup' ended at 30 ms. Log it before you wait.",
  );

  const polled = await observe(async ({ job, log }) => {
    const soup = job('soup', 30)();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await soup;
    log('ready');
  });
  expect(toLog(polled, [30, 'ready'])?.possible).toMatchInlineSnapshot(
    `"At 50 ms a timer of your code fired. Does your code await the work itself, or only look now and then?"`,
  );
  expect(toLog(polled, [30, 'ready'], 'Log it when it is ready.')?.possible).toBe(
    'At 50 ms a timer of your code fired. Log it when it is ready.',
  );
});

test('toLog: another line, and what a spec says of it', async () => {
  const trace = await observe(async ({ job, log }) => {
    await job('a', 20, { fails: true })().catch(() => {});
    log('pending');
  });
  const because = 'Does your code record a rejection?';
  expect(toLog(trace, [20, 'failed'], because)).toMatchInlineSnapshot(`
    {
      "fact": "It logged 'pending' at 20 ms; expected 'failed'.",
      "possible": "Before this line, 'a' failed at 20 ms. Does your code record a rejection?",
    }
  `);
});

test('toLog: never, and an error without a handler at that time', async () => {
  const rejecting = await observe(
    async ({ job, sleep }) => {
      job('letter', 20, { fails: true })();
      await sleep(30);
    },
    { mayLeave: ['rejection'] },
  );
  expect(toLog(rejecting, [20, 'lost'], 'Because.')).toMatchInlineSnapshot(`
    {
      "fact": "It never logged 'lost'; expected at 20 ms.",
      "possible": "At 20 ms a promise rejected with 'letter failed', and no handler was attached. Attach a handler before the promise rejects.",
    }
  `);
  expect(toLog(rejecting, [10, 'lost'], 'Because.')?.possible).toBe('Because.');

  const throwingInHandler = await observe(
    async ({ job, sleep }) => {
      job('letter', 20, { failsWith: undefined })().catch((error) => error.code);
      await sleep(30);
    },
    { mayLeave: ['rejection'] },
  );
  expect(toLog(throwingInHandler, [20, 'lost'])?.possible).toMatch(
    /no handler was attached\. Does a handler of your own throw it\?/,
  );

  const throwing = await observe(
    ({ sleep }) => {
      setTimeout(() => {
        throw new Error('letter failed');
      }, 20);
      return sleep(30);
    },
    { mayLeave: ['throw'] },
  );
  expect(toLog(throwing, [20, 'lost'])?.possible).toMatchInlineSnapshot(
    `"At 20 ms a callback threw 'letter failed', and no code could catch it. Catch it inside the callback."`,
  );
});

test('toLog: never, as the work was not started, or was kept from an earlier call', async () => {
  const idle = await observe(({ job }) => void job('a', 20));
  expect(toLog(idle, [0, 'a begins'])?.possible).toMatchInlineSnapshot(`"'a' was never started."`);

  let kept: Promise<number> | undefined;
  const once = () =>
    observe(({ log }) => {
      kept ??= Promise.resolve(42).finally(() => log('done'));
      return kept;
    });
  expect(toLog(await once(), [0, 'done'])).toBeUndefined();
  expect(toLog(await once(), [0, 'done'])).toMatchInlineSnapshot(`
    {
      "fact": "It never logged 'done'; expected at 0 ms.",
      "possible": "Nothing happened in this run at all. Does your code keep something from an earlier call?",
    }
  `);
});

test('toLog: too many', async () => {
  const trace = await observe(({ log }) => {
    log('told');
    log('told');
  });
  expect(toLog(trace, [0, 'told'])).toMatchInlineSnapshot(`
    {
      "fact": "It logged 'told' at 0 ms; nothing more was expected.",
      "possible": "It had logged the same at 0 ms. Is the code that logs it called in two places?",
    }
  `);
  expect(toLog(trace)?.possible).toMatchInlineSnapshot(
    `"Which code logs it, and what calls that code?"`,
  );
  expect(toLog(trace, 'Because.')?.possible).toBe('Because.');
});

test('toLogInTheCall: too early, and too late', async () => {
  const trace = await tooEarly();
  expect(toLogInTheCall(trace, 'cooking', 'ready')).toBeUndefined();
  expect(toLogInTheCall(trace, 'cooking')).toMatchInlineSnapshot(`
    {
      "fact": "'ready' was logged before the call returned; expected only 'cooking'.",
      "possible": "'soup' (until 30 ms) was still running at that time. Is there an await before this line?",
    }
  `);

  const called = await observe(({ log }) => {
    log('now');
    log('later');
  });
  expect(toLogInTheCall(called, 'now')?.possible).toMatchInlineSnapshot(
    `"f() calls a function now. To let it run later, pass the function itself to a queue: queueMicrotask(f)."`,
  );

  const later = await observe(async ({ log }) => {
    await null;
    log('cooking');
  });
  expect(toLogInTheCall(later, 'cooking')).toMatchInlineSnapshot(`
    {
      "fact": "'cooking' was logged at 0 ms, but only after the call had returned.",
      "possible": "A call runs a function synchronously up to its first await. Code after an await, in a then or in a timer runs only after the call has returned. Which of them comes before this line?",
    }
  `);
});

test('toLogInTheCall: a line too often', async () => {
  const trace = await observe(({ log }) => ['a', 'b', 'b'].forEach(log));
  expect(toLogInTheCall(trace, 'a', 'b')).toMatchObject({
    fact: "During the call, 'b' was logged 2 times; expected 1 time.",
    possible: 'Which code logs it, and what calls that code?',
  });
});

test('toLogInTheCall: another line', async () => {
  const trace = await observe(({ log }) => log('called without a signal'));
  expect(toLogInTheCall(trace, 'called with a signal')).toMatchInlineSnapshot(`
    {
      "fact": "During the call, it logged 'called without a signal'; expected 'called with a signal'.",
    }
  `);
});

test('toLogInTheCall: never, and in another order', async () => {
  const idle = await observe(({ job }) => void job('a', 20));
  expect(toLogInTheCall(idle, 'a begins')).toMatchInlineSnapshot(`
    {
      "fact": "It never logged 'a begins'; expected during the call.",
      "possible": "'a' was never started. Did your code call the function that it got, or only keep it?",
    }
  `);

  const trace = await tooEarly();
  expect(toLogInTheCall(trace, 'ready', 'cooking')).toMatchInlineSnapshot(`
    {
      "fact": "During the call, 'cooking' was logged before 'ready'; expected 'ready' first.",
      "lists": {
        "in the call": [
          "cooking",
          "ready",
        ],
        "to reach": [
          "ready",
          "cooking",
        ],
      },
      "possible": "Does your code go through them in the order given?",
    }
  `);
});

test('toLogInOrder: at whatever ms, and because', async () => {
  const trace = await tooEarly();
  expect(toLogInOrder(trace, ['cooking', 'ready'])).toBeUndefined();
  const because = 'What is ready has been cooked.';
  const breach = toLogInOrder(trace, ['ready', 'cooking'], because);
  expect(breach?.possible).toBe(because);
  expect(breach?.fact).toMatchInlineSnapshot(
    `"'cooking' was logged before 'ready'; expected 'ready' first."`,
  );
});

test('toLogInOrder: a line that comes again, but not as often as expected', async () => {
  const trace = await observe(({ log }) => {
    for (const line of ['soup', 'soup', 'bread']) log(line);
  });
  const told = (...lines: string[]) => toLogInOrder(trace, lines)?.fact;
  expect(told('soup', 'soup', 'soup', 'bread')).toBe("'soup' was logged 2 times; expected 3.");
  expect(told('soup', 'soup', 'bread', 'bread')).toBe("'bread' was logged 1 time; expected 2.");
  expect(told('soup', 'bread', 'soup')).toBe(
    "'soup' was logged before 'bread'; expected 'bread' first.",
  );
});

test('toLogInOrder: missing, too often and too many', async () => {
  const trace = await tooEarly();
  const because = 'Of two lines in the wrong order.';
  const told = (...lines: string[]) => {
    const { fact, possible } = toLogInOrder(trace, lines, because) ?? {};
    return `${fact} ${possible}`;
  };
  expect(told('cooking', 'ready', 'eaten')).toMatchInlineSnapshot(
    `"'eaten' was never logged. Was the code that logs it ever called?"`,
  );
  expect(told('eaten', 'ready')).toMatchInlineSnapshot(
    `"'eaten' was never logged. Was the code that logs it ever called?"`,
  );
  expect(told('cooking')).toMatchInlineSnapshot(
    `"'ready' was logged at the end; nothing more was expected. Which code logs it, and what calls that code?"`,
  );

  const twice = await observe(({ log }) => ['a', 'a', 'b'].forEach(log));
  expect(toLogInOrder(twice, ['a', 'b'])?.fact).toMatchInlineSnapshot(
    `"'a' was logged more often than expected."`,
  );
});

test('lines that the learner is to foresee are not compared, and so not told', async () => {
  const trace = await observe(({ log }) => log('a secret'), { hidesLog: true });
  const breaches = [
    toLog(trace, [0, 'another']),
    toLogInTheCall(trace, 'another'),
    toLogInOrder(trace, ['another']),
  ];
  for (const breach of breaches) expect(breach?.fact).toContain("'another'");
  expect(JSON.stringify(breaches)).not.toContain('secret');
});

test('a line that was printed in the place of logged is told as that', async () => {
  const trace = await observe(async ({ sleep }) => {
    console.log('begun');
    await sleep(10);
    console.log('over', 'and out');
  });
  const said = `Your code printed 'begun' with console.log. The test reads only what your code passes to 'log', the function that it was given.`;
  expect(toLog(trace, [0, 'begun'])?.possible).toBe(said);
  expect(toLogInTheCall(trace, 'begun')?.possible).toBe(said);
  expect(toLogInOrder(trace, ['begun'])?.possible).toBe(said);
  expect(toLog(trace, [10, 'over'])?.possible).toBe('Was the code that logs it ever called?');
});

test('what was printed comes before a timer that was taken for a promise', async () => {
  const scene = async () => {
    console.log('begun');
    await setTimeout(() => {}, 10);
  };
  const trace = await observe(scene, { mayLeave: ['timer'] });
  const [, why] = told(trace, toLog(trace, [0, 'begun']) as never).paragraphs;
  expect(why).toContain("Your code printed 'begun' with console.log.");
});
