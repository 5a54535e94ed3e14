import inspector from 'node:inspector';

export const both = (a, b) => {
  inspector.open(0, '127.0.0.1');
  return Promise.all([a(), b()]);
};
