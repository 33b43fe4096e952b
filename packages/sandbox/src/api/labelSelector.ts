import { badRequest } from './ApiError';

export type LabelMatcher = (labels: Record<string, string>) => boolean;

const SET_TERM = /^([^\s!=]+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EQUALITY_TERM = /^([^\s!=]+)\s*(==|=|!=)\s*([^\s!=,]*)$/;
const EXISTS_TERM = /^(!?)\s*([A-Za-z0-9][-\w./]*)$/;

/** Reads a selector in the notation of `kubectl -l`. */
export function parseLabelSelector(selector: string): LabelMatcher {
  const terms = splitTerms(selector).map(parseTerm);
  return labels => terms.every(matches => matches(labels));
}

/** Splits at commas that are not inside of a set's parentheses. */
function splitTerms(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(term => term.trim())
    .filter(term => term !== '');
}

function parseTerm(term: string): LabelMatcher {
  const matcher = setTerm(term) ?? equalityTerm(term) ?? existsTerm(term);
  if (!matcher) {
    throw badRequest(
      `unable to parse requirement: found '${term}', expected: a label selector`,
    );
  }
  return matcher;
}

function setTerm(term: string): LabelMatcher | undefined {
  const match = SET_TERM.exec(term);
  if (!match) {
    return undefined;
  }
  const [, key, operator, list] = match;
  const values = new Set(list.split(',').map(value => value.trim()));
  return labels =>
    operator === 'in'
      ? key in labels && values.has(labels[key])
      : !values.has(labels[key]);
}

function equalityTerm(term: string): LabelMatcher | undefined {
  const match = EQUALITY_TERM.exec(term);
  if (!match) {
    return undefined;
  }
  const [, key, operator, value] = match;
  return labels => (labels[key] === value) === (operator !== '!=');
}

function existsTerm(term: string): LabelMatcher | undefined {
  const match = EXISTS_TERM.exec(term);
  if (!match) {
    return undefined;
  }
  const [, not, key] = match;
  return labels => key in labels === (not === '');
}
