const all = [];

async function grow() {
  for (;;) {
    all.push(Array.from({ length: 1e5 }, (_, i) => ({ i })));
    await null;
  }
}

export const both = (a, b) => Promise.all([a(), b(), grow()]);
