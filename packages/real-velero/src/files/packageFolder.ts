import path from 'node:path';

/** The folder of this package: what is not compiled lies there. */
export const PACKAGE_FOLDER = path.dirname(
  require.resolve('real-velero/package.json'),
);
