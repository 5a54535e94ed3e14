const both = (a, b) => Promise.all([a(), b()]);
