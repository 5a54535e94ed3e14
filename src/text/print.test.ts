import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from './print.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What reaches somebody who reads from a pipe, when the environment says this. */
function printed(page: string, env: Record<string, string | undefined>): Promise<string> {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM']) vi.stubEnv(name, env[name]);
  vi.stubEnv('LC_ALL', env.LC_ALL ?? 'C.UTF-8');
  const stream = new PassThrough();
  show(page, stream as unknown as NodeJS.WriteStream);
  stream.end();
  return text(stream);
}

const PAGE = '  \x1b[31m✗ red\x1b[39m … µ';

test('what nobody asked for is taken out at the last moment', async () => {
  expect(await printed(PAGE, {})).toBe('  ✗ red … µ\n');
  expect(await printed(PAGE, { FORCE_COLOR: '1' })).toBe(`${PAGE}\n`);
  expect(await printed(PAGE, { LC_ALL: 'C' })).toBe('  x red ... u\n');
  expect(await printed(PAGE, { LC_ALL: 'C', FORCE_COLOR: '1' })).toBe(
    '  \x1b[31mx red\x1b[39m ... u\n',
  );
  expect(await printed(PAGE, { TERM: 'dumb' })).toBe('  x red ... u\n');
});

test('a line that is too long goes on below; a path stays whole, and nothing longer', async () => {
  expect(await printed(`    ${'word '.repeat(18)}end`, {})).toBe(
    `    ${'word '.repeat(15).trim()}\n      word word word end\n`,
  );
  const path = `  ${'long/'.repeat(20)}`;
  expect(await printed(path, {})).toBe(`${path}\n`);
  expect(await printed('x'.repeat(170), {})).toBe(
    `${'x'.repeat(80)}\n  ${'x'.repeat(78)}\n  ${'x'.repeat(12)}\n`,
  );
});
