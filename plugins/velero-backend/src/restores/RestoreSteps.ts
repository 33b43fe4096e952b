import {
  AuditorService,
  AuditorServiceEvent,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { RestoreState } from 'backstage-plugin-velero-common';
import {
  NewRestoreEvent,
  RestoreRequestChange,
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';

/** What a request becomes, and what happens to it by that. */
export interface RestoreStep {
  change: RestoreRequestChange;
  event?: NewRestoreEvent;
}

/** States in which all goes as it was agreed to. */
const GOOD: RestoreState[] = ['submitting', 'running', 'succeeded'];

/** Takes the steps that nobody takes but the portal itself, and has the auditor know of them. */
export class RestoreSteps {
  readonly #store: RestoreRequestStore;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;

  constructor(options: {
    store: RestoreRequestStore;
    auditor: AuditorService;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
  }

  /** @returns nothing when the request was changed meanwhile: then another replica knows at least as much */
  async take(
    request: Pick<StoredRestoreRequest, 'id' | 'version'>,
    { change, event }: RestoreStep,
  ): Promise<StoredRestoreRequest | undefined> {
    const changed = await this.#store.change(request, change, event);
    if (changed && event) {
      this.#tell(changed, event);
    }
    return changed;
  }

  /**
   * What has happened has happened, and is in the history, whether or not somebody could be told. Nobody waits for it: how
   * long a step is known before Velero is asked decides whether another replica may have gone on.
   */
  #tell(request: StoredRestoreRequest, event: NewRestoreEvent): void {
    this.#audit(request, event).catch(error =>
      this.#logger.error(
        `The auditor could not be told of '${event.type}' of request ${
          request.id
        }: ${stringifyError(error)}`,
      ),
    );
  }

  async #audit(request: StoredRestoreRequest, { type }: NewRestoreEvent) {
    const { id, state, wish, restore, requester, outcome } = request;
    const { cluster, veleroNamespace, name: backup } = wish.backup;
    // Without a request of somebody, the portal is who does it.
    const audited = await this.#auditor.createEvent({
      eventId: 'restore-execute',
      severityLevel: 'high',
      meta: {
        actionType: type,
        id,
        requester: requester.userRef,
        cluster,
        veleroNamespace,
        backup,
        restore,
      },
    });
    await tellOutcome(audited, state, outcome?.message);
  }
}

function tellOutcome(
  audited: AuditorServiceEvent,
  state: RestoreState,
  message = '',
): Promise<void> {
  return GOOD.includes(state)
    ? audited.success({ meta: { state } })
    : audited.fail({
        error: new Error(message || 'Velero says no more'),
        meta: { state },
      });
}
