import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { katasOf } from '../course/katas.ts';
import { collect } from '../runner/collect.ts';
import { createCourse, PROVEN, TWICE } from '../testing/miniature.ts';
import { runSubjects } from './run-subjects.ts';

const other = 'solutions/01-proof/2-both/right-the-other-one.ts';

/** The longest file is run first. */
const long = (text: string) => `${text}// ${'x'.repeat(20_000)}\n`;

const { root, remove } = createCourse({
  ...TWICE,
  [other]: long("// As in the kata before.\nexport { both } from '../1-both.ts';\n"),
});
afterAll(remove);

test('an attempt that imports another answer is held to its own spec alone', async () => {
  const results = await runSubjects(root, katasOf(root));
  const titlesOf = (file: string) => results.get(join(root, file))?.tests.map(({ title }) => title);
  const tests = ['runs both at the same time', 'gives both results'];
  expect(titlesOf(other)).toEqual(tests);
  expect(titlesOf('solutions/01-proof/1-both.ts')).toEqual(tests);
});

test('an answer that another one has imported in the same worker is judged all the same', async () => {
  const [first, second] = ['1-both', '2-both'].map((name) =>
    join(root, `solutions/01-proof/${name}.ts`),
  );
  writeFileSync(second as string, long("export { both } from './1-both.ts';\n"));
  const { modules } = await collect('solutions', root, [], { maxWorkers: 1 });
  for (const file of [first, second] as string[]) {
    const module = modules.get(file);
    expect([...(module?.children.allTests() ?? [])].length, file).toBe(2);
    expect(module?.errors(), file).toEqual([]);
  }
});

test('an error of the first line shows that line as it stands in the file', async () => {
  const named = (name: string) => `solutions/01-proof/1-both/wrong-${name}.ts`;
  const course = createCourse({
    ...PROVEN,
    [named('syntax')]: 'export const = 1;\n',
    [named('package')]: "import 'async-lock'; export const = 1;\n",
    [named('second')]: '// Its second line.\nexport const = 1;\n',
  });
  onTestFinished(course.remove);
  const results = await runSubjects(course.root, katasOf(course.root));
  const errors = ['syntax', 'package', 'second'].map(
    (name) => results.get(join(course.root, named(name)))?.errors[0],
  );
  const told = stripVTControlCharacters(errors.join('\n')).replaceAll(/\S*(?=wrong-)/g, '');
  expect(told).toMatchInlineSnapshot(`
    "Transform failed with 1 error:

    [PARSE_ERROR] Unexpected token
       ╭─[ wrong-syntax.ts:1:14 ]
       │
     1 │ export const = 1;
       │              ┬  
       │              ╰── 
    ───╯

    Transform failed with 1 error:

    [PARSE_ERROR] Unexpected token
       ╭─[ wrong-package.ts:1:35 ]
       │
     1 │ import 'async-lock'; export const = 1;
       │                                   ┬  
       │                                   ╰── 
    ───╯

    Transform failed with 1 error:

    [PARSE_ERROR] Unexpected token
       ╭─[ wrong-second.ts:2:14 ]
       │
     2 │ export const = 1;
       │              ┬  
       │              ╰── 
    ───╯
    "
  `);
});
