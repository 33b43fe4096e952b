import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { TenantSummary } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { entitiesOf } from './entitiesOf';

const NAME = 'velero';

/** The most that the Velero plugin gives in one answer. */
const PAGE = 200;

/** Gives the catalog an entity for each tenant and each bucket. */
export class TenantEntityProvider implements EntityProvider {
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #velero: Pick<VeleroService, 'getTenants'>;
  readonly #defaultOwner: string;

  constructor(options: {
    auth: AuthService;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
    velero: Pick<VeleroService, 'getTenants'>;
    defaultOwner: string;
  }) {
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#taskRunner = options.taskRunner;
    this.#velero = options.velero;
    this.#defaultOwner = options.defaultOwner;
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: `${NAME}-tenants`,
      fn: signal => this.#refresh(connection, signal),
    });
  }

  /** While the plugin does not answer, or was stopped half way, the catalog keeps what it has. */
  async #refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const { tenants, isComplete } = await this.#readTenants(signal);
      const entities = entitiesOf(tenants, {
        defaultOwner: this.#defaultOwner,
      }).map(entity => ({ entity, locationKey: NAME }));
      // What is missing while a cluster has not been read may yet come: nothing is removed then.
      await connection.applyMutation(
        isComplete
          ? { type: 'full', entities }
          : { type: 'delta', added: entities, removed: [] },
      );
    } catch (error) {
      if (!signal.aborted) {
        this.#logger.warn(
          `The tenants of Velero could not be read; their entities stay as they are: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #readTenants(
    signal: AbortSignal,
  ): Promise<{ tenants: TenantSummary[]; isComplete: boolean }> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const tenants: TenantSummary[] = [];
    let isComplete = true;
    let cursor: string | undefined;
    do {
      const page = await this.#velero.getTenants(
        { limit: PAGE, cursor },
        { credentials, signal },
      );
      tenants.push(...page.items);
      isComplete &&= page.isComplete;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return { tenants, isComplete };
  }
}
