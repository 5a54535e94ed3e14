// What `npm run` starts. From a path with a backslash Node loads no ES module, so this file is none.
// Old versions of Node read it too.
if (process.platform !== 'win32' && __dirname.includes('\\')) {
  console.error(`Node cannot load modules from a folder whose path contains a backslash:
${__dirname.slice(0, -'/src/start'.length)}
Move the folder to a path without it, such as:

  ${process.env.HOME}/learn-async`);
  process.exitCode = 2;
} else {
  // Node notices this by itself only of the file that it was started with.
  const tellEnd = () => {
    console.error(
      'The command waits for something that can never come. This is a bug of the course.',
    );
    process.exitCode = 13;
  };
  process.once('beforeExit', tellEnd);
  import('./start.mjs').then(() => process.off('beforeExit', tellEnd));
}
