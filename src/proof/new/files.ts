/** The example with which a new kata begins: it is proven, so that an author changes what works. */
import type { NewKata } from './name.ts';

/** Below the kata's name in `solutions`. */
export const ATTEMPTS = [
  'right-by-hand.ts',
  'right-settled.ts',
  'wrong-calls-twice.ts',
  'wrong-order-of-arrival.ts',
  'wrong-sequential.ts',
] as const;

/** Text by path below the root; everything but the lesson. */
export function exampleFiles(kata: NewKata): Record<string, string> {
  const id = `${kata.chapter}/${kata.name}`;
  const attempts = attemptTexts(kata.function);
  return {
    [`katas/${id}.ts`]: stubText(kata),
    [`katas/${id}.spec.ts`]: specText(kata),
    [`solutions/${id}.ts`]: referenceText(kata),
    [`solutions/${id}/scenes.ts`]: scenesText(kata),
    ...Object.fromEntries(ATTEMPTS.map((name) => [`solutions/${id}/${name}`, attempts[name]])),
  };
}

const IO = `type Io<T> = () => Promise<T>;
`;

const signature = (name: string) =>
  `export async function ${name}<T>(a: Io<T>, b: Io<T>): Promise<T[]>`;

const contract = (name: string) => `${IO}
/**
 * An example to replace: runs two pieces of work at the same time.
 *
 * - Starts both synchronously, each of them once.
 * - Fulfils with both results, in the order of the arguments, when the slower work ends.
 */
${signature(name)} {
`;

function stubText({ chapter, name, function: f }: NewKata): string {
  return `${contract(f)}  // TODO: start both, and return their results.
  throw new Error('TODO: write ${f}() in katas/${chapter}/${name}.ts');
}
`;
}

function referenceText({ function: f }: NewKata): string {
  return `${contract(f)}  // Both calls stand before the only await.
  return Promise.all([a(), b()]);
}
`;
}

function specText({ name, function: f }: NewKata): string {
  return `import { expect, observe, test } from '#lab';
import { ${f} } from './${name}.ts';

/** An example to replace: 'a' takes 30 ms and 'b' 20; one after another they would take 50. */
const scene = () =>
  observe(({ job }) => ${f}(job('a', 30), job('b', 20)), {
    plan: { a: [0, 30], b: [0, 20] },
  });

test('starts both synchronously, each of them once', async () => {
  expect(await scene()).toRunAsPlanned();
});

test('fulfils with both results, in the order of the arguments, when the slower work ends', async () => {
  const trace = await scene();
  expect(trace).toTake(30);
  expect(trace).toGive(['A', 'B']);
});
`;
}

function scenesText({ name, function: f }: NewKata): string {
  // Written whole, our own bundle would put a folder in its place.
  const folder = `import.meta.${'dirname'}`;
  return `import { fc, scenes, work } from '#scenes';

scenes(${folder}, {
  // An example to replace. What the contract leaves open, such as a failure here, is in no scene.
  input: fc.record({ a: work({ rejects: 'never' }), b: work({ rejects: 'never' }) }),
  call: ({ ${f} }: typeof import('../${name}.ts'), { a, b }, tools) =>
    tools.settles(() => ${f}(tools.op(tools.name(0), a), tools.op(tools.name(1), b))),
});
`;
}

const STARTS = '// Fails: starts both synchronously, each of them once\n';
const FULFILS =
  '// Fails: fulfils with both results, in the order of the arguments, when the slower work ends\n';

function attemptTexts(f: string): Record<(typeof ATTEMPTS)[number], string> {
  const head = `${IO}\n${signature(f)}`;
  return {
    'right-by-hand.ts': `// A promise made by hand: the last result resolves it.
${head.replace('async ', '')} {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    let missing = 2;
    [a, b].forEach((work, place) => {
      work().then((result) => {
        results[place] = result;
        if (--missing === 0) resolve(results);
      }, reject);
    });
  });
}
`,
    'right-settled.ts': `// With allSettled: the first rejection in the list is thrown.
${head} {
  const settled = await Promise.allSettled([a(), b()]);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
`,
    'wrong-calls-twice.ts': `// Assumes that a second call returns the first result. (Each call starts the work again.)
${STARTS}${FULFILS}// Says: 'a' was started 2 times, at 0 and 30 ms; expected once
${head} {
  await Promise.all([a(), b()]);
  return Promise.all([a(), b()]);
}
`,
    'wrong-order-of-arrival.ts': `// Puts the results into the list in the order of arrival.
${FULFILS}// Says: The values are right, but in the order in which they arrived
${head} {
  const results: T[] = [];
  await Promise.all([a, b].map((work) => work().then((result) => results.push(result))));
  return results;
}
`,
    'wrong-sequential.ts': `// Calls 'b' only when 'a' has fulfilled.
${STARTS}${FULFILS}// Says: Was 'a' awaited before 'b' was called? Start both first, then await them.
${head} {
  return [await a(), await b()];
}
`,
  };
}
