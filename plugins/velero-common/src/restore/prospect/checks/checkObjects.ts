import { RestoreCheck, ok, warn } from '../../RestoreCheck';
import { isOrAre } from '../../isOrAre';
import { namesPhrase } from '../namesPhrase';
import { notReadRemedy } from '../notReadRemedy';
import { ProspectCase } from '../ProspectCase';
import { ProspectObjects } from '../RestoreProspect';

const ID = 'existing-objects';

/** Never asked about: who may list Secrets may read them. */
const SECRETS = 'secrets';

/** What of it is there already, kind by kind, and what becomes of it. */
export function checkObjects(prospectCase: ProspectCase): RestoreCheck[] {
  const { objects } = prospectCase.prospect;
  const read = objects.filter(({ there }) => there.value);
  const there = byResource(read).flatMap(([resource, some]) =>
    thereFinding(prospectCase, resource, some),
  );
  const isThere = prospectCase.snapshot.pairs.some(({ target }) => target.uid);
  const none =
    isThere && read.length > 0 && there.length === 0
      ? [ok(ID, nothingThere(read.length === objects.length))]
      : [];
  return [...there, ...none, ...unknownFindings(objects)];
}

function nothingThere(isAll: boolean): string {
  return isAll
    ? 'Nothing of what is to be restored is there already'
    : 'Nothing of the kinds that could be looked for is there already';
}

function thereFinding(
  { wish }: ProspectCase,
  resource: string,
  some: ProspectObjects[],
): RestoreCheck[] {
  const names = some.flatMap(({ there }) => there.value ?? []);
  if (names.length === 0) {
    return [];
  }
  const upTo = wish.labels ? 'Up to ' : '';
  const be = isOrAre(names.length);
  const fate =
    wish.existing === 'update'
      ? 'changed as far as Kubernetes allows, with no way back'
      : 'left alone';
  return [
    warn(
      ID,
      `${upTo}${
        names.length
      } of ${resource} ${be} there already, and ${fate}: ${namesPhrase(names)}`,
      { subject: resource },
    ),
  ];
}

/** Once for each reason: what may not be read is often all of it. */
function unknownFindings(objects: ProspectObjects[]): RestoreCheck[] {
  const unread = objects.filter(({ there }) => !there.value);
  const secrets = unread.filter(({ resource }) => resource === SECRETS);
  const others = unread.filter(({ resource }) => resource !== SECRETS);
  const forbidden = others.filter(
    ({ there }) => there.value || there.forbidden,
  );
  const failed = others.filter(object => !forbidden.includes(object));
  return [
    ...secretsFinding(secrets),
    ...unknownFinding(forbidden, ": the portal's account may not list them"),
    ...unknownFinding(failed, problemOf(failed)),
  ];
}

function secretsFinding(secrets: ProspectObjects[]): RestoreCheck[] {
  return secrets.length > 0
    ? [
        warn(
          ID,
          `It is not known whether ${SECRETS} are there already: the portal never asks for them, since whoever may list them may read them`,
          { subject: SECRETS },
        ),
      ]
    : [];
}

function unknownFinding(
  objects: ProspectObjects[],
  because: string,
): RestoreCheck[] {
  const [first] = objects;
  if (!first || first.there.value) {
    return [];
  }
  const resources = byResource(objects).map(([resource]) => resource);
  return [
    warn(
      ID,
      `It is not known whether ${resources.join(
        ', ',
      )} are there already${because}`,
      { remedy: notReadRemedy(first.there) },
    ),
  ];
}

function problemOf([first]: ProspectObjects[]): string {
  return first?.there.problem ? `: ${first.there.problem}` : '';
}

function byResource(
  objects: ProspectObjects[],
): Array<[resource: string, objects: ProspectObjects[]]> {
  const resources = [...new Set(objects.map(({ resource }) => resource))];
  return resources.map(resource => [
    resource,
    objects.filter(object => object.resource === resource),
  ]);
}
