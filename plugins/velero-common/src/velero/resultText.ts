/** A message out of the results of a backup or restore, taken apart. @public */
export interface ResultText {
  /** As `pods` or `ConfigMap`; absent when the message names none. */
  resource?: string;
  /** Of the object. */
  name?: string;
  message: string;
}

/** Velero writes a log line of a backup as its fields one behind the other; each of them may be missing. */
const OF_BACKUP =
  /^\s*(?:resource: \/(?<resource>\S+)\s+)?(?:name: \/(?<name>\S+)\s+)?message: \/(?<message>.*?)(?:\s+error: \/(?<error>.*))?$/s;

const OF_RESTORE =
  /^could not restore, (?<resource>[\w.]+):(?<name>\S+) (?<message>.*)$/s;

/**
 * Reads a message of Velero's results; what has another form than Velero's releases so far write is the message itself.
 *
 * @public
 */
export function readResultText(text: string): ResultText {
  const found = (OF_BACKUP.exec(text) ?? OF_RESTORE.exec(text))?.groups;
  if (!found) {
    return { message: text };
  }
  const { resource, name, message, error } = found;
  return {
    ...(resource && { resource }),
    ...(name && { name }),
    message: [message, error].filter(Boolean).join(': '),
  };
}
