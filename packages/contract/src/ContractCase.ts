import { CaseContext } from './fixture/CaseContext';
import { Need } from './target/ContractTarget';

/** One thing that is true of Velero, or of the API server it stands on. */
export interface ContractCase {
  /** `<area>/<what>`, unique, such as `backup/delete-comes-back`. */
  id: string;
  /** What is true, as a sentence. */
  title: string;
  /** What the case needs beyond one region. */
  needs?: Need[];
  /** Disturbs others: runs alone, after all that do not. */
  exclusive?: boolean;
  run(context: CaseContext): Promise<void>;
}
