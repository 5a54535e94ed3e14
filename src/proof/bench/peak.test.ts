import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { peakIn } from './peak.ts';

test('the peak is that of what was there at the same time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'learn-async-peak-'));
  const notes = {
    main: ['100 10', '200 20', '300 30', '400 20'],
    first: ['150 100', '190 70'],
    second: ['210 50', '310 90'],
  };
  for (const [pid, lines] of Object.entries(notes))
    writeFileSync(join(folder, pid), `${lines.join('\n')}\n`);
  expect(peakIn(folder)).toBe(30 + 90);
  rmSync(folder, { recursive: true });
});
