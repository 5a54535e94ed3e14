import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { katasOf } from '../course/katas.ts';
import { createCourse, TWICE } from '../testing/miniature.ts';
import { runSubjects } from './run-subjects.ts';

const other = 'solutions/01-proof/2-both/right-the-other-one.ts';

const { root, remove } = createCourse({
  ...TWICE,
  [other]: "// As in the kata before.\nexport { both } from '../1-both.ts';\n",
});
afterAll(remove);

test('an attempt that imports another answer is held to its own spec alone', async () => {
  const results = await runSubjects(root, katasOf(root));
  const titlesOf = (file: string) => results.get(join(root, file))?.tests.map(({ title }) => title);
  const tests = ['runs both at the same time', 'gives both results'];
  expect(titlesOf(other)).toEqual(tests);
  expect(titlesOf('solutions/01-proof/1-both.ts')).toEqual(tests);
});
