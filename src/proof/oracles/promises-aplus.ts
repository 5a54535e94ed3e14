/**
 * The tests of Promises/A+ (`promises-aplus-tests`, all 872), run in virtual time.
 *
 * Their own runner is a mocha of 2016, which is not even installed (`overrides` in package.json): the
 * files only need somebody who collects what they `specify`, and that is done here.
 */
import { createRequire } from 'node:module';
import { observe } from '../../lab/run/observe.ts';
import { say } from '../../lab/trace/value.ts';

/** What is judged: a promise, with what settles it. */
export interface Deferred {
  readonly promise: PromiseLike<unknown>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

export type MakeDeferred = () => Deferred;

type Done = (error?: unknown) => void;
type Hook = () => void;

const require = createRequire(import.meta.url);

interface Specified {
  readonly title: string;
  readonly before: readonly Hook[];
  readonly after: readonly Hook[];
  readonly body: (done: Done) => void;
}

/**
 * Runs the whole suite on one kind of promise.
 *
 * @returns how many tests ran, and for each that failed its title and why
 */
export async function runAPlus(
  subject: MakeDeferred,
): Promise<{ ran: number; failed: [title: string, why: string][] }> {
  const suite = collect(subject);
  const failed: [string, string][] = [];
  for (const specified of suite) {
    const why = await run(specified);
    if (why !== undefined) failed.push([specified.title, why]);
  }
  return { ran: suite.length, failed };
}

/** Why it failed; undefined when it passed. */
async function run({ before, after, body }: Specified): Promise<string | undefined> {
  let told = 0;
  for (const hook of before) hook();
  const { outcome, uncaught } = await observe(
    () =>
      new Promise<void>((resolve, reject) => {
        const done: Done = (error) => {
          told++;
          if (error) reject(error);
          else resolve();
        };
        body(done);
        // As in mocha: who asks for no `done` is done.
        if (body.length === 0) done();
      }),
  );
  for (const hook of after) hook();
  const [thrown] = uncaught;
  if (thrown) return say(thrown.error);
  if (outcome.kind === 'failed') return say(outcome.error);
  // An assertion that fails in a promise's callback is lost in there: this is all that is seen of it.
  if (outcome.kind === 'deadlock') return 'it was never done';
  return told === 1 ? undefined : `it was done ${told} times`;
}

/** Reads the suite's files again: each keeps the promises that it was loaded with. */
function collect(make: MakeDeferred): Specified[] {
  const specified: Specified[] = [];
  let titles: string[] = [];
  let before: Hook[] = [];
  let after: Hook[] = [];
  const settled = (settle: (deferred: Deferred) => void) => {
    const deferred = make();
    settle(deferred);
    return deferred.promise;
  };
  let isLoading = true;
  const adapter = {
    deferred: make,
    resolved: (value: unknown) => settled((deferred) => deferred.resolve(value)),
    rejected: (reason: unknown) => {
      const promise = settled((deferred) => deferred.reject(reason));
      // One that is made while the files load fails before its test can listen.
      if (isLoading) promise.then(undefined, () => {});
      return promise;
    },
  };
  const globals = {
    adapter,
    describe: (title: string, body: () => void) => {
      const outer = { titles, before, after };
      titles = [...titles, title];
      body();
      ({ titles, before, after } = outer);
    },
    beforeEach: (hook: Hook) => {
      before = [...before, hook];
    },
    afterEach: (hook: Hook) => {
      after = [...after, hook];
    },
    specify: (title: string, body: Specified['body']) => {
      specified.push({ title: [...titles, title].join(' > '), before, after, body });
    },
  };
  Object.assign(globalThis, globals);
  try {
    for (const file of Object.keys(require.cache)) {
      if (file.includes('promises-aplus-tests')) delete require.cache[file];
    }
    require('promises-aplus-tests/lib/testFiles.js');
  } finally {
    isLoading = false;
    for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
  }
  return specified;
}
