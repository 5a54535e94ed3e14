import { breakText } from '../../text/layout.ts';
import type { Style } from '../../text/style.ts';

/** What `npm run grade` prints, as JSON: a point for each test. */
export interface Grade {
  readonly points: number;
  readonly max: number;
  /** Whose specs were run, in words; null when they are the work's own, compared with nothing. */
  readonly specs: string | null;
  /** What a grader should look at, in words; what is about one kata is with the kata. */
  readonly problems: readonly string[];
  readonly katas: readonly GradedKata[];
}

export interface GradedKata {
  /** `01-coroutines/3-in-order`. */
  readonly kata: string;
  /** `missing`: there is no such file. `broken`: it cannot be loaded. */
  readonly status: 'done' | 'failing' | 'untouched' | 'broken' | 'missing';
  readonly points: number;
  readonly max: number;
  readonly problems: readonly string[];
  readonly tests: readonly {
    readonly title: string;
    readonly passed: boolean;
    /** What the failure says; null for what passes. */
    readonly message: string | null;
  }[];
}

/** The grade for people, such as those who read a log. */
export function renderGrade({ points, max, problems, katas }: Grade, style: Style): string {
  const width = Math.max(...katas.map(({ kata }) => kata.length));
  const rows = katas.map(({ kata, status, points, max }) => {
    const sign =
      status === 'done'
        ? style.good(style.done)
        : status === 'untouched'
          ? style.open
          : style.bad(style.failed);
    return `  ${sign} ${kata.padEnd(width)}  ${points} of ${max}${['broken', 'missing'].includes(status) ? `  ${status}` : ''}`;
  });
  const odd = [...problems, ...katas.flatMap((kata) => kata.problems)];
  const parts = [
    [`  ${style.bold(`${points} of ${max} points`)}`],
    rows,
    ...odd.map((problem) => [breakText(problem, 76).replace(/^(?=.)/gm, '  ')]),
  ];
  return parts
    .map((lines) => lines.join('\n'))
    .filter(Boolean)
    .join('\n\n');
}
