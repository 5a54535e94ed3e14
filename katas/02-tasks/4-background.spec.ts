import { eachReason, eachValue, expect, type Lab, observe, test } from '#lab';
import { background } from './4-background.ts';

class LetterLost extends Error {
  override name = 'LetterLost';
}

const SAME_ERROR_ONCE = 'Is onError called once for one failure, and with the original error?';

const ANY_THENABLE =
  'Here f returns a thenable: it has a then(), but no catch(), and it is no instance of Promise. Does your code handle its rejection?';

const A_FUNCTION_TOO =
  'Here f returns a function with a then(): that is a thenable, too. Does your code handle its rejection?';

const A_CLASS_TOO =
  'Here f returns an instance of a class with a then(): the object itself has none of its own. Does your code handle its rejection?';

const ANY_ERROR = 'An error may be any value. Does your code test the error itself, or change it?';

const NO_FAILURE = 'Nothing fails in this scene. Is onError called only when there is an error?';

const EACH_ITS_OWN =
  'Each call of background() calls its own f, and its own onError. Does your code keep something outside of the function?';

/** The letter takes 20 ms, and no code waits for it. */
const mayLeave: 'work'[] = ['work'];

const called = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20);
      const write = () => {
        log('f is called');
        return letter();
      };
      background(write, (error) => log(`onError got ${error}`));
      log('the caller goes on');
    },
    { mayLeave },
  );

/** The letter arrives at 20 ms, and the scene waits longer. */
const arriving = () =>
  observe(({ job, sleep }) => {
    background(job('letter', 20), () => {});
    return sleep(50);
  });

/** f calls background() itself, and goes on. */
const nested = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20);
      const copy = () => {
        log('the inner f is called');
        return letter();
      };
      const write = () => {
        background(copy, () => {});
        log('the outer f goes on');
      };
      background(write, () => {});
    },
    { mayLeave },
  );

/** Fifty letters at the same time. */
const many = () =>
  observe(
    ({ job, log }) => {
      const letter = job('letter', 20);
      let called = 0;
      const write = () => {
        called++;
        return letter();
      };
      for (let i = 0; i < 50; i++) background(write, () => {});
      log(`${called} of 50 calls have called f`);
    },
    { mayLeave },
  );

/** A caller that awaits the result of background(). */
const waitedFor = () =>
  observe(
    async ({ job, log }) => {
      await background(job('letter', 20), () => {});
      log('the caller goes on');
    },
    { mayLeave },
  );

/** What background() returns for a promise and for a value. */
const returned = () =>
  observe(({ job }) => [job('letter', 20), () => 42].map((f) => shown(background(f, () => {}))), {
    mayLeave,
  });

/** What background() returns when f throws, and onError returns something. */
const returnedForAThrow = () =>
  observe(async ({ sleep }) => {
    const write = () => {
      throw new LetterLost();
    };
    const result = shown(background(write, () => 'told'));
    await sleep(1);
    return result;
  });

const shown = (result: unknown) => (result instanceof Promise ? 'a promise' : String(result));

/** What f returns, and how onError logs it; the scene waits until all is over. */
const working = (f: (lab: Lab) => unknown) =>
  observe((lab) => {
    background(
      () => f(lab),
      (error) => lab.log(`onError got ${error}`),
    );
    return lab.sleep(30);
  });

/** The letter is lost at 20 ms. */
const rejecting = () => working(({ job }) => job('letter', 20, { fails: new LetterLost() })());

/** The promise has rejected when f returns it. */
const rejectedInTheCall = () => working(() => Promise.reject(new LetterLost()));

type Then = (done: (value: unknown) => void, failed: (error: unknown) => void) => void;

/** The letter is lost at 20 ms, and f returns a thenable that has only a then(), which returns nothing. */
const failingThenable = (made: (then: Then) => unknown) =>
  working(({ job }) => {
    const letter = job('letter', 20, { fails: new LetterLost() })();
    // What is unhandled is to be the thenable.
    letter.catch(() => {});
    return made((done, failed) => {
      letter.then(done, failed);
    });
  });

/** A thenable whose then() starts the work, as that of a query builder does. */
const lazyThenable = (fails: boolean) =>
  working(({ job }) => {
    const letter = job('letter', 20, fails ? { fails: new LetterLost() } : {});
    const then: Then = (done, failed) => {
      letter().then(done, failed);
    };
    return { then };
  });

class Letter {
  readonly #then: Then;

  constructor(then: Then) {
    this.#then = then;
  }

  then(done: (value: unknown) => void, failed: (error: unknown) => void) {
    this.#then(done, failed);
  }
}

/** f throws before it returns a promise. onError may be called later, in a callback of its own. */
const throwing = () =>
  observe(({ log, sleep }) => {
    const write = () => {
      throw new LetterLost();
    };
    background(write, (error) => log(`onError got ${error}`));
    return sleep(1);
  });

/** Whether onError gets this very error, for an f that fails with it. */
const failingWith = (error: unknown, f: (lab: Lab) => unknown) =>
  observe((lab) => {
    background(
      () => f(lab),
      (one) => lab.log(`onError got ${Object.is(one, error) ? 'the error of f' : 'another one'}`),
    );
    return lab.sleep(30);
  });

