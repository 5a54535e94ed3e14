import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, forReal, realProgramOf, test } from '../index.ts';

const FILES = {
  'node_modules/delay/index.js': "module.exports = 'salt';",
  'pot.ts': "export const pot: string = 'don\\'t';",
  'kata.ts': `import { sep } from 'node:path';
import salt from 'delay';
import type { Worker } from 'node:worker_threads';
import { pot } from './pot.ts';
export function serve(port: { postMessage(message: unknown): void }): void {
  port.postMessage([typeof sep, salt, pot]);
}`,
};

test('a real thread runs what a kata exports, with all that its file imports', async ({
  task,
  skip,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'own module '));
  mkdirSync(join(folder, 'node_modules', 'delay'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  type Kata = { serve(port: object): void };
  try {
    for (const name of ['kata.ts', 'kata.spec.ts']) {
      const of = { meta: {}, file: { tasks: [], filepath: join(folder, name) } };
      const file = await realProgramOf<Kata>(of, ({ own, parentPort }) => own.serve(parentPort));
      await forReal({ task, skip }, async () => {
        const worker = new Worker(file);
        const answer = await once(worker, 'message');
        expect(answer).toEqual([['string', 'salt', "don't"]]);
        await worker.terminate();
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
