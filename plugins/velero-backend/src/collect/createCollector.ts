import { LoggerService } from '@backstage/backend-plugin-api';
import { CollectScope } from '../store/CollectedStore';
import { ClusterLease } from '../store/LeaseStore';
import { Stores } from '../store/Stores';
import { ListWatchSink, WatchState } from '../watch/ListWatchSink';
import { projectNamespace } from './projectNamespace';
import { projectObject } from './projectObject';
import { ResourceCollector } from './ResourceCollector';

/** Makes the sink for one list-watch and finds where it may resume. */
export async function createCollector(options: {
  scope: CollectScope;
  lease: ClusterLease;
  stores: Stores;
  logger: LoggerService;
  onChange(): void;
  onState(state: WatchState): void;
}): Promise<{ sink: ListWatchSink; resumeFrom?: string }> {
  const { stores, scope } = options;
  const { resource } = scope;
  const resumeFrom = await stores.objects.loadPosition(scope);
  const sink =
    resource === 'namespaces'
      ? await ResourceCollector.create({
          ...options,
          store: stores.namespaces,
          project: projectNamespace,
        })
      : await ResourceCollector.create({
          ...options,
          store: stores.objects,
          project: object => projectObject(resource, object),
        });
  // An earlier version that runs beside this one may have gone on from where nothing was read anew.
  return { sink, ...(!sink.isToBeListed() && { resumeFrom }) };
}
