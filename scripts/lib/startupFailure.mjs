import { tellingLines } from './tellingLines.mjs';

const STARTED = /Plugin initialization started/;
const PART =
  /(?:Plugin|Module) .*? (?:threw an error|reported failure .*?) during startup(?:, waiting for [^.]*)?\. (.*)/;
const NEEDED_PART =
  /Plugin '(?:velero|auth)' threw an error during startup, but .*? continue\. (.*)/;
const REJECTION = /Unhandled rejection (.*)/;
const FIELDS = / type="[\s\S]*$/;
// Backstage names the source that it read last, which for a missing value may be any, such as the environment.
const SOURCE_OF_MISSING =
  /(Missing required config value at '[^']+') in '[^']+'/;
const CRASH = /^\[?(?:[A-Z]\w*)?Error(?: \[\w+\])?: (.+?)(?:\]? \{|[\]:])?$/;

/**
 * Finds in the log of a backend why it will never be ready, also while its process goes on; undefined while it may be.
 *
 * Backstage keeps the process when a plugin has failed, and logs fields behind each message.
 */
export function findStartupFailure(log) {
  const lines = tellingLines(log);
  const failures = lines.flatMap(
    line => line.match(PART)?.[1] ?? line.match(NEEDED_PART)?.[1] ?? [],
  );
  const started = lines.findIndex(line => STARTED.test(line));
  const early = (started < 0 ? lines : lines.slice(0, started)).flatMap(
    line => line.match(REJECTION)?.[1] ?? [],
  );
  const messages = [...failures, ...early].map(text =>
    text.replace(FIELDS, '').replace(SOURCE_OF_MISSING, '$1'),
  );
  return messages.length > 0 ? [...new Set(messages)].join('; ') : undefined;
}

/** Finds the error that ended a process in what it wrote; undefined when it named none. */
export function findCrash(log) {
  return tellingLines(log)
    .flatMap(line => line.match(CRASH)?.[1] ?? [])
    .at(-1);
}
