import { count } from '../../../text/english.ts';
import { breakLine } from '../../../text/layout.ts';
import type { Style } from '../../../text/style.ts';
import type { Played } from '../played.ts';
import { type Real, sayLimit } from '../real.ts';
import { cutMiddle } from './lines.ts';

/** Of Node's after the first difference: what it prints there may be the reason to ask it. */
const MORE_LINES = 20;

/** What it printed here and in plain Node, line by line, up to the first difference; and how Node went on. */
export function renderBeside(played: Played, real: Real, style: Style): string {
  const ours = linesHere(played);
  const same = sameLines(ours, real.lines);
  const isCut = areCut(played, real, same);
  const cut = cutMiddle(ours.slice(0, same).map(({ text }) => text));
  // A line may come late, and never early: the one that is the least late tells when it began.
  const began = Math.min(...real.lines.map(({ at }, i) => at - (ours[i]?.at ?? 0)));
  const ms = (at: number | undefined) => (at === undefined ? '' : `${at} ms`).padStart(8);
  const lines = ours.slice(0, same).flatMap(({ at, text }, i) => {
    if (cut && i >= cut.from && i < cut.to)
      return i === cut.from ? [`${' '.repeat(22)}${cut.said}`] : [];
    const theirs = real.lines[i];
    return [`  ${ms(at)}  ${ms(theirs && theirs.at - began)}  ${text}`];
  });
  const [here, there] = [ours[same], real.lines[same]];
  if (!isCut && (here || there))
    lines.push(
      '',
      `${style.bad(style.failed)} ${ms(here?.at)}            ${here?.text ?? '(no more lines)'}`,
      `${style.bad(style.failed)} ${' '.repeat(8)}  ${ms(there && there.at - began)}  ${there?.text ?? '(no more lines)'}`,
      ...real.lines
        .slice(same + 1, same + 1 + MORE_LINES)
        .map(({ at, text }) => `  ${' '.repeat(8)}  ${ms(at - began)}  ${text}`),
    );
  const isSameEnd = played.end.exitCode === real.exitCode && played.end.stopped === undefined;
  const said = isSameEnd ? undefined : errorIn(real.stderr);
  if (said) lines.push('', `  Node says: ${said}`);
  return [
    `  ${'here'.padStart(8)}  ${'in Node'.padStart(8)}`,
    ...lines,
    '',
    breakLine(`  ${verdict(played, real, same)}`, style.width, '  '),
  ].join('\n');
}

/** One of both was stopped before its end, and up to there they are the same: that is no difference. */
function areCut(played: Played, real: Real, same: number): boolean {
  const ours = linesHere(played);
  const isShort = same === ours.length || same === real.lines.length;
  if (!isShort) return false;
  return same === real.lines.length ? real.exitCode === null : played.end.stopped !== undefined;
}

/** Of what is printed late, plain Node prints nothing. */
export function linesHere({ lines }: Played): Played['lines'] {
  return lines.filter(({ isLate, to }) => !isLate && to === 'stdout');
}

function sameLines(ours: Played['lines'], theirs: Real['lines']): number {
  const different = ours.findIndex(({ text }, i) => text !== theirs[i]?.text);
  return different < 0 ? ours.length : different;
}

function verdict(played: Played, real: Real, same: number): string {
  const [ours, theirs] = [played.end.exitCode, real.exitCode];
  const isSame = same === linesHere(played).length && same === real.lines.length;
  const order = [
    isSame || areCut(played, real, same)
      ? `Both print the same ${count(same, 'line')}, in the same order.`
      : `The first difference is in line ${same + 1}.`,
    !isSame && isOrder(played, real) ? ORDER : '',
    theirs === null ? tellEnded(real) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  if (theirs === null || played.end.stopped !== undefined) return order;
  return ours === theirs
    ? `${order} Both end with exit code ${ours}.`
    : `${order} Here it ends with exit code ${ours}, in plain Node with ${theirs}.`;
}

export function tellEnded({ limit }: Real): string {
  return limit.isAsked
    ? `Plain Node was ended at ${sayLimit(limit)}, as you asked.`
    : `Plain Node had not ended after ${sayLimit(limit)}, so it was ended.`;
}

const ORDER = 'Waits that end less than 50 ms apart may end in either order on real time.';

/** Both print the same lines, in another order. */
function isOrder(played: Played, real: Real): boolean {
  const sorted = (lines: readonly { readonly text: string }[]) =>
    lines.map(({ text }) => text).sort();
  return sorted(linesHere(played)).join('\n') === sorted(real.lines).join('\n');
}

/** The line that names an error: `SyntaxError: Unexpected reserved word`. */
function errorIn(stderr: string): string | undefined {
  return /^(?:Uncaught )?(?:\w*Error\b.*|Warning: .*)$/m.exec(stderr)?.[0];
}
