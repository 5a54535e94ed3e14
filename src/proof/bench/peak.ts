import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns KiB at the peak of all processes together that have left their notes in `folder` */
export function peakIn(folder: string): number {
  const notes = readdirSync(folder).flatMap((pid) => {
    const lines = readFileSync(join(folder, pid), 'utf8').trim().split('\n');
    return lines.map((line, i) => {
      const [at = 0, has = 0] = line.split(' ').map(Number);
      return { pid, at, has, isLast: i === lines.length - 1 };
    });
  });
  const alive = new Map<string, number>();
  let peak = 0;
  for (const { pid, has, isLast } of notes.sort((a, b) => a.at - b.at)) {
    alive.set(pid, has);
    peak = Math.max(
      peak,
      [...alive.values()].reduce((sum, each) => sum + each),
    );
    if (isLast) alive.delete(pid);
  }
  return peak;
}
