// p-series on a copy.
import pSeries from 'p-series';

export const inOrder = <T>(steps: (() => Promise<T>)[]) => pSeries([...steps]);
