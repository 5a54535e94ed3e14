import { expect, test } from 'vitest';
import { squeeze } from './squeeze.ts';

const squeezed = (picture: string, width: number) =>
  `\n${squeeze(picture.split('\n').slice(1, -1), width).join('\n')}\n`;

const FIGURE = `
f           ────────────────────────────────────────────
wait        ━━━━━━                                ━━━━━━
compute           ████████████████████████████████
setInterval       ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░╹
            0     20                              120   140 ms

█ computes   ━ waits   ░ ready, but the thread is blocked
`;

test('a timeline that fits stays as it is', () => {
  expect(squeezed(FIGURE, 62)).toBe(FIGURE);
});

test('in a narrow timeline bars are shorter, and begin and end together as before', () => {
  expect(squeezed(FIGURE, 46)).toMatchInlineSnapshot(`
    "
    f           ────────────────────────────
    wait        ━━━                     ━━━━
    compute        █████████████████████
    setInterval    ░░░░░░░░░░░░░░░░░░░░░╹
                0  20                   120 140 ms

    █ computes   ━ waits
    ░ ready, but the thread is blocked
    "
  `);
  expect(squeezed(FIGURE, 36)).toMatchInlineSnapshot(`
    "
    f           ──────────────────
    wait        ━━             ━━━
    compute       █████████████
    setInterval   ░░░░░░░░░░░░░╹
                0 20              140 ms

    █ computes   ━ waits
    ░ ready, but the thread is blocked
    "
  `);
});

test('what has become too short is still seen, and a sign is at the end of its bar', () => {
  const figure = `
stew a   █━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━█
stew b    █━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╳
get                           ━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄✗
         0                                                 108 min
`;
  expect(squeezed(figure, 40)).toMatchInlineSnapshot(`
    "
    stew a   █━━━━━━━━━━━━━━━━━━━━━━━█
    stew b   █━━━━━━━━━━━━━━━━━━━━━━━╳
    get                ━━━━━━┄┄┄┄┄┄┄┄┄┄✗
             0                       108 min
    "
  `);
});

test('words keep their moment, and go to a row of their own before they are written over others', () => {
  const figure = `
sleep ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      ╵1 goes on             ╵1 is called ╵2 asks
      0                      40           60     80 ms
`;
  expect(squeezed(figure, 36)).toMatchInlineSnapshot(`
    "
    sleep ━━━━━━━━━━━━━━━━━━━━━━━━━
          ╵1 goes on   ╵1 is called
                              ╵2 asks
          0            40     60   80 ms
    "
  `);
});

test('other code is broken between words', () => {
  const code = `
  for (const end = performance.now() + ms; performance.now() < end; );
`;
  expect(squeezed(code, 46)).toMatchInlineSnapshot(`
    "
      for (const end = performance.now() + ms;
          performance.now() < end; );
    "
  `);
});

test('words on the left of their moment end there, or go to its right where there is no room', () => {
  const figure = `
shield ────────────────✗
save   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━✗
            user leaves╵       onLost is called╵
       0               19                          53 ms
`;
  expect(squeezed(figure, 40)).toBe(`
shield ──────────✗
save   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━✗
                 ╵user leaves
                onLost is called╵
       0         19                53 ms
`);
});

test('words on the right of a moment near the end go to its left', () => {
  const figure = `
run    ────────────────────────────────────────────✗
page                              ━━━━━━━━━━━━━━┄┄┄╳
       ╵101 left   ╵72 left       ╵35 left         ╵0 left
       0           29             66               108 ms
`;
  expect(squeezed(figure, 40)).toBe(`
run    ───────────────────────────✗
page                   ━━━━━━━━━┄┄╳
       ╵101 left       ╵35 left
              ╵72 left      0 left╵
       0      29       66         108 ms
`);
});

test('a row of levels gets narrower, and keeps its numbers where they begin', () => {
  const figure = `
    write   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    sink    12▇▇▇▇▇▇▇▇▇▇▇▇11▇▇▇▇▇▇▇▇▇▇▇▇3▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃0
            0             7             18             50 ms
`;
  expect(squeezed(figure, 40)).toMatchInlineSnapshot(`
    "
        write   ━━━━━━━━━━━━━━━━━━━━━━━
        sink    12▇▇▇▇▇11▇▇▇▇▇3▃▃▃▃▃▃▃▃0
                0      7      18      50 ms
    "
  `);
});

test('words that fit on neither side of a moment are cut', () => {
  const figure = `
    b                       ━━━━━━━━━━━━━━━━━━━━━━━━╳
                   the end; waiting: a/2 (1), b (1)╵
        0                                          69 ms
`;
  expect(squeezed(figure, 40)).toMatchInlineSnapshot(`
    "
        b               ━━━━━━━━━━━━━━━╳
            the end; waiting: a/2 (1),…╵
            0                          69 ms
    "
  `);
});
