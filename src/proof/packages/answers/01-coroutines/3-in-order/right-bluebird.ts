// mapSeries of Bluebird's.
import Bluebird from 'bluebird';

export const inOrder = <T>(steps: (() => Promise<T>)[]) =>
  Bluebird.mapSeries([...steps], (step) => step());
