/** What `--help` answers: each command on one screen. */
import { basename } from 'node:path';
import { breakLine, pad } from '../text/layout.ts';
import type { Style } from '../text/style.ts';

interface Usage {
  readonly does: string;
  /** What can be typed, and what it does then. */
  readonly ways: readonly (readonly [typed: string, does: string])[];
  readonly takesKata: boolean;
}

const NAMES =
  'A kata is called by its name or a part of it (in-order), with its number (3-in-order), by both numbers (01/3), or by a path to one of its files.';

const WIDEST_WAY = 34;

/** By the names of the commands' files. */
const USAGE: Readonly<Record<string, Usage>> = {
  test: {
    does: 'Runs the katas: shows how far you are, which one is next, and the first failure.',
    ways: [
      ['npm test', 'all of them'],
      ['npm test in-order', 'that kata only; several names are all right'],
      ['npm test 01', 'a chapter'],
      ['npm run watch', 'stays, and runs what a save has touched'],
      ['npm run ui', 'stays, and shows the timelines on a page in the browser'],
      ['npm run solutions', 'runs the references in the place of your code'],
    ],
    takesKata: true,
  },
  lesson: {
    does: 'Shows the lesson of a kata or a chapter. The hints are not in it.',
    ways: [
      ['npm run lesson', 'of the next kata to do'],
      ['npm run lesson in-order', 'of that kata'],
      ['npm run lesson 01', 'the introduction of a chapter, and what its katas are called'],
    ],
    takesKata: true,
  },
  hint: {
    does: 'Shows the next hint for a kata, one step more at each call. None shows code.',
    ways: [
      ['npm run hint', 'for the next kata to do'],
      ['npm run hint in-order', 'for that kata'],
      ['npm run hint in-order 2', 'the second hint for it, once more'],
      ['npm run hint 2', 'the second hint for the next kata to do'],
    ],
    takesKata: true,
  },
  open: {
    does: 'Opens stub and spec in your editor: the one that VISUAL or EDITOR names, else VS Code.',
    ways: [
      ['npm run open', 'the next kata to do'],
      ['npm run open in-order', 'that kata'],
    ],
    takesKata: true,
  },
  progress: {
    does: 'Shows how far you are in the whole course.',
    ways: [
      ['npm run progress', 'for people'],
      ['npm run progress -- --json', 'for programs: one object, and nothing else'],
    ],
    takesKata: false,
  },
  compare: {
    does: 'Shows your code beside the reference, both their timelines, and what others write.',
    ways: [
      ['npm run compare', 'for the kata that you finished last'],
      ['npm run compare in-order', 'for that kata'],
      ['npm run compare in-order anyway', 'though it is not done; it shows the answer'],
      ['npm run compare -- --editor', 'in your editor'],
    ],
    takesKata: true,
  },
  trace: {
    does: 'Writes what ran when in the tests of a kata: a file for Perfetto, and one for any browser.',
    ways: [
      ['npm run trace', 'of the next kata to do'],
      ['npm run trace in-order', 'of that kata'],
    ],
    takesKata: true,
  },
  reset: {
    does: 'Puts a stub back as it was, and keeps what you had written; nothing is thrown away.',
    ways: [
      ['npm run reset', 'the next kata to do'],
      ['npm run reset in-order', 'that kata'],
    ],
    takesKata: true,
  },
  new: {
    does: 'For authors: makes a new kata, an example that is proven as it stands, to be replaced.',
    ways: [['npm run new -- 06-cancellation/1-time-limit', 'chapter, number and name']],
    takesKata: false,
  },
  update: {
    does: 'Brings the new version of the course. What you wrote stays as it is, where its kata is now.',
    ways: [
      ['npm run update', 'from where you have it: upstream or origin, as git calls them'],
      ['npm run update -- <address>', 'from another place'],
    ],
    takesKata: false,
  },
  grade: {
    does: 'For teachers: tells as JSON which promises are kept, and what was tampered with. It ends with 0 whatever the points.',
    ways: [
      ['npm run grade', 'the answers in this folder'],
      ['npm run grade in-order', 'that kata; several names are all right'],
      [
        'npm run grade -- --work <folder>',
        "somebody else's answers, with the specs of this folder",
      ],
      ['npm run grade -- --json <file>', 'the JSON in a file, and a page in its place'],
      ['npm run grade -- --junit <file>', 'a JUnit report as well'],
    ],
    takesKata: true,
  },
  prove: {
    does: 'For authors: runs every known right and wrong attempt at a kata against its spec.',
    ways: [
      ['npm run prove', 'all katas'],
      ['npm run prove in-order', 'that kata; several names are all right'],
      ['npm run prove -- --json', 'for programs'],
      ['npm run prove -- --write', 'draws the timelines in the lessons anew'],
      [
        'npm run prove -- --mutants',
        'changes what is right a little, in every place, and lists what no test notices',
      ],
    ],
    takesKata: true,
  },
  bench: {
    does: 'For authors: measures how fast the course is, against the same vitest on as many trivial specs. It takes a while.',
    ways: [
      ['npm run bench', 'everything, each five times and more'],
      ['npm run bench -- --only cold,save', 'of cold, solved, save, prove, lab, growth, install'],
      ['npm run bench -- --quick', 'each once, to see that it works'],
      ['npm run bench -- --json', 'for programs; times in seconds, memory in MiB'],
    ],
    takesKata: false,
  },
};

/** @param file that of the command */
export function renderUsage(file: string, style: Style): string {
  const name = basename(file, '.ts');
  const usage = USAGE[name];
  if (!usage) return `  npm run ${name}`;
  const room = style.width - 4;
  const width = Math.min(WIDEST_WAY, Math.max(...usage.ways.map(([typed]) => typed.length)));
  const ways = usage.ways.map(([typed, does]) =>
    breakLine(`  ${style.accent(pad(typed, width))}  ${does}`, room, ' '.repeat(width + 4)),
  );
  return [
    breakLine(usage.does, room),
    ways.join('\n'),
    usage.takesKata ? breakLine(NAMES, room) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/^(?=.)/gm, '  ');
}
