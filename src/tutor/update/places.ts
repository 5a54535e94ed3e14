import { words } from '../../course/names.ts';

/** A kata's id, `01-coroutines/3-in-order`. */
type Id = string;

/**
 * Which kata of the new version is which of the old one. The same name means the same kata, so a
 * number may change, and a chapter; a name that has changed is known only from git.
 *
 * @param renamed what git takes for the same file under another name
 */
export function placesOf(
  before: readonly Id[],
  after: readonly Id[],
  renamed: ReadonlyMap<Id, Id>,
): Map<Id, Id> {
  const places = new Map<Id, Id>();
  const pairUp = (keyBefore: (id: Id) => string | undefined, keyAfter: (id: Id) => string) => {
    const taken = new Set(places.values());
    const [from, to] = [
      before.filter((id) => !places.has(id)),
      after.filter((id) => !taken.has(id)),
    ];
    for (const id of from) {
      const key = keyBefore(id);
      const same = to.filter((it) => keyAfter(it) === key);
      const isOnly = from.filter((it) => keyBefore(it) === key).length === 1;
      // Which of two is meant would be a guess.
      if (same.length === 1 && isOnly) places.set(id, same[0] as Id);
    }
  };
  const itself = (id: Id) => id;
  const inChapter = (id: Id) => id.split('/').map(words).join('/');
  const alone = (id: Id) => words(id.split('/')[1] ?? '');
  pairUp(itself, itself);
  pairUp(inChapter, inChapter);
  pairUp((id) => renamed.get(id), itself);
  pairUp(alone, alone);
  return places;
}

/**
 * What renames in a row come to: from the first name to the last.
 *
 * @param steps each from one name to the next, the oldest first
 */
export function followed(steps: readonly (readonly [from: Id, to: Id])[]): Map<Id, Id> {
  const names = new Map<Id, Id>();
  for (const [from, to] of steps) {
    const first = [...names].find(([, now]) => now === from)?.[0] ?? from;
    names.set(first, to);
  }
  return names;
}
