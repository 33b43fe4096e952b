import { evaluateRestore } from '../evaluateRestore';
import { RestoreProspect } from '../prospect/RestoreProspect';
import { RestoreFactId } from '../prospect/RestoreFact';
import { tellProspect } from '../prospect/tellProspect';
import { RestoreCheckId } from '../RestoreCheck';
import { RestoreExample, restoreExample } from './restoreExample';

/** The example, and what is good to know of it, to be changed by a test. */
export interface ProspectExample extends RestoreExample {
  prospect: RestoreProspect;
}

export type ProspectChange = (example: ProspectExample) => void;

function prospectExample(): ProspectExample {
  return {
    ...restoreExample(),
    prospect: {
      objects: [],
      quotas: { value: [] },
      storageClasses: { value: [{ name: 'fast', isDefault: true }] },
      archive: {
        value: { claims: [], hosts: [], nodeSelectors: [], isWhole: true },
      },
      earlier: [],
    },
  };
}

/** What is told of the example, changed. */
export function prospectOn(change: ProspectChange = () => {}) {
  const example = prospectExample();
  change(example);
  return tellProspect({ ...example, verdict: evaluateRestore(example) });
}

/** What was found of a kind, as `level: message`, with what to do behind an arrow. */
export function hintsOn(change: ProspectChange, id: RestoreCheckId): string[] {
  return prospectOn(change)
    .checks.filter(check => check.id === id)
    .map(
      ({ level, message, remedy }) =>
        `${level}: ${message}${remedy ? ` → ${remedy}` : ''}`,
    );
}

/** The fact of that sort. */
export function factOn(change: ProspectChange, id: RestoreFactId) {
  return prospectOn(change).facts.find(fact => fact.id === id);
}
