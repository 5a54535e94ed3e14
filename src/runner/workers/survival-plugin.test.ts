import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareEnvironment } from '../../command/spawn.ts';
import { HOME } from '../../course/home.ts';
import { createCourse, DONE, PLAIN, specOf } from '../../testing/miniature.ts';

test('vitest as an editor starts it tells of a kata that never ends, and of all others', () => {
  const { root, remove } = createCourse({
    'katas/01-fates/1-good.spec.ts': specOf('1-good'),
    'katas/01-fates/1-good.ts': DONE,
    'katas/01-fates/2-loop.spec.ts': specOf('2-loop'),
    'katas/01-fates/2-loop.ts': 'for (;;);\nexport const both = 1;\n',
    'katas/01-fates/3-good.spec.ts': specOf('3-good'),
    'katas/01-fates/3-good.ts': DONE,
  });
  const config = ['--config', join(HOME, 'vitest.config.ts')];
  const vitest = join(HOME, 'node_modules', 'vitest', 'vitest.mjs');
  const { stdout, status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', root, ...config],
    {
      cwd: root,
      encoding: 'utf8',
      env: bareEnvironment(PLAIN),
    },
  );
  remove();
  expect(stdout).toContain('01 Fates  ━━━━━━────  2 of 3  ✓ ✗ ✓');
  expect(stdout).toContain('Stopped: this code blocked the thread');
  expect(status).toBe(1);
});
