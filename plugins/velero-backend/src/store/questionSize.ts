/** Parts of a UNION that databases take without trouble. */
const MAXIMUM_PARTS = 100;

/** Parameters of one question. SQLite takes 32,766 of them, PostgreSQL 65,535. */
const MAXIMUM_PARAMETERS = 20_000;

/** Tells whether a UNION of so many parts can be asked at once. */
export function fitsOneQuestion(parts: number, parameters: number): boolean {
  return parts <= MAXIMUM_PARTS && parameters <= MAXIMUM_PARAMETERS;
}

/**
 * Spreads the parts of a UNION over as many questions as databases need to take them.
 *
 * @param parameters - what one part has of them at most
 */
export function inQuestions<T>(parts: T[], parameters: number): T[][] {
  const fitting = Math.floor(MAXIMUM_PARAMETERS / parameters);
  const size = Math.max(1, Math.min(MAXIMUM_PARTS, fitting));
  const questions: T[][] = [];
  for (let start = 0; start < parts.length; start += size) {
    questions.push(parts.slice(start, start + size));
  }
  return questions;
}
