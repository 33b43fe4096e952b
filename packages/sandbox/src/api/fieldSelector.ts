import { badRequest } from './ApiError';
import { KubernetesObject } from './KubernetesObject';

const TERM = /^(metadata\.name|metadata\.namespace)(==|=|!=)(.*)$/;

/** Reads a field selector; like the CRDs of Velero, it knows the name and the namespace only. */
export function parseFieldSelector(
  selector: string,
): (object: KubernetesObject) => boolean {
  const terms = selector.split(',').map(parseTerm);
  return object => terms.every(matches => matches(object));
}

function parseTerm(term: string): (object: KubernetesObject) => boolean {
  const match = TERM.exec(term);
  if (!match) {
    throw badRequest(`field label not supported: ${term.split(/[=!]/)[0]}`);
  }
  const [, field, operator, value] = match;
  return ({ metadata }) => {
    const actual =
      field === 'metadata.name' ? metadata.name : metadata.namespace ?? '';
    return (actual === value) === (operator !== '!=');
  };
}
