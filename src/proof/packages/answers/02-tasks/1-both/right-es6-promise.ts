// all of es6-promise.
import { Promise as Es6Promise } from 'es6-promise';

export const both = <A, B>(a: () => PromiseLike<A>, b: () => PromiseLike<B>) =>
  Es6Promise.all([a(), b()] as unknown[]);