/** A letter that arrives, and two functions that return no promise. */
const fine = () =>
  observe(
    ({ job, log }) => {
      for (const f of [job('letter', 20), () => 42, () => undefined])
        background(f, (error) => log(`onError got ${error}`));
      log('the caller goes on');
    },
    { mayLeave },
  );

/** The promise of one function fulfils with this value, and another function returns it. */
const fineWith = (value: unknown) =>
  observe(({ job, log, sleep }) => {
    for (const f of [job('letter', 20, { gives: value }), () => value])
      background(f, (error) => log(`onError got ${typeof error}`));
    return sleep(30);
  });

/** It has a catch(), and is no promise. */
const BALL = { catch: (take: (what: string) => void) => take('a ball') };

/** Calls at 0 ms and twice at 5 ms, with one function: it fails with one error each time, after 20 ms. */
const sameFunction = () =>
  observe(async ({ job, log, sleep }) => {
    const letter = job('letter', 20, { fails: new LetterLost() });
    const first = () => log('the first onError');
    background(letter, first);
    await sleep(5);
    background(letter, first);
    background(letter, () => log('the second onError'));
    await sleep(30);
  });

/** Two functions that return one promise; it rejects at 10 ms. */
const samePromise = () =>
  observe(({ job, log, sleep }) => {
    const letter = job('letter', 10, { fails: true })();
    background(
      () => letter,
      () => log('the first onError'),
    );
    background(
      () => letter,
      () => log('the second onError'),
    );
    return sleep(20);
  });

test('calls f once, synchronously', async () => {
  expect(await called()).toLogInTheCall('f is called', 'the caller goes on');
  expect(await arriving()).toStart('letter', 1);
  expect(await many()).toLog(
    [0, '50 of 50 calls have called f'],
    'Each call calls f, however much work is running.',
  );
  expect(await nested()).toLogInTheCall('the inner f is called', 'the outer f goes on');
});

test('returns undefined, and does not make its caller wait, even when the caller awaits the result', async () => {
  expect(await waitedFor()).toLog([0, 'the caller goes on']);
  expect(await returned()).toGive(
    ['undefined', 'undefined'],
    'Here background() is called for a promise and for a value. It returns undefined each time.',
  );
});

test('calls onError once when the promise of f rejects', async () => {
  const trace = await rejecting();
  expect(trace).toStart('letter', 1);
  expect(trace).toLog([20, 'onError got LetterLost'], SAME_ERROR_ONCE);
  expect(await rejectedInTheCall()).toLog([0, 'onError got LetterLost'], SAME_ERROR_ONCE);
  await eachReason(['letter'], async ({ letter: error }) => {
    const f = ({ job }: Lab) => job('letter', 20, { failsWith: error })();
    expect(await failingWith(error, f)).toLog([20, 'onError got the error of f'], ANY_ERROR);
  });
});

test('calls onError once when another thenable rejects', async () => {
  const kinds: Record<string, (then: Then) => unknown> = {
    [ANY_THENABLE]: (then) => ({ then }),
    [A_FUNCTION_TOO]: (then) => Object.assign(() => 'called', { then }),
    [A_CLASS_TOO]: (then) => new Letter(then),
  };
  for (const [because, made] of Object.entries(kinds))
    expect(await failingThenable(made)).toLog([20, 'onError got LetterLost'], because);
  const trace = await lazyThenable(true);
  expect(trace).toStart(
    'letter',
    1,
    'Here then() starts the work. How often does your code call it?',
  );
  expect(trace).toLog([20, 'onError got LetterLost'], ANY_THENABLE);
});

test('calls onError once when f throws, and throws nothing itself', async () => {
  const trace = await throwing();
  expect(trace).toGive(
    undefined,
    'f threw before it returned a promise. That error is for onError, too.',
  );
  expect(trace).toLog([0, 'onError got LetterLost'], SAME_ERROR_ONCE);
  expect(await returnedForAThrow()).toGive(
    'undefined',
    'background() returns undefined, whatever onError returns.',
  );
  const failing = async (error: unknown) => {
    const f = () => {
      throw error;
    };
    expect(await failingWith(error, f)).toLog(
      [0, 'onError got the error of f'],
      `Here f throws. ${ANY_ERROR}`,
    );
  };
  await eachReason(['f'], ({ f }) => failing(f), 'throws');
  await failing({ then: () => {} });
});

test('does not call onError when nothing fails', async () => {
  expect(await fine()).toLog([0, 'the caller goes on'], NO_FAILURE);
  await eachValue(['letter'], async ({ letter: value }) => {
    expect(await fineWith(value)).toLog(NO_FAILURE);
  });
  expect(await lazyThenable(false)).toLog(NO_FAILURE);
  for (const value of [{ error: new Error('no failure') }, BALL])
    expect(await fineWith(value)).toLog(NO_FAILURE);
});

test('keeps calls apart, also those of the same function, error or promise', async () => {
  expect(await sameFunction()).toLog(
    [20, 'the first onError'],
    [25, 'the first onError'],
    [25, 'the second onError'],
    EACH_ITS_OWN,
  );
  expect(await samePromise()).toLog(
    [10, 'the first onError'],
    [10, 'the second onError'],
    EACH_ITS_OWN,
  );
});
