import { drillResultOf } from 'backstage-plugin-velero-common';
import { DrillRequest, DrillStep, drillStep } from './DrillStep';

/** Keeps what a drill has shown that Velero is done with; nothing when it is kept already. */
export function resultStep(request: DrillRequest): DrillStep | undefined {
  const { drill, state, outcome = {}, wish } = request;
  if (drill.result) {
    return undefined;
  }
  const result = drillResultOf({
    state,
    outcome,
    wish,
    contents: drill.contents,
    unseen: wish.namespaces
      .map(({ target }) => target)
      .filter(target => !drill.seen[target]),
    now: new Date().toISOString(),
  });
  const message = result.reasons.join('; ');
  return drillStep(
    request,
    { result },
    {
      event: result.proven
        ? { type: 'proven', body: { ...result } }
        : { type: 'not-proven', body: { ...result, message } },
    },
  );
}
