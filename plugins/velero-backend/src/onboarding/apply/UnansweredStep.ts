import { Step, StepError, StepResult, UndoResult } from './Step';

/** Stands for what cannot be done, as a cluster does not tell what there is to do. */
export class UnansweredStep implements Step {
  readonly id = 'unanswered';
  readonly title = 'Pause the schedules';
  readonly #problem: string;

  constructor(problem: string) {
    this.#problem = problem;
  }

  async run(): Promise<StepResult> {
    throw new StepError(
      `Not paused: ${this.#problem}. Run it again when the cluster answers`,
    );
  }

  async undo(): Promise<UndoResult> {
    return {};
  }
}
