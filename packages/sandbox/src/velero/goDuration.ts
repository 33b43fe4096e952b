const UNIT_MILLIS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

/** Reads a duration as Go does; the errors have Go's words. Returns milliseconds. */
export function parseGoDuration(text: string): number {
  const [, sign, body] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (body === '0') {
    return 0;
  }
  const parts = [...body.matchAll(/(\d+\.?\d*|\.\d+)([^\d.]*)/g)];
  if (parts.length === 0 || parts.map(part => part[0]).join('') !== body) {
    throw new Error(`time: invalid duration ${JSON.stringify(text)}`);
  }
  const millis = parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * unitMillis(unit, text),
    0,
  );
  return sign === '-' ? -millis : millis;
}

/** As `parseGoDuration`; undefined when there is none or it cannot be read. */
export function goDurationOf(text?: string): number | undefined {
  try {
    return text ? parseGoDuration(text) : undefined;
  } catch {
    return undefined;
  }
}

/** What a spec says, as it was written; no time at all counts as not said. */
export function durationOf(given: string | undefined, otherwise: string) {
  return given && parseGoDuration(given) !== 0 ? given : otherwise;
}

function unitMillis(unit: string, text: string): number {
  if (!unit) {
    throw new Error(`time: missing unit in duration ${JSON.stringify(text)}`);
  }
  if (!Object.hasOwn(UNIT_MILLIS, unit)) {
    throw new Error(
      `time: unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(
        text,
      )}`,
    );
  }
  return UNIT_MILLIS[unit];
}
