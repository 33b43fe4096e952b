import { buildConnector } from 'undici';

/** What decides whether an API server's certificate is trusted. */
export interface TlsTrust {
  /** PEM of the authorities; those of the system when it gives nothing. */
  readCa(): Promise<string | undefined>;
  skipVerify: boolean;
}

/** Asks for the authorities at each new connection, so that a rotated file takes effect without a restart. */
export function createConnector(trust: TlsTrust): buildConnector.connector {
  return (options, callback) => {
    trust.readCa().then(
      ca => {
        const connect = buildConnector({
          timeout: 10_000,
          allowH2: false,
          ca,
          rejectUnauthorized: !trust.skipVerify,
        });
        connect(options, callback);
      },
      error => callback(error, null),
    );
  };
}
