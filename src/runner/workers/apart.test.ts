import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { TestSpecification } from 'vitest/node';
import { createCourse } from '../../testing/miniature.ts';
import { byPackages } from './apart.ts';

test('files with packages get a worker each, and what the lab is built on is none', () => {
  const { root, remove } = createCourse({
    'limits.ts': "import pLimit from 'p-limit';",
    'fakes.ts': "import { vi } from 'vitest';",
    'domain.ts': "import domain from 'node:domain';",
    'plain.ts': "import { once } from 'node:events';",
    'both.ts': "import { vi } from 'vitest';\nimport pMap from 'p-map';",
  });
  const split = (...names: string[]) =>
    byPackages(names.map((name) => ({ moduleId: join(root, name) }) as TestSpecification)).map(
      (specs) => specs.map(({ moduleId }) => basename(moduleId)),
    );
  expect(split('limits.ts', 'fakes.ts', 'plain.ts', 'both.ts', 'domain.ts')).toEqual([
    ['plain.ts', 'fakes.ts'],
    ['limits.ts', 'both.ts', 'domain.ts'],
  ]);
  expect(split('limits.ts', 'fakes.ts', 'plain.ts')).toEqual([
    ['plain.ts', 'fakes.ts', 'limits.ts'],
    [],
  ]);
  remove();
});
