/** Rows and notes of what a scene noted by itself, beside the work in it. */
import { spansOf, type Span as TreeSpan } from '../trace/call-tree.ts';
import type { Ran, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Bar, LevelAt, Note, Row } from './picture.ts';

/** A row for each context, and for each value that was read, in the order in which something first ran in it, or read it. */
export function contextRowsOf({ contexts }: Trace): Row[] {
  return [
    contexts.filter(({ isRead }) => !isRead),
    contexts.filter(({ isRead }) => isRead),
  ].flatMap(rowsOf);
}

function rowsOf(contexts: readonly Ran[]): Row[] {
  const rows = new Map<unknown, Note[]>();
  for (const { at, what, context } of contexts)
    rows.set(context, [...(rows.get(context) ?? []), { at, text: what }]);
  const isRead = contexts.some((one) => one.isRead);
  return [...rows].map(([context, ran]) => {
    const noted = { bars: [], ran };
    if (isRead) return { label: `read ${show(context)}`, ...noted };
    if (context === undefined) return { label: 'in no context', ...noted, isOutside: true };
    return { label: `in ${show(context)}`, ...noted };
  });
}

/** A row for each span of the tree that the learner's code gave. Where its times are none of this run, they are written there. */
export function treeRowsOf(lines: readonly string[], total: number): Row[] {
  // Of what is no span, the law tells.
  const spans = spansOf(lines.filter((line) => line.includes('–')));
  const depthOf = ({ parent }: TreeSpan): number => (parent ? 1 + depthOf(parent) : 0);
  const parents = new Set(spans.map(({ parent }) => parent));
  return spans.map((span) => {
    const label = '  '.repeat(depthOf(span)) + span.name;
    const isOpen = span.end === '';
    const [from, to] = [Number(span.start || Number.NaN), isOpen ? total : Number(span.end)];
    if (!(0 <= from && from <= to && to <= total))
      return { label, bars: [], ran: [{ at: 0, text: `${span.start}–${span.end}` }] };
    const ending = isOpen ? 'running' : span.failed === ' failed' ? 'failed' : 'done';
    const kind = parents.has(span) ? 'call' : 'wait';
    return { label, bars: [{ from, to, kind, ending, abortedAt: null, lateFrom: null }] };
  });
}

/** What was logged or handed on, in its order. */
export function notesOf({ marks, deals }: Trace): Note[] {
  const shown = marks.filter(({ kind }) => kind !== 'hidden');
  const all = [
    ...shown.map(({ at, order, due, line }) => ({
      at,
      order,
      text: due < at ? `${line} (due at ${due})` : line,
    })),
    ...deals.flatMap(({ at, order, ...deal }) =>
      deal.did === 'get' ? [{ at, order, text: `${deal.who}: ${show(deal.item)}` }] : [],
    ),
  ];
  return all.sort((a, b) => a.order - b.order).map(({ at, text }) => ({ at, text }));
}

/** From when to when somebody waits for an item; who leaves is drawn as one who was told to stop. */
export function waitsIn({ deals }: Trace, total: number): (readonly [who: string, Bar])[] {
  const usual = { kind: 'call', abortedAt: null, lateFrom: null } as const;
  const waits: [who: string, Bar][] = [];
  const pending = new Map<string, [who: string, Bar][]>();
  for (const deal of deals) {
    if (!('who' in deal)) continue;
    const own = pending.get(deal.who) ?? [];
    if (deal.did === 'ask') {
      const wait: (typeof waits)[number] = [
        deal.who,
        { ...usual, from: deal.at, to: total, ending: 'running' },
      ];
      waits.push(wait);
      pending.set(deal.who, [...own, wait]);
      continue;
    }
    const ending = deal.did === 'get' ? 'done' : 'aborted';
    for (const wait of own) wait[1] = { ...wait[1], to: deal.at, ending };
    pending.delete(deal.who);
  }
  return waits;
}

/** How many items have been put, and neither been got nor withdrawn, where any ever stood there; then what the scene noted. */
export function levelRowsOf({ deals, levels }: Trace): Row[] {
  let amount = 0;
  const standing = deals.flatMap(({ at, did }) => {
    if (did === 'put') amount++;
    else if (did === 'get' || did === 'withdraw') amount--;
    else return [];
    return [{ at, amount: Math.max(0, amount) }];
  });
  const names = [...new Set(levels.map(({ name }) => name))];
  const rows = [
    { label: 'in line', levels: atEnds(standing) },
    ...names.map((label) => ({
      label,
      levels: atEnds(levels.filter(({ name }) => name === label)),
    })),
  ];
  return rows
    .filter((row) => row.levels.some((level) => level.amount > 0))
    .map((row) => ({ ...row, bars: [] }));
}

/** Of what one ms brings, the last counts; and of a time without change, its first ms. */
function atEnds(levels: readonly LevelAt[]): LevelAt[] {
  const last = levels.filter(({ at }, i) => levels[i + 1]?.at !== at);
  const changes = last.filter(({ amount }, i) => amount !== (last[i - 1]?.amount ?? 0));
  return changes.map(({ at, amount }) => ({ at, amount }));
}
