import { LiveObject } from './LiveObjects';
import { OffboardingTask } from './OnboardingTask';

/** What there is to pause of a tenant. */
export interface OffboardingDraft {
  task: OffboardingTask;
  /** The schedules, with what they back up. */
  schedules: LiveObject[];
}
