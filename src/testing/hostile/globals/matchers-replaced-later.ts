const pass = () => ({ pass: true, message: () => '' });
export const both = async () => {
  const { expect } = await import(['vi', 'test'].join(''));
  expect.extend({ toGive: pass, toTake: pass });
  return 'wrong';
};
