import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { type Kata, katasOf } from '../../course/katas.ts';
import { answersTo, packagesOf, SOURCE, strayAnswers } from './course.ts';

const { dependencies } = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

const answers = answersTo(
  katasOf(HOME).map((kata: Kata) => ({ ...kata, attempts: join(SOURCE, 'answers', kata.id) })),
);

test('every answer is to a kata, and is built on packages that are named, each in one version', () => {
  expect(strayAnswers()).toEqual([]);
  const used = new Set(answers.flatMap(({ file }) => packagesOf(file)));
  expect([...used].sort()).toEqual(Object.keys(dependencies).sort());
  expect(answers.filter(({ packages }) => packages.length === 0)).toEqual([]);
  expect(Object.values(dependencies).filter((it) => !/^\d+\.\d+\.\d+$/.test(it))).toEqual([]);
});

test('the lock knows every package by its content, and none by the registry that it came from', () => {
  const lock = JSON.parse(readFileSync(join(SOURCE, 'package-lock.json'), 'utf8'));
  const { '': own, ...locked } = lock.packages as Record<string, Record<string, unknown>>;
  expect(own?.dependencies).toEqual(dependencies);
  expect(Object.entries(locked).filter(([, it]) => it.resolved || !it.integrity)).toEqual([]);
});
