import { expect, test } from 'vitest';
import * as lab from '#lab';
import { DOOR } from './scene.ts';

test('a spec finds in this door what it finds in that of the lab', () => {
  const names = [...DOOR.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys(lab).sort());
});
