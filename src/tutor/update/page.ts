import { diffLines, renderDiff } from '../../text/diff.ts';
import { few } from '../../text/english.ts';
import { breakText } from '../../text/layout.ts';
import type { Style } from '../../text/style.ts';

/** What an update has done. */
export type Update = { readonly address: string } & (
  | { readonly isNew: false }
  | {
      readonly isNew: true;
      /** The learner's own commits are in one history with the new version now. */
      readonly hasCommits: boolean;
      /** The folder with a copy of what was the learner's; undefined when there was nothing. */
      readonly copy: string | undefined;
      readonly answers: readonly Answer[];
      /** Other files of the learner: the new version's are there now. */
      readonly gaveWay: readonly string[];
      /** Katas that the version before did not have. */
      readonly added: readonly string[];
      readonly packagesChanged: boolean;
    }
);

export interface Answer {
  /** The kata's id. */
  readonly from: string;
  /** Its id in the new version; undefined when it is no longer there. */
  readonly to: string | undefined;
  /** The stub before and now, when it is another one. */
  readonly stub: { readonly old: string; readonly now: string } | undefined;
}

const MOST_NAMED = 6;

export function renderUpdate(update: Update, style: Style): string {
  if (!update.isNew) return `  You have the newest version of the course from\n  ${update.address}`;
  const { answers, added, gaveWay } = update;
  const kept = answers.filter(({ to }) => to);
  const moved = kept.filter(({ from, to }) => from !== to);
  const gone = answers.filter(({ to }) => !to);
  const changed = kept.filter(({ stub }) => stub);
  const parts = [
    [
      `  ${style.good(style.done)} This is the new version of the course.`,
      kept.length > 0 ? `    ${keptOf(kept.length)}` : '',
    ],
    moved.map(({ from, to }) => `  ${from} is now ${style.accent(`katas/${to}.ts`)}`),
    gone.map(({ from }) =>
      paragraph(`${from} is no longer in the course. Your answer is in the copy.`),
    ),
    ...changed.map((answer) => renderStub(answer, style)),
    added.length > 0 ? [paragraph(`New: ${few(added, MOST_NAMED)}.`)] : [],
    gaveWay.length > 0
      ? [
          paragraph(
            `These files of yours were replaced, and are in the copy: ${gaveWay.join(', ')}.`,
          ),
        ]
      : [],
    update.hasCommits ? ['  Your commits are merged with it.'] : [],
    update.copy ? ['  A copy of everything that was yours:', `  ${style.accent(update.copy)}`] : [],
    [
      update.packagesChanged ? '  npm install  brings the packages that it needs now' : '',
      '  npm test     shows how far you are in it',
    ],
  ];
  return parts
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

function renderStub({ to, stub }: Answer, style: Style): string[] {
  if (!to || !stub) return [];
  const [chapter = '', kata = ''] = to.split('/');
  // By its numbers: other chapters may have a kata of the same name.
  const typed = [chapter, kata].map((name) => name.split('-')[0]).join('/');
  return [
    `  The stub of ${kata} has changed; your file has not:`,
    '',
    renderDiff(diffLines(stub.old, stub.now), style),
    '',
    `  npm run reset ${typed} brings the new stub, and keeps your file.`,
  ];
}

function paragraph(text: string): string {
  return breakText(text, 76).replace(/^/gm, '  ');
}

function keptOf(answers: number): string {
  return answers === 1
    ? 'Your answer is as you left it.'
    : `Your ${answers} answers are as you left them.`;
}
