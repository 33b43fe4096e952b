import { quoted } from '../../input/Finding';
import { StrictReader } from '../../input/StrictReader';
import { parseCron } from '../../velero/cron/parseCron';
import { goDurationText, parseGoDuration } from '../../velero/goDuration';
import { QuietHours } from './RestorePolicy';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

const MAXIMUM_KINDS = 200;

const ID = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const KIND = /^(\*|[a-z][a-z0-9]*)(\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$/;

/** Reads values that policies are made of, and notes what is wrong with them. */
export class PolicyValues {
  constructor(private readonly reader: StrictReader) {}

  name(key: string): string {
    const text = this.reader.neededText(key);
    if (text && !ID.test(text)) {
      this.refuse(
        key,
        `${quoted(text)} is no id`,
        'Use small letters, digits and hyphens',
      );
    }
    return text;
  }

  /** A Go duration between the two, which are milliseconds. */
  duration(key: string, [least, most]: [number, number]): number | undefined {
    const text = this.reader.text(key);
    if (text === undefined) {
      return undefined;
    }
    const { value, problem } = parseGoDuration(text.trim());
    if (problem !== undefined || value < least || value > most) {
      this.refuse(
        key,
        `${quoted(text)} cannot be used${problem ? `: ${problem}` : ''}`,
        `Give a duration from ${goDurationText(least)} to ${goDurationText(
          most,
        )}, as 24h`,
      );
    }
    return value;
  }

  kinds(key: string): string[] | undefined {
    const kinds = this.reader.texts(key, MAXIMUM_KINDS);
    kinds
      // A star alone would say nothing about a group.
      ?.filter(kind => !KIND.test(kind) || kind === '*')
      .forEach(kind =>
        this.refuse(
          key,
          `${quoted(kind)} names no kind`,
          "Write it like 'configmaps', 'deployments.apps' or '*.example.com'",
        ),
      );
    return kinds;
  }

  quietHours(): QuietHours {
    const cron = this.reader.neededText('cron');
    const zone = this.reader.text('zone');
    this.reader.need('length');
    const length = this.duration('length', [MINUTE, WEEK]) ?? MINUTE;
    const { problem } = parseCron(cron);
    if (cron && problem !== undefined) {
      this.refuse('cron', problem, "Write it like '0 8 * * 1-5'");
    }
    if (zone !== undefined && !isZone(zone)) {
      this.refuse(
        'zone',
        `${quoted(zone)} is no time zone`,
        "Write it like 'Europe/Berlin'",
      );
    }
    return { cron, length, ...(zone && { zone }) };
  }

  private refuse(key: string, message: string, remedy: string) {
    this.reader.refuse('not-allowed', this.reader.pathOf(key), message, remedy);
  }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}
