import { PLUGINS } from './plugins';
import { VeleroContext } from './VeleroContext';
import { VELERO_VERSION } from './veleroVersion';

const LIFETIME_MILLIS = 300_000;

/** Starts the controller that tells clients of the server itself. */
export function startServerStatus(context: VeleroContext) {
  const { client, clock, feed, every, timing } = context;
  feed('serverstatusrequests').onChange(({ object }) => {
    const { name } = object.metadata;
    const request = client.get('serverstatusrequests', name);
    if (request && !request.status?.phase) {
      client.patch('serverstatusrequests', name, {
        status: {
          phase: 'Processed',
          processedTimestamp: clock.timestamp(),
          serverVersion: VELERO_VERSION,
          plugins: PLUGINS,
        },
      });
    }
  });
  every(timing.requestCleanup, () => removeOld(context));
}

function removeOld({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('serverstatusrequests')) {
    const processed = Date.parse(status?.processedTimestamp ?? '');
    if (clock.now().getTime() - processed >= LIFETIME_MILLIS) {
      client.remove('serverstatusrequests', metadata.name);
    }
  }
}
