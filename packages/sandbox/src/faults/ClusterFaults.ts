/** What is wrong with a cluster at the moment. Absent means that nothing is. */
export interface ClusterFaults {
  /** Destroys every connection, open ones too. */
  down?: boolean;
  /** Takes requests and never answers them. */
  hang?: boolean;
  /** Answers after so many milliseconds. */
  slow?: number;
  /** Refuses every token. */
  unauthorized?: boolean;
  /** Has not read its roles yet, as in the first seconds after a start: 403 for all but `system:masters`. */
  starting?: boolean;
  /** Refuses these resources by their plural names; `*` for all. */
  forbidden?: string[];
  /** Forgets all positions: watches and continued lists are answered with 410. */
  gone?: boolean;
  /** Refuses every request and asks to wait so many seconds. */
  tooManyRequests?: number;
  /** Has no group `velero.io`. */
  notInstalled?: boolean;
  /** Destroys each watch when so many bytes were sent. */
  cutWatchesAfterBytes?: number;
}

const KINDS: Record<keyof ClusterFaults, 'boolean' | 'number' | 'names'> = {
  down: 'boolean',
  hang: 'boolean',
  slow: 'number',
  unauthorized: 'boolean',
  starting: 'boolean',
  forbidden: 'names',
  gone: 'boolean',
  tooManyRequests: 'number',
  notInstalled: 'boolean',
  cutWatchesAfterBytes: 'number',
};

function isOfKind(kind: string, value: unknown): boolean {
  return kind === 'names'
    ? Array.isArray(value) && value.every(item => typeof item === 'string')
    : typeof value === kind;
}

/** Reads faults that came from outside; `null` and `false` switch one off. */
export function parseFaults(input: Record<string, unknown>): ClusterFaults {
  const faults: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(KINDS, name)) {
      const known = Object.keys(KINDS).join(', ');
      throw new Error(`There is no fault '${name}'; known are ${known}`);
    }
    const kind = KINDS[name as keyof ClusterFaults];
    if (value !== null && value !== false && !isOfKind(kind, value)) {
      throw new Error(`Fault '${name}' takes ${describe(kind)}`);
    }
    faults[name] = value || undefined;
  }
  return faults;
}

function describe(kind: string): string {
  return kind === 'names' ? 'a list of resource names' : `a ${kind}`;
}
