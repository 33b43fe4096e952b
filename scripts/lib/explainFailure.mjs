const KNOWN = [
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_SOCKET_CLOSED/i,
    cause: 'the package registry cannot be reached',
    remedy: 'connect this machine to the network',
  },
  {
    pattern: /ENOSPC|no space left/i,
    cause: 'the disk is full',
    remedy: 'free about 4 GB',
  },
  {
    pattern: /YN0028|lockfile would have been/,
    cause: 'yarn.lock does not fit the package.json files',
    remedy: 'run node .yarn/releases/yarn-4.13.0.cjs install',
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    cause: 'a file cannot be written',
    remedy: 'make this folder belong to you',
  },
  {
    pattern: /heap out of memory|ENOMEM/,
    cause: 'the memory is full',
    remedy: 'free about 4 GB',
  },
];

/** Finds cause and remedy of a failure in what a tool wrote; undefined when nothing known is in it. */
export function explainFailure(text) {
  const known = KNOWN.find(({ pattern }) => pattern.test(text));
  return known && `${known.cause}; ${known.remedy} and try again`;
}
