import { parseSync } from 'rolldown/utils';
import { expect, test } from 'vitest';
import { ownCopies } from './own-copies.ts';

const FILE = '/course/katas/13-thread-safety/1-tally.ts';

const made = (code: string, id = FILE): string | undefined => {
  const parse = (text: string) => {
    const { program, errors } = parseSync('a.js', text);
    if (errors.length > 0) throw new Error(errors[0]?.message);
    return program;
  };
  const { transform } = ownCopies() as unknown as {
    transform: (this: object, code: string, id: string) => { code: string } | undefined;
  };
  return transform.call({ parse }, code, id)?.code;
};

// biome-ignore lint/suspicious/noExplicitAny: whatever the code exports
const load = (code: string): Promise<any> =>
  import(`data:text/javascript,${encodeURIComponent(made(code) as string)}`);

const COUNTS = `let count = 0;
export function add() { return ++count; }
export const read = () => count, limit = 3;
export class Box { value = count; }
const inner = 'inside';
export { inner as outer };
export default add;
`;

test('each copy has its own variables', async () => {
  const file = await load(COUNTS);
  const [a, b] = [file.__copy(), file.__copy()];
  expect([a.add(), a.add(), b.add(), file.read()]).toEqual([1, 2, 1, 0]);
  expect(Object.keys(a).sort()).toEqual(['Box', 'add', 'default', 'limit', 'outer', 'read']);
  expect([new a.Box().value, a.outer, a.limit]).toEqual([2, 'inside', 3]);
  expect([file.default(), file.outer]).toEqual([1, 'inside']);
});

test('a default with a name is known by it inside', async () => {
  const file = await load('export const g = () => f(); export default function f() { return 1; }');
  expect([file.g(), file.default(), file.__copy().default()]).toEqual([1, 1, 1]);
});

test('lines stay where they are, and imports outside', () => {
  const code = `import { sep } from 'node:path';\n\nexport function f() {\n  return sep;\n}\n`;
  const lines = made(code)?.split('\n') ?? [];
  expect(lines[0]).toContain("import { sep } from 'node:path';");
  expect(lines[3]).toBe('  return sep;');
});

test('what hands the exports to a spec comes last, and outside', async () => {
  const judge = 'globalThis["__judge:here"]';
  const file = await load(`${COUNTS}\n${judge}?.(add);\n`);
  expect(file.__copy().add()).toBe(1);
  expect(made(`${COUNTS}\n${judge}?.(add);\n`)?.split('\n').at(-1)).toContain(judge);
});

test('a file that is loaded with the mark can be copied, wherever it lies', () => {
  const elsewhere = '/course/solutions/07-limits/1-limit/wrong-one-count-for-all.ts';
  expect(made(COUNTS, elsewhere)).toBeUndefined();
  expect(made(COUNTS, `${elsewhere}?copy`)).toBe(made(COUNTS));
});

test('other files, and what awaits at its top, stay as they are', () => {
  expect(made(COUNTS, '/course/katas/08-synchronisation/1-tally.ts')).toBeUndefined();
  expect(made(COUNTS, FILE.replace('.ts', '.spec.ts'))).toBeUndefined();
  expect(made('export const a = await 1;')).toBeUndefined();
  expect(made(COUNTS, '/course/katas/12-threads-and-processes/3-hand-over.ts')).toBeDefined();
  expect(made(COUNTS, '/course/solutions/13-thread-safety/1-tally/right-a.ts')).toBeDefined();
});
