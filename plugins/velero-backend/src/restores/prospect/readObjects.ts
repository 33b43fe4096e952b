import {
  ArtifactResource,
  ProspectObjects,
  ProspectReading,
  resourceName,
} from 'backstage-plugin-velero-common';
import { Limiter } from '../../lib/Limiter';
import { NamesReader } from './NamesReader';
import { ClusterQuestion } from './ProspectQuestion';
import { reading } from './reading';
import { WantedObjects, wantedObjects } from './wantedObjects';

/** Lists for one question, over all kinds and namespaces. */
const MAXIMUM_LISTS = 60;

const AT_ONCE = 8;

/** Whoever may list them may read them. */
const SECRETS = 'secrets';

interface ObjectsQuestion extends ClusterQuestion {
  names: NamesReader;
  /** Aborted when nobody waits any more. */
  caller: AbortSignal;
}

const tooMany: ProspectReading<string[]> = {
  forbidden: false,
  problem: `more than ${MAXIMUM_LISTS} kinds and namespaces are restored, and the portal looks for no more of them`,
};

/** Tells which of the objects that would come back are there already. */
export async function readObjects(
  question: ObjectsQuestion,
  resources: ArtifactResource[],
): Promise<ProspectObjects[]> {
  const limiter = new Limiter({ limit: AT_ONCE });
  let lists = 0;
  return Promise.all(
    wantedObjects(question, resources).map(async wanted => {
      const known = thereWithoutAsking(wanted);
      if (known) {
        return toObjects(wanted, known);
      }
      lists += 1;
      const there =
        lists > MAXIMUM_LISTS
          ? tooMany
          : await reading(
              () => readThere(question, wanted, limiter),
              question.caller,
            );
      return toObjects(wanted, there);
    }),
  );
}

function thereWithoutAsking({
  kind,
  target,
}: WantedObjects): ProspectReading<string[]> | undefined {
  if (target && !target.mayHold) {
    return { value: [] };
  }
  return resourceName(kind) === SECRETS
    ? { forbidden: false, problem: 'the portal never lists Secrets' }
    : undefined;
}

function toObjects(
  { kind, target, names }: WantedObjects,
  there: ProspectReading<string[]>,
): ProspectObjects {
  return {
    ...(target && { namespace: target.target }),
    resource: resourceName(kind),
    count: names.length,
    there,
  };
}

async function readThere(
  { connection, signal, names: reader }: ObjectsQuestion,
  { kind, target, names }: WantedObjects,
  limiter: Limiter,
): Promise<string[]> {
  const leave = await limiter.acquire(signal);
  try {
    const there = await reader.read(connection, kind, target?.target, signal);
    return names.filter(name => there.has(name));
  } finally {
    leave();
  }
}
