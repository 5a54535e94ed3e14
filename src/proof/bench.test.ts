import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { createCourse, PLAIN, runCommandIn, TWICE } from '../testing/miniature.ts';

const { root, remove } = createCourse(TWICE);
afterAll(remove);

// Without npm's own file there is nothing to install with, and nobody to ask over the network.
const bench = (...args: string[]) =>
  runCommandIn({ ...PLAIN, npm_execpath: '' }, root, 'proof/bench', ...args);

const scratch = () =>
  readdirSync(join(HOME, '.learn-async')).filter((name) => name.startsWith('bench-'));

/** What was measured is another number each time. */
const shapeOf = (json: string) =>
  JSON.parse(json, (_, value) => (typeof value === 'number' && value > 0 ? 'number' : value));

const RATIO = { ours: 'number', floor: 'number', ratio: 'number', samples: 'number' };
const RUN = { ...RATIO, memory: 'number', files: 'number' };

test('measures everything and tells it as JSON', async () => {
  const before = scratch();
  const { code, stdout, stderr } = await bench('--quick', '--json');
  expect(stderr).toMatch(/^(measuring \w+\n){11}$/);
  const driven = { ours: 'number', bare: 'number', ratio: 'number' };
  expect(shapeOf(stdout)).toEqual({
    first: RUN,
    cold: RUN,
    solved: RUN,
    save: RATIO,
    prove: RUN,
    all: RUN,
    allSolved: RUN,
    proveAll: RUN,
    lab: {
      loads: [
        { load: '10 timers', ...driven },
        { load: '100 timers', ...driven },
        { load: '100 jobs in flight', ...driven },
        { load: '20 workers', ...driven },
        { load: '7163 states of threads', ours: 'number', bare: null, ratio: null },
      ],
      growth: { ours: 'number', bare: 'number' },
    },
    growth: [{ katas: 'number', cold: RUN, solved: RUN, all: RUN, proveAll: RUN }],
    install: { packages: 'number', megabytes: 'number', seconds: null },
  });
  expect(code).toBe(0);
  expect(scratch()).toEqual(before);
  // It takes half a minute, and several times as long beside others.
}, 180_000);

test('measures one part and tells it as a table', async () => {
  const { stdout } = await bench('--quick', '--only', 'cold');
  expect(stdout.replace(/\d+\.\d\d(?! *\n)/g, '0.00')).toMatchInlineSnapshot(`
    "
                          ours    floor   ratio  to reach
    ────────────────────  ──────  ──────  ─────  ────────────
    npm test, as shipped  0.00 s  0.00 s  0.00   at most 1.15

    "
  `);
});

test('knows what its parts are called', async () => {
  const { code, stderr } = await bench('--only', 'cold,warm');
  expect(stderr).toMatchInlineSnapshot(`
    "No part is called warm. There are first, cold, solved, save, prove, all,
    allSolved, proveAll, lab, growth and install.
    "
  `);
  expect(code).toBe(2);
});
