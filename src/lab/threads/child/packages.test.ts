/**
 * Packages that start processes, as they come, on processes of ours. They take what they need of this process when
 * they are loaded, so the lab comes first.
 */
import '../../index.ts';

import { getEventListeners } from 'node:events';
import { execa } from 'execa';
import nanoSpawn from 'nano-spawn';
import { x } from 'tinyexec';
import { expect, observe, test } from '../../index.ts';

test('execa, nano-spawn and tinyexec run unchanged', async () => {
  const { emit } = process;
  const trace = await observe(async ({ command }) => {
    const file = command('convert', async ({ args, out, sleep }) => {
      await sleep(17);
      await out(`${args}\n`);
      return args.length - 1;
    });
    const all = [execa(file, ['a']), nanoSpawn(file, ['a']), x(file, ['a'])];
    const outputs = await Promise.all(all.map(async (one) => (await one).stdout));
    const failed = await execa(file, ['a', 'b'], { reject: false });
    return [...outputs, failed.exitCode];
  });
  expect(trace).toGive(['a', 'a', 'a\n', 1]);
  expect(process.emit).toBe(emit);
  expect(getEventListeners(process, 'SIGHUP')).toEqual([]);
});

test('execa kills, and kills again', async () => {
  const trace = await observe(async ({ command, at }) => {
    const file = command('convert', async ({ on, sleep }) => {
      on('SIGTERM', () => undefined);
      await sleep(997);
    });
    const child = execa(file, [], { reject: false, forceKillAfterDelay: 23 });
    at(71, () => child.kill());
    const { signal, isForcefullyTerminated } = await child;
    return { signal, isForcefullyTerminated };
  });
  expect(trace).toGive({ signal: 'SIGKILL', isForcefullyTerminated: true });
  expect(trace.outcome.at).toBe(95);
});
