import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attemptsIn } from './attempts.ts';
import { COPY } from './trace/own-copy.ts';

test('an attempt is known by its first line, and each subject is a copy of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attempts-'));
  try {
    const texts = {
      'wrong-a.ts': '// Lets one more in. (`<=` is one more.)\r\n// Fails: all\r\n',
      'right-b.ts': '// A bell per waiter: it rings.\nexport {};\n',
      'plain.ts': '/** Starts work. */\n',
    };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    let copies = 0;
    const load = async () => ({ limit: 0, [COPY]: () => ({ limit: ++copies }) });
    const files = Object.fromEntries(Object.keys(texts).map((name) => [`./${name}`, load]));
    const [a, b, plain] = attemptsIn(folder, files, ({ limit }) => limit);
    expect(a).toMatchObject({
      isRight: false,
      about: 'Lets one more in',
      remark: '`<=` is one more.',
      file: expect.stringMatching(/attempts-[^/]*\/wrong-a\.ts$/),
    });
    expect(b).toMatchObject({
      name: 'right-b',
      isRight: true,
      about: 'A bell per waiter: it rings',
    });
    expect(plain).toMatchObject({ name: 'plain', isRight: true, about: '' });
    const make = await a?.load();
    expect([make?.(), make?.()]).toEqual([1, 2]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
