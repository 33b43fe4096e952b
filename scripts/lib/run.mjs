// Only syntax and built-ins that very old releases of Node know: the sentence below must reach their users.

/** Runs the `main` of a command; what users can mend themselves becomes one sentence. */
export function run(loadCommand) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    process.stderr.write(
      'This needs Node 20 or newer, and this is Node ' +
        process.versions.node +
        ': install a newer one from https://nodejs.org and try again.\n',
    );
    process.exit(1);
  }
  loadCommand()
    .then(command => command.main(process.argv.slice(2)))
    .catch(error => {
      const isForUsers = error && error.name === 'UserError';
      process.stderr.write((isForUsers ? error.message : error.stack) + '\n');
      process.exit(1);
    });
}
