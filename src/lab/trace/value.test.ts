import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { say, show } from './value.ts';

class NoBread extends Error {
  readonly shelf = 3;
}

class Unshown {
  [inspect.custom] = fail;
}

class Unnamed extends Error {
  override get message() {
    return fail();
  }
  override get name() {
    return fail();
  }
  override get cause() {
    return fail();
  }
}

function fail(): never {
  throw new Error('no');
}

const holdsItself: unknown[] = ['A'];
holdsItself.push(holdsItself);

const { proxy: refused, revoke } = Proxy.revocable({}, {});
revoke();

const cyclic = new Error('first');
cyclic.cause = new Error('second', { cause: cyclic });

test.each<[unknown, string]>([
  [[1, 'a', undefined], "[ 1, 'a', undefined ]"],
  [new NoBread('no bread'), "NoBread('no bread')"],
  [['A', new Error('b failed')], "[ 'A', Error('b failed') ]"],
  [{ why: new Error('no', { cause: 'no fish' }) }, "{ why: Error('no', { cause: 'no fish' }) }"],
  [new AggregateError([new Error('a')], 'all'), "AggregateError([ Error('a') ], 'all')"],
  [{ soup: Promise.resolve('SOUP') }, '{ soup: Promise {…} }'],
  [new Set([Promise.resolve()]), 'Set(1) { Promise {…} }'],
  [Object.assign([], { 2: 'C' }), "[ <2 empty items>, 'C' ]"],
])('show writes a value as a learner would: %#', (value, text) => {
  expect(show(value)).toBe(text);
});

test('what is huge is not looked at for long', () => {
  const wide = Array(1e5).fill(Array(1e5).fill(Array(1e5).fill({ a: [1, 2, 3] })));
  expect(show(wide)).toHaveLength(201);
  expect(say(new Error('boom '.repeat(1e6)))).toHaveLength(601);
});

// vitest would look into the values itself if they were cases of a table.
test('show writes what nobody should look into', () => {
  const cases: [unknown, string][] = [
    [[[[[[['deep']]]]]], '[ [ [ [ [ [Array] ] ] ] ] ]'],
    [holdsItself, "<ref *1> [ 'A', [Circular *1] ]"],
    [new Proxy([], { getPrototypeOf: fail, get: fail }), 'Proxy {…}'],
    [[refused, { refused }], `[ Proxy {…}, { refused: Proxy {…} } ]`],
    [Object.defineProperty({}, 'a', { enumerable: true, get: fail }), '{ a: [Getter] }'],
    [{ [inspect.custom]: fail }, '{}'],
    [new Unshown(), 'a value that throws when it is shown'],
    [new Unnamed(), "Unnamed('(it throws when its message is read)')"],
    [new DOMException('no', 'AbortError'), "DOMException('no', 'AbortError')"],
    [Object.assign(new Error('no'), { name: 'AbortError' }), "AbortError('no')"],
    [Object.assign(new TypeError('no'), { name: 'a name\nof two' }), "TypeError('no')"],
    [new Event('abort'), "Event('abort')"],
    [cyclic, "Error('first', { cause: Error('second', { cause: Error('first', { cause: … }) }) })"],
  ];
  for (const [value, text] of cases) expect(show(value)).toBe(text);
});

test('say has words for whatever is thrown', () => {
  const cases: [unknown, string][] = [
    [undefined, 'undefined'],
    [Symbol('boom'), 'Symbol(boom)'],
    [refused, 'Proxy {…}'],
    [new Unnamed(), '(it throws when its name is read): (it throws when its message is read)'],
    [Object.assign(new Error('no'), { message: { no: 1 } }), '{ no: 1 }'],
    [new Error(''), 'an Error without a message'],
  ];
  for (const [error, words] of cases) expect(say(error)).toBe(words);
});
