import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCourse } from '../testing/miniature.ts';
import { ownCodeOf } from './own-code.ts';

test.each<[string, boolean]>([
  ["import pMap from 'p-map';", true],
  ["import {\n  of,\n} from 'rxjs/operators';", true],
  ["import 'core-js/actual/promise/try';", true],
  ["export * from '@scope/name';", true],
  ["const { map } = await import('async');", true],
  ["const async = require('async');", true],
  ["const a = 1; import b from 'b';", true],
  ["import { setTimeout } from 'node:timers/promises';", false],
  ["import { inspect } from 'util';", false],
  ["import domain from 'node:domain';", true],
  ["import { test } from '#lab';", false],
  ["import type { Observable } from 'rxjs';", false],
  ["const text = 'a word from the kitchen';", false],
  ["export type When =\n  | 'first'\n  | 'all';\n\nexport const when = 'first';", false],
])('%j has packages: %s', (text, hasPackages) => {
  const { root, remove } = createCourse({ 'own.ts': text });
  const own = ownCodeOf(join(root, 'own.ts'));
  expect([own.text, own.packages.length > 0]).toEqual([text, hasPackages]);
  remove();
});

test('what is imported by a path belongs to it, in a circle, and where it is missing or a folder', () => {
  const { root, remove } = createCourse({
    '1-a.spec.ts': "import { a } from './1-a.ts';",
    '1-a.ts': "import { b } from './b.ts';\nimport { c } from './gone.ts';\nimport d from '.';",
    'b.ts': "import { a } from './1-a.ts';\nimport pMap from 'p-map';",
  });
  const { text, packages } = ownCodeOf(join(root, '1-a.spec.ts'));
  remove();
  expect(packages).toEqual(['p-map']);
  expect(text.split('\n')).toHaveLength(8);
});
