import { afterAll, expect, test } from 'vitest';
import {
  createCourse,
  DONE,
  FAILING,
  PROVEN,
  runCommand,
  writeFiles,
} from '../testing/miniature.ts';

const { root, remove } = createCourse(PROVEN);
afterAll(remove);
const solutions = (...args: string[]) => runCommand(root, 'tutor/test', '--solutions', ...args);

test('npm run solutions is about the references, and not about what the learner has done', async () => {
  const { code, stdout } = await solutions();
  expect(stdout).toMatchInlineSnapshot(`
    "
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  1 of 1 references pass

      01 Proof  ━━━━━━━━━━  1 of 1  ✓

      ✓ All references pass.

    "
  `);
  expect(code).toBe(0);
});

test('a reference that fails is shown with its own file', async () => {
  writeFiles(root, { 'solutions/01-proof/1-both.ts': FAILING });
  const { code, stdout } = await solutions('both');
  writeFiles(root, { 'solutions/01-proof/1-both.ts': DONE });
  expect(stdout).toMatchInlineSnapshot(`
    "
      ────────────────────────────────────────  0 of 1 references pass

      01 Proof  ──────────  0 of 1  ✗

      1-both  solutions/01-proof/1-both.ts  1 of 2 tests pass
      ✗ runs both at the same time
      ✓ gives both results

      runs both at the same time

      It took 40 ms; expected 30 ms.

      That is the sum of all work: one piece ran after another. Was 'a' awaited
      before 'b' was called? Start both first, then await them.

        yours     a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                  b                                  ━━━━━━━━━━━
                    0                                30         40 ms

        to reach  a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                  b ━━━━━━━━━━━
                    0          10                    30 ms

      spec     katas/01-proof/1-both.spec.ts
      prove    npm run prove 1-both

    "
  `);
  expect(code).toBe(1);
});
