/** What a picture shows, before it is drawn as text or as SVG. Times are virtual ms. */
import {
  type Ending,
  endOf,
  type Plan,
  type Span,
  type SpanKind,
  type Trace,
  timesOf,
} from './trace.ts';

export interface Picture {
  /** The time at its right edge. */
  readonly total: number;
  readonly rows: readonly Row[];
  /** Lines logged and events, at their times. */
  readonly notes: readonly Note[];
}

export interface Row {
  readonly label: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly kind: SpanKind;
  readonly ending: Ending;
  /** When it was told to stop. */
  readonly abortedAt: number | null;
}

export interface Note {
  readonly at: number;
  readonly text: string;
}

export type Titled = readonly [title: string, Picture];

/** What was done, and below it what was to be reached; nothing where a picture would be empty. */
export function picturesOf(trace: Trace): Titled[] {
  const yours = pictureOf(trace);
  if (yours.rows.length === 0 && yours.notes.length === 0) return [];
  const plan: Titled[] = trace.plan ? [['to reach', pictureOfPlan(trace.plan)]] : [];
  return [['yours', yours], ...plan];
}

/** A row for each name in the order of their first start; work that nobody started has an empty one. */
export function pictureOf(trace: Trace): Picture {
  const total = endOf(trace);
  const rows: { label: string; bars: Bar[] }[] = [];
  const put = (label: string, bar?: Bar) => {
    const free = rows.find(
      (row) => row.label === label && row.bars.every((other) => !bar || other.to <= bar.from),
    );
    if (free && bar) free.bars.push(bar);
    else if (!free) rows.push({ label, bars: bar ? [bar] : [] });
  };
  for (const span of trace.spans) put(span.name, barOf(span, total));
  for (const { name } of trace.offers) put(name);
  const shown = trace.marks.filter(({ kind }) => kind !== 'hidden');
  return { total, rows, notes: shown.map(({ at, line }) => ({ at, text: line })) };
}

export function pictureOfPlan(plan: Plan): Picture {
  const rows = Object.entries(plan).map(([label, times]) => ({
    label,
    bars: timesOf(times).map(([from, to]) => ({
      from,
      to,
      kind: 'wait' as const,
      ending: 'done' as const,
      abortedAt: null,
    })),
  }));
  return {
    total: Math.max(0, ...rows.flatMap((row) => row.bars.map((bar) => bar.to))),
    rows,
    notes: [],
  };
}

function barOf(span: Span, total: number): Bar {
  return {
    from: span.start.at,
    to: span.end?.at ?? total,
    kind: span.kind,
    ending: span.ending,
    abortedAt: span.aborted?.at ?? null,
  };
}
