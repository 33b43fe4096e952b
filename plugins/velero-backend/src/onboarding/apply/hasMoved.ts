import { canonicalJson } from 'backstage-plugin-velero-common';
import { StepRecord } from './StepRecord';

/** What of the spec of a location tells where it leads. */
type Place = Record<string, unknown>;

/** Whether a step has led a location that was there to another place: what is listed by it still is not in there. */
export function hasMoved({ before }: StepRecord, spec: Place): boolean {
  return Boolean(before) && isOtherPlace(before!.spec, spec);
}

/** Whether the specs of two locations lead to different places. */
export function isOtherPlace(spec: Place, other: Place): boolean {
  return placeOf(spec) !== placeOf(other);
}

function placeOf({ provider, objectStorage, config }: Place): string {
  const { bucket, prefix } = (objectStorage ?? {}) as Place;
  const { region, s3Url } = (config ?? {}) as Place;
  return canonicalJson([provider, bucket, prefix ?? '', region, s3Url]);
}
