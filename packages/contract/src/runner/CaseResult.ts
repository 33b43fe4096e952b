/** How a case ended on a target. */
export interface CaseResult {
  id: string;
  title: string;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** Why it failed or was skipped. */
  reason?: string;
  /** Why the first attempt failed, of a case that was run once more. */
  before?: string;
}
