import {
  meaningOfPhase,
  readRestore,
  RestoreFacts,
  RestoreRequestOutcome,
  RestoreState,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import {
  NewRestoreEvent,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { ObjectRow } from '../store/tables';
import { hasSpecOf, isRestoreOf } from './restoreObject';
import { RestoreStep } from './RestoreSteps';

/** What the Restore that is there tells. */
export function seenStep(
  request: StoredRestoreRequest,
  row: ObjectRow,
): RestoreStep | undefined {
  const facts = readRestore(JSON.parse(row.doc));
  const outcome = outcomeOf(facts);
  const state = stateOf(facts);
  const isSame =
    state === request.state &&
    JSON.stringify(outcome) === JSON.stringify(request.outcome ?? {});
  return isSame
    ? undefined
    : {
        change: { state, outcome, restoreUid: row.uid ?? undefined },
        ...(state !== request.state && { event: eventOf(state, outcome) }),
      };
}

/** Whether a Restore is the one of a request. One that nobody has seen before has to name the request; of one that was, annotations may have been changed. */
export function isOurs(
  request: StoredRestoreRequest,
  uid: ObjectRow['uid'],
  document: KubernetesObject,
): boolean {
  return request.restoreUid === undefined
    ? isRestoreOf(request, document)
    : request.restoreUid === uid && hasSpecOf(request.binding, document.spec);
}

function stateOf({ phase }: RestoreFacts): RestoreState {
  const { lifecycle, outcome } = meaningOfPhase(phase);
  if (lifecycle !== 'finished') {
    return 'running';
  }
  if (outcome === 'ok') {
    return 'succeeded';
  }
  return outcome === 'partial' ? 'partially-failed' : 'failed';
}

function outcomeOf(facts: RestoreFacts): RestoreRequestOutcome {
  const { phase, itemsDone, itemsTotal, warnings, errors } = facts;
  const { startedAt, completedAt, failureReason, validationErrors } = facts;
  const message = [...validationErrors, failureReason]
    .filter(Boolean)
    .join('; ');
  const all: RestoreRequestOutcome = {
    message: message || undefined,
    phase: phase || undefined,
    itemsDone,
    itemsTotal,
    warnings,
    errors,
    startedAt,
    completedAt,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  );
}

function eventOf(
  state: RestoreState,
  outcome: RestoreRequestOutcome,
): NewRestoreEvent {
  return state === 'running'
    ? { type: 'submitted', body: { ...outcome } }
    : { type: 'ended', body: { state, ...outcome } };
}

/** What it means when the cluster has no Restore of a request; nothing where that means nothing yet. */
export function absentStep(
  request: StoredRestoreRequest,
): RestoreStep | undefined {
  const { state, restoreUid } = request;
  if (state === 'running' && restoreUid !== undefined) {
    return removed(request);
  }
  return state === 'unknown' && restoreUid === undefined
    ? neverMade()
    : undefined;
}

/** Nobody could tell while the cluster was away. */
function neverMade(): RestoreStep {
  const outcome = {
    message:
      'It was not carried out: the cluster has no Restore of it, and its time is over',
    remedy: 'Ask anew',
  };
  return {
    change: { state: 'expired', outcome },
    event: { type: 'expired', body: outcome },
  };
}

function removed({ outcome }: StoredRestoreRequest): RestoreStep {
  const message =
    'The Restore was removed by somebody before its end was seen; what it had restored by then is there';
  const remedy = 'Look into the namespace, and ask anew for what is missing';
  return {
    change: { state: 'unknown', outcome: { ...outcome, message, remedy } },
    event: { type: 'unknown', body: { message } },
  };
}

export function replacedStep(): RestoreStep {
  const message =
    'The Restore is not any more the one that was agreed to: somebody changed it, or made another one of its name';
  const remedy = 'Look at who did, and into the namespace';
  return {
    change: { state: 'unknown', outcome: { message, remedy } },
    event: { type: 'changed', body: { message } },
  };
}
