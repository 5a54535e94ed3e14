/** How a program came to its end, where that is not simply that nothing was left to do. */
import { list, quote } from '../../../text/english.ts';
import type { Death, End, LineOf, Played, Row } from '../played.ts';

/**
 * Sentences, each on a line of its own.
 *
 * @param isBesideNode plain Node's own run is shown, so to advise it is of no use
 */
export function tellEnding(played: Played, isBesideNode = false): string[] {
  return [...tellEnd(played, isBesideNode), ...tellComputing(played.end)];
}

function tellEnd(played: Played, isBesideNode: boolean): string[] {
  const { end, rows, timers } = played;
  if (end.unreadable !== undefined) return [`The program cannot be read: ${end.unreadable}`];
  const [first, ...more] = end.deaths;
  const told: string[] = [];
  if (first) told.push(`${tellDeath(first)} Plain Node ends here, with exit code 1.`);
  told.push(...more.map(tellDeath));
  told.push(...(end.scene ?? []));
  if (end.stopped !== undefined) told.push(`Stopped: ${end.stopped}`);
  if (end.exitAt !== undefined)
    told.push(`process.exit() was called at ${end.exitAt} ms: exit code ${end.exitCode}.`);
  told.push(...tellIo(end, isBesideNode));
  if (end.stopped !== undefined || end.exitAt !== undefined) return told;
  told.push(...rows.flatMap((row, place) => (place > 0 ? tellPending(row) : [])));
  const left = timers.filter(({ kind, clearedAt }) => kind === 'interval' && clearedAt === null);
  told.push(...left.map(({ label, from }) => `${label}, set at ${from} ms, was never cleared.`));
  const main = rows[0]?.pauses.at(-1);
  if (end.isUnsettled && first === undefined && end.io.length === 0)
    told.push(
      main
        ? `The program never ended: ${inWords(main.line)} awaits ${main.text}, which never settles, and nothing is left that could run. Plain Node ends here, with a warning and exit code 13.`
        : 'The program never ended.',
    );
  return told;
}

/** What real time has to pass for ends at a virtual ms that is chance, or never. */
function tellIo({ io, ioCalls }: End, isBesideNode: boolean): string[] {
  const calls = ioCalls.map(
    ({ name, at, line }) => `${quote(name)} at ${at} ms (${inWords(line)})`,
  );
  const called = calls.length === 0 ? '' : ` It called ${list(calls)}.`;
  if (io.length === 0 && called === '') return [];
  const waits =
    io.length > 0
      ? `Your program waits for real I/O (${list([...io])}), and the virtual clock does not wait for that.${called}`
      : `Your program did real I/O, and when that ends on the virtual clock is chance.${called}`;
  const advice = ' Plain Node runs it on real time: npm run play <name> -- --real';
  // There, too, nobody can type.
  const isOfUse = !isBesideNode && !ioCalls.some(({ name }) => name === 'process.stdin');
  return [isOfUse ? waits + advice : waits];
}

/** To compute takes no virtual time. The figure is rough: it is never the same twice. */
function tellComputing({ computed, stopped, until }: End): string[] {
  const isBlocked = stopped !== undefined && until === undefined;
  if (!computed || isBlocked) return [];
  const seconds = Math.max(0.1, computed.realMs / 1000).toFixed(1);
  return [
    `${computed.by} computed for about ${seconds} s of real time at ${computed.at} ms. On the virtual clock computing takes 0 ms, so here no timer was late for it. Only a loop that reads Date.now() takes virtual time.`,
  ];
}

/** `line 5`, `line 5 of part.ts`. */
export function inWords(line: LineOf): string {
  if (typeof line === 'number') return `line ${line}`;
  const [file, number] = line.split(/:(?=\d+$)/);
  return `line ${number} of ${file}`;
}

function tellDeath({ kind, at, error, line, handledAt }: Death): string {
  const where = line === undefined ? '' : ` (${inWords(line)})`;
  if (kind === 'program') return `The program failed at ${at} ms: ${error}${where}.`;
  if (kind === 'throw')
    return `An error was thrown at ${at} ms, and no code caught it: ${error}${where}.`;
  const late =
    handledAt === undefined ? '' : ` A handler was attached at ${handledAt} ms, too late.`;
  return `Unhandled rejection at ${at} ms: ${error}${where}.${late}`;
}

/** A call of which nothing more will come. */
function tellPending({ ending, label, start, pauses }: Row): string[] {
  const last = pauses.at(-1);
  if (ending !== 'running' || !last) return [];
  const called = `${label}, called at ${start} ms,`;
  if (last.kind === 'yield')
    return [
      `${called} was never asked for more: it stands behind the yield in ${inWords(last.line)}.`,
    ];
  const where = last.kind === 'return' ? 'has returned the promise of' : 'awaits';
  return [`${called} never ended: it ${where} ${last.text} in ${inWords(last.line)}.`];
}
